/** How the aftercare plan is laid out and worded. */
import { Failure, type Answer } from '../../../ipc/client';
import type { Area } from '../../../ipc/generated/Area';
import type { Repeat } from '../../../ipc/generated/Repeat';
import type { TimeUnit } from '../../../ipc/generated/TimeUnit';
import { nearDay, shortDate, t } from '../../../words';

export type { Area };
export type Shown = Answer<'aftercare'>;
export type View = Shown['open'][number];

export const AREAS: readonly Area[] = [
  'groups',
  'therapy',
  'alumni',
  'medication',
  'doctor',
  'home',
  'work',
  'family',
  'health',
  'money',
  'joy',
  'other',
];
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

export const wordRepeat = ({ every, unit }: Repeat): string => t(`aftercare-every-${unit}`, { count: every });

/** "Due Saturday"; empty without a day. */
export function wordDue(due: { due_on: string | null; overdue: boolean }, today: string): string {
  if (!due.due_on) return '';
  return t(due.overdue ? 'aftercare-was-due' : 'aftercare-due', { day: nearDay(due.due_on, today) });
}

/** What stands below an entry's name: the next step first, then the days. */
export function linesOf({ entry, overdue }: View, today: string): string[] {
  const when = entry.done_on
    ? [t('aftercare-done-on', { day: shortDate(entry.done_on) })]
    : [wordDue({ due_on: entry.due_on, overdue }, today), entry.repeat ? wordRepeat(entry.repeat) : ''];
  return [entry.done_on ? '' : entry.next_step, when.filter(Boolean).join(' · ')].filter(Boolean);
}

/** The open entries by area, the area whose first entry is due soonest first. */
export function byArea(open: View[]): { area: Area; views: View[] }[] {
  const areas = [...new Set(open.map((view) => view.entry.area))];
  return areas.map((area) => ({ area, views: open.filter((view) => view.entry.area === area) }));
}
