/** The one sentence under the week's stair: what is possible next. Never what was lost. */
import { hours, t } from '../../words';
import type { WeekHours } from '../treatment/types';

/** Empty when there is nothing to say. */
export function weekSentence(week: WeekHours): string {
  const { target, attended, waiting, ahead, sessions_ahead: left } = week;
  const answered = attended + waiting;
  const possible = answered + ahead;
  if (target === 0 && left === 0) return '';
  if (target > 0 && attended >= target) return t('today-week-reached', { target: hours(target) });
  if (waiting > 0 && (left === 0 || answered >= target)) {
    return t('today-week-answer', { reach: hours(answered) });
  }
  if (waiting > 0) return t('today-week-open', { reach: hours(possible) });
  if (left === 0) return t('today-week-none-left', { attended: hours(attended) });
  return possible >= target
    ? t('today-week-attend', { count: left, reach: hours(possible) })
    : t('today-week-can-still', { count: left, reach: hours(possible) });
}
