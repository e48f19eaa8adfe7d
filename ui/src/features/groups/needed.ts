import { Failure } from '../../ipc/client';

/** The field's value, or the same refusal as the core's when it is empty. */
export function needed<V>(field: string, value: V | null | undefined): NonNullable<V> {
  if (value === null || value === undefined || value === '') {
    throw new Failure('Invalid', { field, rule: 'required' });
  }
  return value;
}
