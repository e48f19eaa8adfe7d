/** How often something comes again: as it is chosen, kept and worded. */
import { Failure } from '../ipc/client';
import type { Repeat } from '../ipc/generated/Repeat';
import type { TimeUnit } from '../ipc/generated/TimeUnit';
import { t } from '../words';

export const UNITS: readonly TimeUnit[] = ['day', 'week', 'month', 'year'];

/** Rhythms that are offered; any other is set by hand. */
export const USUAL: readonly Repeat[] = [
  { every: 1, unit: 'day' },
  { every: 1, unit: 'week' },
  { every: 2, unit: 'week' },
  { every: 1, unit: 'month' },
  { every: 3, unit: 'month' },
  { every: 6, unit: 'month' },
  { every: 1, unit: 'year' },
];

/** A rhythm as it is chosen: its key, `once`, or `own` with its parts beside it. */
export interface Rhythm {
  repeat: string;
  every: number | null;
  unit: TimeUnit;
}

export const keyOf = ({ every, unit }: Repeat): string => `${every}-${unit}`;

export function rhythmOf(repeat: Repeat | null): Rhythm {
  if (!repeat) return { repeat: 'once', every: 2, unit: 'week' };
  const key = keyOf(repeat);
  return { ...repeat, repeat: USUAL.some((one) => keyOf(one) === key) ? key : 'own' };
}

/** What is saved of it. Throws the same refusal as the core's where a number is missing. */
export function repeatOf({ repeat, every, unit }: Rhythm): Repeat | null {
  if (repeat === 'once') return null;
  if (repeat !== 'own') return USUAL.find((one) => keyOf(one) === repeat) ?? null;
  if (every === null) throw new Failure('Invalid', { field: 'repeat.every', rule: 'required' });
  return { every, unit };
}

export const wordRepeat = ({ every, unit }: Repeat): string => t(`repeat-every-${unit}`, { count: every });
