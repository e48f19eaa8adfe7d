import type { Request } from '../../ipc/client';
import { hours, t } from '../../words';

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

/** In a line, what may be read over a shoulder: not whether the client used, and not the note. */
export function lineOf(checkIn: CheckIn): string {
  return [
    t('checkin-line-craving', { craving: checkIn.craving }),
    ...NEEDS.filter((need) => checkIn[need]).map((need) => t(`checkin-${need}`)),
    ...(checkIn.sleep_minutes === null
      ? []
      : [t('checkin-line-sleep', { hours: hours(checkIn.sleep_minutes) })]),
  ].join(' · ');
}
