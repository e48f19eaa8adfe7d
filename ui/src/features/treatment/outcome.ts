/** What became of a session: saying so, and wording it. */
import { perform } from '../../ipc/client';
import { toast } from '../../state/toast.svelte';
import { hours, t } from '../../words';
import type { Session, State } from './types';

/** Logs it, says so, and offers Undo. Throws `Failure`. */
export async function logSession(session: Session, state: State, minutes?: number): Promise<void> {
  const done = await perform('log_session', {
    session: session.session,
    state,
    ...(minutes === undefined ? {} : { minutes }),
  });
  const attended = state === 'attended' ? session.minutes : minutes;
  toast.logged(loggedWords(session.kind, state, attended), done);
}

/** "Group therapy: attended, 3 h" */
export function loggedWords(kind: Session['kind'], state: State, minutes: number | null | undefined): string {
  return minutes === undefined || minutes === null
    ? t('treatment-logged', { kind: t(`kind-${kind}`), state: t(`state-${state}`) })
    : t('treatment-logged-hours', {
        kind: t(`kind-${kind}`),
        state: t(`state-${state}`),
        hours: hours(minutes),
      });
}

/** Lengths to offer for a part of so many minutes: up to five, evenly apart, on the quarter hour. */
export function partChoices(planned: number): number[] {
  const step = planned <= 75 ? 15 : planned <= 180 ? 30 : planned <= 300 ? 60 : 90;
  const choices: number[] = [];
  for (let minutes = step; minutes < planned && choices.length < 5; minutes += step) choices.push(minutes);
  return choices;
}
