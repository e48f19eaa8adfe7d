import type { HardMoment } from '../../ipc/generated/HardMoment';
import type { LockCard } from '../../ipc/generated/LockCard';
import type { Halt } from '../../ipc/generated/Halt';
import type { Role } from '../../ipc/generated/Role';

/** Someone to call, first by their first number. */
export interface Caller {
  name: string;
  role?: Role;
  numbers: { label: string; number: string }[];
  /** What to text them; may be empty. */
  message: string;
}

/** What is the client's own in a hard moment. */
export interface Mine {
  reasons: string[];
  skills: { text: string; minutes: number | null }[];
  /** Only what the record says: nothing of it is on the lock screen. */
  halt?: Halt;
  people: Caller[];
  steps: string[];
  /** What they say after a slip; may be empty. */
  message: string;
}

/** All that the record has for it. */
export function ofRecord(read: HardMoment): Mine {
  return {
    reasons: read.reasons,
    skills: read.skills,
    halt: read.halt,
    people: read.people.map(({ name, role, phone, more_phones, message }) => ({
      name,
      role,
      numbers: [{ label: '', number: phone }, ...more_phones].filter((one) => one.number !== ''),
      message,
    })),
    steps: read.slip_steps,
    message: read.slip_message,
  };
}

/** What the client chose to show without the passphrase. */
export function ofCard(card: LockCard): Mine {
  return {
    reasons: card.reasons,
    skills: card.skills.map((text) => ({ text, minutes: null })),
    people: card.people.map(({ name, phone, message }) => ({
      name,
      numbers: phone === '' ? [] : [{ label: '', number: phone }],
      message,
    })),
    steps: card.slip_steps,
    message: '',
  };
}

/** Whether nothing of the client's own is in it. */
export function isEmpty(mine: Mine): boolean {
  const lists = [mine.reasons, mine.skills, mine.people, mine.steps, Object.values(mine.halt ?? {})];
  return lists.every((list) => list.every((one) => one === ''));
}
