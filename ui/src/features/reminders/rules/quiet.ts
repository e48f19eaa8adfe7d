/** How quiet hours are laid out and worded. */
import type { Answer } from '../../../ipc/client';
import type { Quiet } from '../../../ipc/generated/Quiet';
import { t, time, timeRange, weekdayName } from '../../../words';

export type { Quiet };
export type QuietHours = Answer<'reminder_rules'>['quiet'];

const DAY = 24 * 60;
/** The number of each weekday, from Monday. */
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const same = (one: Quiet | null, other: Quiet | null): boolean =>
  one?.from === other?.from && one?.until === other?.until;

export const allSame = (quiet: readonly (Quiet | null)[]): boolean =>
  quiet.every((one) => same(one, quiet[0] ?? null));

export const overMidnight = ({ from, until }: Quiet): boolean => until <= from;

/** Whether it is quiet the whole week long, so that nothing appears. */
export function always(quiet: readonly (Quiet | null)[]): boolean {
  const minutes = (clock: string) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    return hour * 60 + minute;
  };
  // Twice, as the last day is followed by the first.
  const spans = [...quiet, ...quiet].flatMap((one, day) => {
    if (!one) return [];
    const end = minutes(one.until) + (overMidnight(one) ? DAY : 0);
    return [{ from: day * DAY + minutes(one.from), until: day * DAY + end }];
  });
  let reach = spans[0]?.until ?? 0;
  return (
    spans.length === 2 * DAYS.length &&
    spans.every((span) => {
      const goesOn = span.from <= reach;
      reach = Math.max(reach, span.until);
      return goesOn;
    })
  );
}

/** When those of one day end, where that has to be said; `day` where only one weekday is meant. */
export function wordEnd(quiet: Quiet, day?: number): string {
  const clock = { time: time(quiet.until) };
  if (quiet.from === quiet.until) {
    return quiet.from === '00:00' ? t('remrule-quiet-whole') : t('remrule-quiet-whole-from', clock);
  }
  if (!overMidnight(quiet)) return '';
  if (day === undefined) return t('remrule-quiet-next-day', clock);
  return t('remrule-quiet-next', { day: weekdayName((day % DAYS.length) + 1), ...clock });
}

/** What they are now, in a line. */
export function wordQuiet(quiet: QuietHours): string {
  if (always(quiet)) return t('remrule-quiet-always');
  const [first] = quiet;
  if (first && allSame(quiet)) {
    return t('remrule-quiet-daily', { hours: timeRange(first.from, first.until) });
  }
  const days = DAYS.filter((day) => quiet[day - 1]);
  if (days.length === 0) return t('remrule-quiet-none');
  if (days.length === DAYS.length) return t('remrule-quiet-varied');
  return t('remrule-quiet-some', { count: days.length, day: weekdayName(days[0] ?? 1) });
}
