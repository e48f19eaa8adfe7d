import { expect, it } from 'vitest';
import { spanOf } from './span';

it('names whole months and the ninety days that end today, also across years and leap days', () => {
  expect(spanOf('month', '2026-02-03')).toEqual({ from: '2026-02-01', to: '2026-02-03' });
  expect(spanOf('last', '2026-01-15')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(spanOf('last', '2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(spanOf('90', '2026-02-03')).toEqual({ from: '2025-11-06', to: '2026-02-03' });
});
