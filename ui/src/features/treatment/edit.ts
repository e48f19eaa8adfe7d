/** What is said of a session beside its state: that it was moved, is closed, or overlaps. */
import { shortDay, t } from '../../words';
import type { Session } from './types';

type Placed = Pick<Session, 'moved_from' | 'closed' | 'closed_for' | 'overlaps'>;

export function placeWords({ moved_from, closed, closed_for, overlaps }: Placed): string[] {
  const words = [];
  if (moved_from !== null) words.push(t('schedule-moved-from', { day: shortDay(moved_from) }));
  if (closed)
    words.push(closed_for ? t('schedule-closed-for', { reason: closed_for }) : t('schedule-closed'));
  if (overlaps) words.push(t('schedule-overlaps'));
  return words;
}

/** Weeks from one session to the next, as the forms offer them. */
const EVERY = [1, 2, 3, 4];

/** The choices; with one that is there already and is none of them. */
export function everyOptions(now = 1): { value: number; label: string }[] {
  const all = EVERY.includes(now) ? EVERY : [...EVERY, now];
  return all.map((weeks) => ({ value: weeks, label: t('schedule-every-weeks', { weeks }) }));
}
