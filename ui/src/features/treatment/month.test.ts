import { describe, expect, it } from 'vitest';
import { dayByKey, monthEnd, monthOf, sameDay } from './month';

describe('months', () => {
  it('begin and end on their own days, across years and in leap years', () => {
    expect([monthOf('2026-12-31'), monthOf('2026-12-31', 1), monthOf('2026-01-31', -1)]).toEqual([
      '2026-12-01',
      '2027-01-01',
      '2025-12-01',
    ]);
    expect([monthEnd('2026-02-03'), monthEnd('2028-02-03')]).toEqual(['2026-02-28', '2028-02-29']);
  });

  it('keep the day, or take their last', () => {
    expect([sameDay('2026-01-31', 1), sameDay('2026-03-15', -1)]).toEqual(['2026-02-28', '2026-02-15']);
  });
});

describe('the keys of the grid', () => {
  const week = ['2026-02-02', '2026-02-03', '2026-02-08'];
  it('go by days, weeks and months, and to the ends of the week', () => {
    const to = (key: string) => dayByKey(key, '2026-02-03', week);
    expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(to)).toEqual([
      '2026-02-02',
      '2026-02-04',
      '2026-01-27',
      '2026-02-10',
    ]);
    expect(['Home', 'End', 'PageUp', 'PageDown', 'Enter'].map(to)).toEqual([
      '2026-02-02',
      '2026-02-08',
      '2026-01-03',
      '2026-03-03',
      undefined,
    ]);
  });
});
