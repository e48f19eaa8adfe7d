/** Usual spans of a record, as civil dates. */
import { addDays } from '../fellowships';

export const SPANS = ['month', 'last', '90', 'start', 'own'] as const;
export type Span = (typeof SPANS)[number];

export interface Days {
  from: string;
  to: string;
}

/** The first and the last day; what is chosen by hand has its own. `start` is the day on which treatment began. */
export function spanOf(span: Exclude<Span, 'own'>, today: string, start: string): Days {
  const first = `${today.slice(0, 8)}01`;
  const to = addDays(first, -1);
  return {
    month: { from: first, to: today },
    last: { from: `${to.slice(0, 8)}01`, to },
    '90': { from: addDays(today, -89), to: today },
    start: { from: start, to: today },
  }[span];
}
