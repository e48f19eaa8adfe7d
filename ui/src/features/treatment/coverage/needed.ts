import { Failure } from '../../../ipc/client';
import { cents } from './money';

/** The amount that was typed, or the same refusal as the core's where it is none. */
export function neededCents(text: string, digits: number): number {
  if (text.trim() === '') throw new Failure('Invalid', { field: 'cents', rule: 'required' });
  const amount = cents(text, digits);
  if (amount === null) throw new Failure('Invalid', { field: 'cents', rule: 'malformed' });
  return amount;
}

/** The field's value, or the same refusal as the core's when it is empty. */
export function needed<V>(field: string, value: V | null): V {
  if (value === null || value === '') throw new Failure('Invalid', { field, rule: 'required' });
  return value;
}
