/** Months and days as the calendar turns them: dates without a zone, for display. */
import { plusDays } from './schedule';

/** The first day of the month of a day, or of one so many months from it. */
export function monthOf(date: string, months = 0): string {
  const at = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
}

/** The last day of the month of a day. */
export function monthEnd(date: string): string {
  return plusDays(monthOf(date, 1), -1);
}

/** The same day of another month, or its last. */
export function sameDay(date: string, months: number): string {
  const first = monthOf(date, months);
  const end = monthEnd(first);
  const same = first.slice(0, 8) + date.slice(8);
  return same > end ? end : same;
}

/** Where a key leads from a day of the grid; `undefined` for a key that leads nowhere. */
export function dayByKey(key: string, on: string, week: string[]): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return plusDays(on, -1);
    case 'ArrowRight':
      return plusDays(on, 1);
    case 'ArrowUp':
      return plusDays(on, -7);
    case 'ArrowDown':
      return plusDays(on, 7);
    case 'Home':
      return week[0];
    case 'End':
      return week.at(-1);
    case 'PageUp':
      return sameDay(on, -1);
    case 'PageDown':
      return sameDay(on, 1);
    default:
      return undefined;
  }
}
