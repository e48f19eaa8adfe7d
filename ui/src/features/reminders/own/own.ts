/** How reminders of one's own are worded. */
import { wordRepeat } from '../../../components/rhythm';
import type { Answer } from '../../../ipc/client';
import { dayTime, t } from '../../../words';

export type OwnView = Answer<'reminder_rules'>['own'][number];
export type Own = OwnView['reminder'];

/** When it comes next, and how often. */
export function wordNext({ reminder, next_on }: OwnView): string {
  if (next_on === null) return t('remrule-own-over');
  const next = dayTime(`${next_on}T${reminder.time}`);
  return reminder.repeat ? `${next} · ${wordRepeat(reminder.repeat)}` : next;
}
