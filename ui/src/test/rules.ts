/** What reminds in the made-up core, as it is at the start. */
import type { Lead, ReminderRule, Source } from '../features/reminders/rules/rule';

const before = (minutes: number): Lead => ({ kind: 'before', minutes });
const at = (days: number, time: string): Lead => ({ kind: 'at', days, time });

const LEADS: Record<Source, Lead[]> = {
  session: [before(60)],
  meeting: [],
  requirement: [at(1, '18:00')],
  call_line: [before(1440), before(60)],
  homework: [at(1, '18:00')],
  check_in: [at(0, '20:00')],
  mooring: [at(0, '18:00')],
  plan_review: [at(0, '10:00')],
  medication: [at(0, '09:00')],
  authorization: [at(5, '10:00'), at(3, '10:00')],
  aftercare: [at(0, '09:00')],
  anniversary: [at(0, '09:00')],
  backup: [at(0, '11:00')],
  own: [before(0)],
};

export function firstRule(source: Source): ReminderRule {
  const asks = source === 'session' || source === 'meeting';
  const off = source === 'check_in' || source === 'medication';
  return { source, on: !off, leads: LEADS[source], words: '', sound: true, ask: asks };
}

export const firstRules = (): ReminderRule[] => (Object.keys(LEADS) as Source[]).map(firstRule);
