import type { HardMoment } from '../../../ipc/generated/HardMoment';
import type { LockCard } from '../../../ipc/generated/LockCard';

export type Person = LockCard['people'][number];

/** What can be put on the lock card, by list: what the plan says, and what is on it already. */
export interface Choice {
  reasons: string[];
  skills: string[];
  people: Person[];
  slip_steps: string[];
  /** Those of the people whom the plan does not name any more, or by another number. */
  gone: Person[];
}

export const LISTS = ['reasons', 'skills', 'slip_steps'] as const;

export const NOTHING: LockCard = { reasons: [], skills: [], people: [], slip_steps: [] };

/** Someone is the same person while the name and the number are. */
export const samePerson = (a: Person, b: Person) => a.name === b.name && a.phone === b.phone;

/** What the plan offers; what stands on the card though it has left the plan comes last, so that it can be taken off. */
export function choice(plan: HardMoment, card: LockCard): Choice {
  const texts = (all: string[], on: string[]) => [...new Set([...all, ...on])];
  const people = plan.people
    .map(({ name, phone, more_phones, message }) => ({
      name,
      phone: phone || (more_phones[0]?.number ?? ''),
      message,
    }))
    .filter((one) => one.phone !== '');
  const gone = card.people.filter((one) => !people.some((other) => samePerson(one, other)));
  return {
    reasons: texts(plan.reasons, card.reasons),
    skills: texts(
      plan.skills.map((skill) => skill.text),
      card.skills,
    ),
    people: [...people, ...gone],
    gone,
    slip_steps: texts(plan.slip_steps, card.slip_steps),
  };
}

export function isNothing(card: LockCard): boolean {
  return card.people.length === 0 && LISTS.every((list) => card[list].length === 0);
}

/** Whether the card says something that the plan does not say any more. */
export function isOutdated(plan: HardMoment, card: LockCard): boolean {
  const offered = choice(plan, NOTHING);
  const people = card.people.every((one) => offered.people.some((other) => samePerson(one, other)));
  return !people || LISTS.some((list) => card[list].some((text) => !offered[list].includes(text)));
}
