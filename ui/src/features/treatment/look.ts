/** How a session looks in the calendar, and what is said of it. */
import { hours, t } from '../../words';
import type { Shown } from './types';

export type Look = 'there' | 'part' | 'asked' | 'ahead' | 'without';

export function lookOf(session: Shown): Look {
  switch (session.state) {
    case 'attended':
      return 'there';
    case 'attended_in_part':
      return 'part';
    case 'planned':
      return session.over ? 'asked' : 'ahead';
    default:
      return 'without';
  }
}

/** "Attended", "Attended part of it, 2 h", "Were you there?"; empty for one that lies ahead. */
export function stateWords(session: Shown): string {
  if (session.state === 'planned') {
    return session.over ? t('today-ask') : session.begun ? t('treatment-going-on') : '';
  }
  const state = t(`state-${session.state}`);
  return session.attended_minutes !== null && session.attended_minutes !== session.minutes
    ? t('treatment-state-hours', { state, hours: hours(session.attended_minutes) })
    : state;
}
