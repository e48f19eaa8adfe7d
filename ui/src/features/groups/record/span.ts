/** Usual spans of a record, as civil dates. */
import { addDays } from '../fellowships';

export type Span = 'month' | 'last' | '90' | 'own';

/** The first and the last day; what is chosen by hand has its own. */
export function spanOf(span: Exclude<Span, 'own'>, today: string): { from: string; to: string } {
  const first = `${today.slice(0, 8)}01`;
  if (span === 'month') return { from: first, to: today };
  if (span === '90') return { from: addDays(today, -89), to: today };
  const to = addDays(first, -1);
  return { from: `${to.slice(0, 8)}01`, to };
}
