import type { Answer } from '../../ipc/client';

export type Reminders = Answer<'reminders'>;
export type Reminder = Reminders['coming'][number];
