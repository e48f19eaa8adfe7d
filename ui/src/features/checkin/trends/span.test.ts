import { expect, it } from 'vitest';
import { along, hundredths, monthStart, requestOf, ticksOf } from './span';

it('asks for as far back as is shown, and for no more than the core gives', () => {
  expect(requestOf('weeks', '2026-02-03')).toEqual({ from: '2025-11-18', to: '2026-02-03', by: 'week' });
  expect(requestOf('months', '2026-02-28')).toEqual({ from: '2025-03-01', to: '2026-02-28', by: 'month' });
  const { from, to } = requestOf('all', '2026-12-31');
  expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBeLessThanOrEqual(366 * 11);
});

it('begins months on their first day, across years', () => {
  expect(monthStart('2026-01-31', 1)).toBe('2025-12-01');
  expect(monthStart('2025-12-01', -1)).toBe('2026-01-01');
});

it('names about four places of the time, and Januaries over many years', () => {
  const months = Array.from({ length: 132 }, (_, i) => monthStart('2026-02-03', 131 - i));
  expect(ticksOf(months, 'month').map((tick) => tick.words)).toEqual(['2016', '2019', '2022', '2025']);
  expect(ticksOf(months.slice(-12), 'month').map((tick) => tick.words)).toEqual(['Mar', 'Jun', 'Sep', 'Dec']);
});

it('lays days along the time as far apart as they are', () => {
  expect(along(['2026-01-01', '2026-01-02', '2026-01-05'])).toEqual([0, 0.25, 1]);
  expect(along(['2026-01-01'])).toEqual([0.5]);
  expect(along([])).toEqual([]);
});

it('reads a mean with one figure at most', () => {
  expect([350, 267, 400].map(hundredths)).toEqual(['3.5', '2.7', '4']);
});
