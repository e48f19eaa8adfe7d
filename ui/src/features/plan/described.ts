/** An entry of the plan in words, to be held against another one. */
import type { PlanEntry } from '../../ipc/generated/PlanEntry';
import { fullDate, hours, t } from '../../words';
import { HALT } from './sections';

export interface Detail {
  label: string;
  /** Empty where nothing is said. */
  value: string;
}

/** What an entry is, in its main words; empty where it has none of its own. */
export function mainWords({ kind, entry }: PlanEntry): string {
  switch (kind) {
    case 'line':
      return entry;
    case 'person':
    case 'medicine':
      return entry.name;
    case 'halt':
    case 'review':
      return '';
    default:
      return entry.text;
  }
}

/** What is said about it besides. Of two entries of a kind, the first ones stand for the same. */
export function details({ kind, entry }: PlanEntry): Detail[] {
  const said = (id: string, value: string): Detail => ({ label: t(id), value });
  switch (kind) {
    case 'line':
      return [];
    case 'trigger':
      return [
        said('plan-triggers-kind', t(`plan-triggers-${entry.kind}`)),
        said('plan-triggers-strength', t(`strength-${entry.strength}`)),
        said('plan-triggers-response', entry.response),
      ];
    case 'situation':
      return [
        said('plan-situations-on', entry.on ? fullDate(entry.on) : ''),
        said('plan-situations-plan', entry.plan),
      ];
    case 'warning_sign':
      return [said('plan-signs-stage', t(`stage-${entry.stage}`))];
    case 'skill':
      return [
        said('plan-skills-pace', t(`pace-${entry.pace}`)),
        said('plan-skills-takes', entry.minutes ? hours(entry.minutes) : ''),
      ];
    case 'halt':
      return HALT.map((one) => said(`plan-halt-${one}`, entry[one]));
    case 'person':
      return [
        said('plan-people-role', t(`role-${entry.role}`)),
        said('plan-people-phone', entry.phone),
        said(
          'plan-phones-more',
          entry.more_phones.map(({ label, number }) => (label ? `${label}: ${number}` : number)).join('\n'),
        ),
        said('plan-people-message', entry.message),
        said('plan-people-knows-plan', t(entry.knows_plan ? 'plan-yes' : 'plan-no')),
      ];
    case 'medicine':
      return [said('plan-medicines-how', entry.how)];
    case 'review':
      return [
        said('plan-review-with', entry.with),
        said('plan-review-on', fullDate(entry.on)),
        said('plan-review-next', entry.next_on ? fullDate(entry.next_on) : ''),
        said(
          'plan-signatures',
          entry.signatures.map((one, i) => one.signer || t('plan-signature-n', { place: i + 1 })).join('\n'),
        ),
      ];
  }
}
