/** Time zones in words: "New York", "Eastern Time". */
import { locale } from '../../words';

/** Offered first: those of the United States. */
export const COMMON = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];

/** More than these do not help; more letters do. */
const MOST = 30;

/** The place that a zone is named for: "New York", "Indianapolis, Indiana". */
export function place(zone: string): string {
  const [, ...rest] = zone.split('/');
  return (rest.length > 0 ? rest.reverse().join(', ') : zone).replaceAll('_', ' ');
}

/** What people there call it: "Eastern Time"; the zone's own name where there is none. */
export function zoneName(zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat(locale(), {
      timeZone: zone,
      timeZoneName: 'longGeneric',
    }).formatToParts(0);
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  } catch {
    // This system's list is older or newer than the core's.
    return zone;
  }
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_/,]+/g, ' ')
    .trim();
}

/** The zones whose name has all the words: of those that people use most, also by what they call them. */
export function find(zones: readonly string[], words: string): string[] {
  const wanted = plain(words).split(/\s+/);
  const fits = (text: string) => wanted.every((word) => plain(text).includes(word));
  const common = COMMON.filter((zone) => zones.includes(zone) && fits(`${zone} ${zoneName(zone)}`));
  const others = zones.filter((zone) => !common.includes(zone) && fits(zone));
  return [...common, ...others].slice(0, MOST);
}
