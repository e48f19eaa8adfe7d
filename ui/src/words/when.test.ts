import { describe, expect, it } from 'vitest';
import * as when from './when';
import { setLanguage } from './words.svelte';

/** Spaces that do not break look like any other here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('dates and times in English', () => {
  it('shows the civil day whatever the zone of the device', () => {
    expect(when.day('2026-02-03')).toBe('Tuesday, February 3');
    expect(when.shortDay('2026-02-03')).toBe('Tue, Feb 3');
    expect(when.monthDay('2026-12-31')).toBe('December 31');
    expect(when.fullDate('2026-01-01')).toBe('January 1, 2026');
    expect(when.month('2026-02')).toBe('February 2026');
    expect(when.weekday('2026-02-03')).toBe('Tuesday');
    expect(when.weekdayName(1)).toBe('Monday');
    expect(when.weekdayName(7, 'short')).toBe('Sun');
  });

  it('shows a time in lower case, also of a date and time', () => {
    expect(plain(when.time('18:00'))).toBe('6:00 pm');
    expect(plain(when.time('00:05'))).toBe('12:05 am');
    expect(plain(when.time('2026-02-03T12:00'))).toBe('12:00 pm');
    expect(plain(when.dayTime('2026-02-03T18:00'))).toBe('Tue, Feb 3, 6:00 pm');
  });

  it('says the half of the day once when both ends share it', () => {
    expect(plain(when.timeRange('18:00', '19:00'))).toBe('6:00 – 7:00 pm');
    expect(plain(when.timeRange('11:30', '13:00'))).toBe('11:30 am – 1:00 pm');
  });

  it('names days near today', () => {
    expect(when.nearDay('2026-02-03', '2026-02-03')).toBe('today');
    expect(when.nearDay('2026-03-01', '2026-02-28')).toBe('tomorrow');
    expect(when.nearDay('2026-02-02', '2026-02-03')).toBe('yesterday');
    expect(when.nearDay('2026-02-07', '2026-02-03')).toBe('Saturday');
    expect(when.nearDay('2026-02-10', '2026-02-03')).toBe('Tue, Feb 10');
    expect(when.nearDay('2026-01-30', '2026-02-03')).toBe('Fri, Jan 30');
  });

  it('shows what it cannot read as it is', () => {
    expect(when.day('')).toBe('');
    expect(when.day('soon')).toBe('soon');
    expect(when.time('noon')).toBe('noon');
  });
});

describe('durations', () => {
  it('never rounds', () => {
    expect([540, 90, 45, 0, 61].map(when.hours).map(plain)).toEqual([
      '9 h',
      '1 h 30 min',
      '45 min',
      '0 h',
      '1 h 1 min',
    ]);
  });

  it('has words for a screen reader', () => {
    expect(when.spokenHours(60)).toBe('1 hour');
    expect(when.spokenHours(150)).toBe('2 hours 30 minutes');
  });

  it('counts down in minutes and seconds', () => {
    expect(when.countdown(860)).toBe('14:20');
    expect(when.countdown(5)).toBe('0:05');
  });
});

describe('dates and times in Spanish', () => {
  it('follows the custom of Spanish in the United States', async () => {
    await setLanguage('es');
    expect(when.day('2026-02-03')).toBe('martes, 3 de febrero');
    expect(when.opening(when.day('2026-02-03'))).toBe('Martes, 3 de febrero');
    expect(plain(when.time('18:00'))).toMatch(/^6:00 p\. ?m\.$/);
    expect(when.nearDay('2026-02-04', '2026-02-03')).toBe('mañana');
    expect(when.spokenHours(60)).toBe('1 hora');
  });
});
