/** What is asked, and how it stands, in words. */
import { hours, nearDay, opening, t } from '../../../words';
import type { Requirement, RequirementView } from '../types';

/** How much, as it is counted: meetings, sessions, or hours. */
export function amount(requirement: Requirement, n: number): string {
  return requirement.counts === 'treatment_minutes' ? hours(n) : String(n);
}

/** "Court: 2 AA meetings a week" */
export function nameOfRequirement(requirement: Requirement): string {
  const { counts, amount: count, period, asked_by } = requirement;
  const kind = typeof counts === 'string' ? counts : 'fellowship';
  const what = t(`asked-what-${kind}-${period}`, {
    count,
    hours: hours(count),
    name: typeof counts === 'string' ? '' : t(`fellowship-${counts.fellowship}`),
  });
  return t('asked-name', { by: t(`asked-by-${asked_by}`), what });
}

export interface Standing {
  /** What is done: the large figure. */
  done: string;
  /** "of 2 this week, 1 to make up" */
  beside: string;
  /** When what is left is due, and what is to be settled later. */
  below: string[];
}

/** How it stands; nothing before it begins and when nothing is asked any more. */
export function standing(view: RequirementView, today: string): Standing | undefined {
  const { requirement, owed } = view;
  if (!owed) return undefined;
  const of = (n: number) => amount(requirement, n);
  const makeUp = owed.carried - owed.made_up;
  const beside = t(makeUp > 0 ? `asked-of-${requirement.period}-make-up` : `asked-of-${requirement.period}`, {
    asked: of(owed.asked),
    owed: of(makeUp),
  });
  // With a day by which all is to be settled, only the own amount is due before it.
  const settles = owed.left_to_settle !== null && requirement.settle_by !== null;
  const left = settles ? owed.left_of_own : owed.left;
  const below = [
    left > 0
      ? t('asked-due', { left: of(left), day: nearDay(owed.due_on, today) })
      : t(`asked-done-${requirement.period}`),
  ];
  if (owed.left_to_settle !== null && requirement.settle_by !== null) {
    const day = nearDay(requirement.settle_by, today);
    below.push(
      owed.left_to_settle > 0
        ? t(makeUp > 0 ? 'asked-settle-make-up' : 'asked-settle', {
            day,
            left: of(owed.left_to_settle),
            owed: of(makeUp),
          })
        : t('asked-settled', { day }),
    );
  }
  if (owed.paused) below.push(t('asked-paused'));
  return { done: of(owed.done), beside, below: below.map(opening) };
}
