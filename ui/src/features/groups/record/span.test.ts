import { expect, it } from 'vitest';
import { spanOf } from './span';

const START = '2026-01-05';

it('names whole months, the ninety days that end today and the days since the start', () => {
  expect(spanOf('month', '2026-02-03', START)).toEqual({ from: '2026-02-01', to: '2026-02-03' });
  expect(spanOf('90', '2026-02-03', START)).toEqual({ from: '2025-11-06', to: '2026-02-03' });
  expect(spanOf('start', '2026-02-03', START)).toEqual({ from: START, to: '2026-02-03' });
});

it('finds the last month across years and leap days', () => {
  expect(spanOf('last', '2026-01-15', START)).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(spanOf('last', '2028-03-31', START)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
