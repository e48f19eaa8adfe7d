import type { Request } from '../../ipc/client';

export type CheckIn = Request<'save_check_in'>;

/** HALT, in its order. */
export const NEEDS = ['hungry', 'angry', 'lonely', 'tired'] as const;

/** A check-in while it is typed: nothing is chosen for the client. */
export type CheckInForm = Omit<CheckIn, 'on' | 'mood' | 'craving'> & {
  mood: number | null;
  craving: number | null;
};

export function formOf(checkIn: CheckIn | undefined, mood: number | null): CheckInForm {
  return {
    mood: mood ?? checkIn?.mood ?? null,
    craving: checkIn?.craving ?? null,
    hungry: checkIn?.hungry ?? false,
    angry: checkIn?.angry ?? false,
    lonely: checkIn?.lonely ?? false,
    tired: checkIn?.tired ?? false,
    sleep_minutes: checkIn?.sleep_minutes ?? null,
    used: checkIn?.used ?? null,
    note: checkIn?.note ?? '',
  };
}
