/** How far back the charts go, and where things lie along that time. */
import type { Period } from '../../../ipc/generated/Period';
import type { Request } from '../../../ipc/client';
import { locale, month, shortDate } from '../../../words';
import { plusDays } from '../../treatment/schedule';

export type SpanName = 'weeks' | 'months' | 'all';
export const SPANS: readonly SpanName[] = ['weeks', 'months', 'all'];

/** As many as the core gives at once: eleven years. */
const ALL_MONTHS = 132;

/** The first day of the month so many months before the day's. */
export function monthStart(day: string, back = 0): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - back);
  return at.toISOString().slice(0, 10);
}

/** What to ask the core for. */
export function requestOf(span: SpanName, today: string): Request<'check_in_trends'> {
  if (span === 'weeks') return { from: plusDays(today, -11 * 7), to: today, by: 'week' };
  return { from: monthStart(today, (span === 'months' ? 12 : ALL_MONTHS) - 1), to: today, by: 'month' };
}

/** A place along the time that is shown, from 0 to 1, and its words. */
export interface Tick {
  at: number;
  words: string;
}

/** About four of them are named, so that they fit on a phone; over many years, Januaries. */
export function ticksOf(starts: string[], by: Period): Tick[] {
  const years = by === 'month' && starts.length > 24;
  const named = starts
    .map((start, i) => ({ start, at: i / starts.length }))
    .filter(({ start }) => !years || start.slice(5, 7) === '01');
  const step = Math.max(1, Math.ceil(named.length / 4));
  const words = (start: string) =>
    by === 'week' ? shortDate(start) : years ? start.slice(0, 4) : short(start);
  return named
    .filter((_, i) => i % step === 0)
    .map(({ start, at }) => ({ at, words: words(start) }))
    .filter(({ at }) => at < 0.9);
}

/** "Jan" */
function short(day: string): string {
  return new Intl.DateTimeFormat(locale(), { month: 'short', timeZone: 'UTC' }).format(Date.parse(day));
}

/** How a week or month is named in a table. */
export function periodName(start: string, by: Period): string {
  return by === 'week' ? shortDate(start) : month(start);
}

/** Where days lie between the first and the last that are given, from 0 to 1; a single one lies in the middle. */
export function along(days: string[], from = days[0], to = days.at(-1)): number[] {
  const [begin, end] = [Date.parse(from ?? ''), Date.parse(to ?? '')];
  return days.map((day) => (end > begin ? (Date.parse(day) - begin) / (end - begin) : 0.5));
}

/** A mean in hundredths, as it is read: "3.5". */
export function hundredths(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value / 100);
}
