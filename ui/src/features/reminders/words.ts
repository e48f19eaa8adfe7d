/** How a reminder is called in lists and to a screen reader. */
import { nearDay, opening, t, time } from '../../words';
import type { Reminder } from './types';

/** When it comes or came: "Today, 5:00 pm". */
export function when(reminder: Reminder, today: string): string {
  return t('reminders-when', { day: opening(nearDay(reminder.on, today)), time: time(reminder.time) });
}

/** What it is about; where nothing more is known, what reminds. */
export function nameOf({ about, source }: Reminder): string {
  return about || t(`remrule-${source}`);
}
