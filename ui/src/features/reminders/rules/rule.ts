/** How rules are laid out and worded. */
import type { Answer } from '../../../ipc/client';
import type { Lead } from '../../../ipc/generated/Lead';
import type { Source } from '../../../ipc/generated/Source';
import { spokenHours, t, time } from '../../../words';

export type { Lead, Source };
export type ReminderRule = Answer<'reminder_rules'>['rules'][number];

/** What reminds, as it is shown; reminders of one's own stand beside them. */
export const GROUPS: readonly { id: string; sources: readonly Source[] }[] = [
  { id: 'treatment', sources: ['session', 'call_line', 'homework', 'requirement', 'authorization'] },
  { id: 'groups', sources: ['meeting'] },
  {
    id: 'me',
    sources: ['check_in', 'mooring', 'medication', 'plan_review', 'aftercare', 'anniversary'],
  },
  { id: 'record', sources: ['backup'] },
];

/** As many times as the core keeps for one source. */
export const MOST_LEADS = 10;

const DAY = 24 * 60;
const EVENING = '17:00';

const before = (minutes: number): Lead => ({ kind: 'before', minutes });

export const isSource = (name: string | undefined): name is Source =>
  name === 'own' || GROUPS.some(({ sources }) => (sources as readonly (string | undefined)[]).includes(name));

export function sameRule(one: ReminderRule, other: ReminderRule): boolean {
  const text = ({ source, on, leads, words, sound, ask }: ReminderRule) =>
    JSON.stringify([source, on, leads.map((lead) => keyOf(lead)).sort(), words, sound, ask]);
  return text(one) === text(other);
}

/** Whether what it reminds of begins at a time; the others have a day. */
export const hasTime = (source: Source): boolean =>
  ['session', 'meeting', 'call_line', 'own'].includes(source);

/** Whether it can be asked afterwards if the client was there. */
export const canAsk = (source: Source): boolean => source === 'session' || source === 'meeting';

/** Whether it comes on its day alone, so that only the time is chosen. */
export const timeOnly = (source: Source): boolean => ['check_in', 'medication', 'backup'].includes(source);

/** Whether it may be on without a time: a usual meeting has one of its own. */
export const needsLead = ({ source, on }: ReminderRule): boolean => on && source !== 'meeting';

const keyOf = (lead: Lead): string =>
  lead.kind === 'before' ? `${lead.minutes}` : `${lead.days}/${lead.time}`;

/** About how long before, in minutes: for the order in which times are shown. */
function distance(lead: Lead): number {
  if (lead.kind === 'before') return lead.minutes;
  const [hour = 0, minute = 0] = lead.time.split(':').map(Number);
  return (lead.days + 1) * DAY - hour * 60 - minute;
}

/** The times, the earliest first, each with its place in the rule. */
export function inOrder(leads: readonly Lead[]): { lead: Lead; place: number }[] {
  return leads
    .map((lead, place) => ({ lead, place }))
    .sort((one, other) => distance(other.lead) - distance(one.lead));
}

/** The minutes before that are offered; any other is set by hand. */
export function usualMinutes(source: Source): { value: number; label: string }[] {
  const minutes =
    source === 'call_line' ? [DAY, 180, 120, 60, 30, 15] : [0, 5, 10, 15, 30, 60, 120, 180, DAY];
  return minutes.map((value) => ({ value, label: wordLead(source, before(value)) }));
}

export function wordLead(source: Source, lead: Lead): string {
  if (lead.kind === 'before') return wordBefore(source, lead.minutes);
  const clock = { time: time(lead.time) };
  if (lead.days === 0) {
    if (source === 'backup') return t('remrule-due', clock);
    if (source === 'mooring') return t('remrule-week-ends', clock);
    if (timeOnly(source)) return t('remrule-every-day', clock);
  }
  if (lead.days === 1 && lead.time >= EVENING) return t('remrule-evening', clock);
  return t('remrule-at', { days: lead.days, ...clock });
}

function wordBefore(source: Source, minutes: number): string {
  const lead = minutes % DAY === 0 ? t('remrule-days', { count: minutes / DAY }) : spokenHours(minutes);
  if (source === 'call_line') {
    // It does not come before the line opens, and no line is open for longer than a day.
    if (minutes >= DAY) return t('remrule-opens');
    return minutes === 0 ? t('remrule-closes') : t('remrule-before-closes', { lead });
  }
  if (minutes === 0) return t(source === 'own' ? 'remrule-its-time' : 'remrule-begins');
  return t('remrule-before', { lead });
}

/** What a source does now, in a line. */
export function wordRule({ source, on, leads }: ReminderRule): string {
  if (!on) return t('remrule-off');
  const times = inOrder(leads).map(({ lead }) => wordLead(source, lead));
  return [...(source === 'meeting' ? [t('remrule-each-meeting')] : []), ...times].join(' · ');
}
