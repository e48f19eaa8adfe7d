/**
 * Dates, times and durations as a person reads them. For display only.
 *
 * Civil values ("2026-02-03", "18:00", "2026-02-03T18:00") carry no zone, so they are laid out as if in UTC
 * and formatted in UTC: what the client meant is what is shown, wherever the device is.
 */
import { locale } from './words.svelte';

const NBSP = '\u00a0';
const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale() + JSON.stringify(options);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale(), { ...options, timeZone: 'UTC' });
    formats.set(key, made);
  }
  return made;
}

/** The civil value's place on the UTC line, in ms; `undefined` when it is not one. */
function at(civil: string): number | undefined {
  const parts = /^(?:(\d{4})-(\d\d)(?:-(\d\d))?)?(?:(?:T|^)(\d\d):(\d\d)(?::\d\d)?)?$/.exec(civil);
  if (!parts || civil === '') return undefined;
  const [, year, month, day, hour, minute] = parts;
  return Date.UTC(
    Number(year ?? 2000),
    Number(month ?? 1) - 1,
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
  );
}

function show(civil: string, options: Intl.DateTimeFormatOptions): string {
  const ms = at(civil);
  return ms === undefined
    ? civil
    : format(options)
        .format(ms)
        .replace(/\u202f/g, NBSP);
}

/** The civil day of an instant ("2026-02-03T14:00:00Z") in a zone; without one, in the device's own. */
export function dayOf(instant: string, zone?: string): string {
  // In Sweden's custom a date is written as ISO 8601 has it.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.parse(instant));
}

/** "Tuesday, February 3" */
export const day = (date: string) => show(date, { weekday: 'long', month: 'long', day: 'numeric' });
/** "Tue, Feb 3" */
export const shortDay = (date: string) => show(date, { weekday: 'short', month: 'short', day: 'numeric' });
/** "Feb 3" */
export const shortDate = (date: string) => show(date, { month: 'short', day: 'numeric' });
/** "February 3" */
export const monthDay = (date: string) => show(date, { month: 'long', day: 'numeric' });
/** "February 3, 2026" */
export const fullDate = (date: string) => show(date, { year: 'numeric', month: 'long', day: 'numeric' });
/** "February 2026", also from "2026-02" */
export const month = (date: string) => show(date, { year: 'numeric', month: 'long' });
/** "Tuesday" */
export const weekday = (date: string) => show(date, { weekday: 'long' });
/** "Tue" */
export const shortWeekday = (date: string) => show(date, { weekday: 'short' });

/** The name of a day of the week, 1 = Monday to 7 = Sunday: "Monday" or "Mon". */
export function weekdayName(number: number, width: 'long' | 'short' = 'long'): string {
  // 2024-01-01 was a Monday.
  return format({ weekday: width }).format(Date.UTC(2024, 0, number));
}

/** Number and day period apart, so that a range can share the period. */
function timeParts(time: string): [string, string] {
  const clock = time.slice(-5);
  const ms = at(clock);
  if (ms === undefined) return [time, ''];
  let figures = '';
  let period = '';
  for (const part of format({ hour: 'numeric', minute: '2-digit', hour12: true }).formatToParts(ms)) {
    if (part.type === 'dayPeriod') period = part.value;
    else figures += part.value;
  }
  // English in lower case and without stops ("6:00 pm"); Spanish as is customary ("6:00 p. m.").
  period = locale().startsWith('en') ? period.toLowerCase() : period.replace(/\s+/g, NBSP);
  return [figures.trim(), period];
}

/** "6:00 pm", also from a date and time */
export function time(civil: string): string {
  return timeParts(civil).filter(Boolean).join(NBSP);
}

/** "6:00 – 7:00 pm", or "11:30 am – 1:00 pm" */
export function timeRange(from: string, to: string): string {
  const [figures, period] = timeParts(from);
  const [, last] = timeParts(to);
  return `${period === last ? figures : time(from)} – ${time(to)}`;
}

/** "Tue, Feb 3, 6:00 pm" */
export function dayTime(civil: string): string {
  return `${shortDay(civil.slice(0, 10))}, ${time(civil)}`;
}

/** "today", "tomorrow", "yesterday", the weekday within six days, else "Tue, Feb 3". */
export function nearDay(date: string, today: string): string {
  const ms = at(date.slice(0, 10));
  const now = at(today.slice(0, 10));
  if (ms === undefined || now === undefined) return date;
  const days = Math.round((ms - now) / DAY_MS);
  if (Math.abs(days) <= 1) {
    return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(days, 'day');
  }
  return days > 1 && days <= 6 ? weekday(date.slice(0, 10)) : shortDay(date.slice(0, 10));
}

/** Minutes exactly: "9 h", "1 h 30 min", "45 min". Nothing is rounded. */
export function hours(minutes: number): string {
  const h = Math.floor(minutes / 60);
  const min = minutes % 60;
  if (min === 0) return `${h}${NBSP}h`;
  return h === 0 ? `${min}${NBSP}min` : `${h}${NBSP}h ${min}${NBSP}min`;
}

/** The same for a screen reader: "1 hour 30 minutes". */
export function spokenHours(minutes: number): string {
  const say = (value: number, unit: string) =>
    new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(value);
  const h = Math.floor(minutes / 60);
  const min = minutes % 60;
  if (min === 0) return say(h, 'hour');
  return h === 0 ? say(min, 'minute') : `${say(h, 'hour')} ${say(min, 'minute')}`;
}

/** What a running timer shows: "14:20" from 860 seconds. */
export function countdown(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}

/** With a capital first, for a date that begins a line in Spanish. */
export function opening(words: string): string {
  return words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1);
}
