/** How the aftercare plan is laid out and worded. */
import { wordRepeat } from '../../../components/rhythm';
import type { Answer } from '../../../ipc/client';
import type { Area } from '../../../ipc/generated/Area';
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
