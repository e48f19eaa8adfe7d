/** A listed meeting in words. */
import type { ListingView } from '../../../ipc/generated/ListingView';
import { opening, t, time, weekdayName, weekdayNumber } from '../../../words';

/** "Tue 7:30 pm · in 40 min" */
export function when(one: ListingView): string {
  if (!one.weekday || !one.time) return t('find-by-appointment');
  const parts = [`${opening(weekdayName(weekdayNumber(one.weekday), 'short'))} ${time(one.time)}`];
  if (one.closed) parts.push(t('find-closed'));
  else if (one.running) parts.push(t('find-running'));
  else if (one.begins_in !== null && one.begins_in < 60) {
    parts.push(t('find-in-minutes', { minutes: one.begins_in }));
  } else if (one.begins_in !== null && one.begins_in < 12 * 60) {
    parts.push(t('find-in-hours', { hours: Math.round(one.begins_in / 60) }));
  }
  if (one.zone && one.own_weekday && one.own_time) {
    const day = weekdayName(weekdayNumber(one.own_weekday), 'short');
    parts.push(t('find-there', { day, time: time(one.own_time) }));
  }
  return parts.join(' · ');
}

/** Where, and what kind of group. */
export function where(one: ListingView): string {
  const place = [one.place, one.region].filter(Boolean).join(', ');
  const online = one.venue === 'in_person' ? '' : t('mode-online');
  return [t(`fellowship-${one.fellowship}`), place, online].filter(Boolean).join(' · ');
}
