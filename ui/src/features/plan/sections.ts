/**
 * The eleven sections of the plan: what each holds, how it is taken apart for editing and put together
 * again. While it is edited, every entry is an object of its own, so that it keeps its field when it moves.
 */
import type { Halt } from '../../ipc/generated/Halt';
import type { Medicine } from '../../ipc/generated/Medicine';
import type { Person } from '../../ipc/generated/Person';
import type { Plan } from '../../ipc/generated/Plan';
import type { Pace } from '../../ipc/generated/Pace';
import type { Phone } from '../../ipc/generated/Phone';
import type { Role } from '../../ipc/generated/Role';
import type { Section } from '../../ipc/generated/Section';
import type { Signature } from '../../ipc/generated/Signature';
import type { Stage } from '../../ipc/generated/Stage';
import type { TriggerKind } from '../../ipc/generated/TriggerKind';

export type { Medicine, Person, Plan, Section };

export const SECTIONS = [
  'reasons',
  'triggers',
  'situations',
  'signs',
  'skills',
  'people',
  'places',
  'routine',
  'medicines',
  'slip',
  'review',
] as const;
export type SectionId = (typeof SECTIONS)[number];

export const STAGES: readonly Stage[] = ['early', 'middle', 'late'];
export const PACES: readonly Pace[] = ['quick', 'slow'];
export const KINDS: readonly TriggerKind[] = ['external', 'internal'];
export const ROLES: readonly Role[] = [
  'sponsor',
  'therapist',
  'program_line',
  'family',
  'friend',
  'doctor',
  'other',
];
export const HALT: readonly (keyof Halt)[] = ['hungry', 'angry', 'lonely', 'tired'];

export interface Line {
  text: string;
}
export interface TriggerEntry {
  text: string;
  strength: number;
  response: string;
}
export interface SkillEntry {
  text: string;
  minutes: number | null;
}
export interface SituationEntry {
  text: string;
  on: string;
  plan: string;
}

/** A section as it is edited. */
export interface Edits {
  reasons: { reasons: Line[] };
  triggers: Record<TriggerKind, TriggerEntry[]>;
  situations: { situations: SituationEntry[] };
  signs: Record<Stage, Line[]>;
  skills: Record<Pace, SkillEntry[]> & { halt: Halt };
  people: { people: Person[] };
  places: { safe_places: Line[]; remove_from_home: Line[] };
  routine: { routine: Line[] };
  medicines: { medicines: Medicine[] };
  slip: { slip_steps: Line[]; slip_message: string };
  review: { with: string; on: string; next_on: string; signatures: Signature[] };
}

/** Entries in which nothing is written yet. */
export const BLANK = {
  line: (): Line => ({ text: '' }),
  trigger: (): TriggerEntry => ({ text: '', strength: 2, response: '' }),
  situation: (): SituationEntry => ({ text: '', on: '', plan: '' }),
  skill: (): SkillEntry => ({ text: '', minutes: null }),
  person: (): Person => ({
    name: '',
    role: 'friend',
    phone: '',
    more_phones: [],
    knows_plan: false,
    message: '',
  }),
  phone: (): Phone => ({ label: '', number: '' }),
  medicine: (): Medicine => ({ name: '', how: '' }),
  signature: (signer: string): Signature => ({ signer, strokes: [], signed_at: new Date().toISOString() }),
};

/** A plan in which nothing is written. */
const NOTHING: Plan = {
  reasons: [],
  triggers: [],
  situations: [],
  warning_signs: [],
  skills: [],
  halt: { hungry: '', angry: '', lonely: '', tired: '' },
  people: [],
  safe_places: [],
  remove_from_home: [],
  routine: [],
  medicines: [],
  slip_steps: [],
  slip_message: '',
  review: null,
};

interface Shape<S extends SectionId> {
  /** The plan's fields that the section is made of; the core calls each a section of its own. */
  fields: readonly Section[];
  take: (plan: Plan) => Edits[S];
  put: (edit: Edits[S]) => Partial<Plan>;
}

const lines = (texts: string[]): Line[] => texts.map((text) => ({ text }));
const said = (text: string): boolean => text.trim() !== '';
const texts = (entries: Line[]): string[] => entries.map((entry) => entry.text.trim()).filter(said);

/** Whether something is held: a choice that always has a value says nothing by itself. */
function holds(held: unknown): boolean {
  if (typeof held === 'string') return said(held);
  if (typeof held === 'object' && held !== null) return Object.values(held).some(holds);
  return typeof held === 'number';
}

/** Whether anything stands in an entry. What is left empty is not saved. */
export function filled(entry: object): boolean {
  // Strength and role have a value from the start, and a signature the time at which it was begun.
  const chosen = ['strength', 'role', 'signed_at'];
  return Object.entries(entry).some(([name, held]) => !chosen.includes(name) && holds(held));
}

const shapes: { [S in SectionId]: Shape<S> } = {
  reasons: {
    fields: ['reasons'],
    take: (plan) => ({ reasons: lines(plan.reasons) }),
    put: (edit) => ({ reasons: texts(edit.reasons) }),
  },
  triggers: {
    fields: ['triggers'],
    take: (plan) => {
      const of = (kind: TriggerKind): TriggerEntry[] =>
        plan.triggers
          .filter((one) => one.kind === kind)
          .map(({ text, strength, response }) => ({ text, strength, response }));
      return { external: of('external'), internal: of('internal') };
    },
    put: (edit) => ({
      triggers: KINDS.flatMap((kind) =>
        edit[kind].filter(filled).map(({ text, strength, response }) => ({
          text: text.trim(),
          kind,
          strength,
          response: response.trim(),
        })),
      ),
    }),
  },
  situations: {
    fields: ['situations'],
    take: (plan) => ({ situations: plan.situations.map((one) => ({ ...one, on: one.on ?? '' })) }),
    put: (edit) => ({
      situations: edit.situations
        .filter(filled)
        .map(({ text, on, plan }) => ({ text: text.trim(), on: on || null, plan: plan.trim() })),
    }),
  },
  signs: {
    fields: ['warning_signs'],
    take: (plan) => {
      const of = (stage: Stage): Line[] =>
        plan.warning_signs.filter((one) => one.stage === stage).map(({ text }) => ({ text }));
      return { early: of('early'), middle: of('middle'), late: of('late') };
    },
    put: (edit) => ({
      warning_signs: STAGES.flatMap((stage) => texts(edit[stage]).map((text) => ({ stage, text }))),
    }),
  },
  skills: {
    fields: ['skills', 'halt'],
    take: (plan) => {
      const of = (pace: Pace): SkillEntry[] =>
        plan.skills.filter((one) => one.pace === pace).map(({ text, minutes }) => ({ text, minutes }));
      return { quick: of('quick'), slow: of('slow'), halt: { ...plan.halt } };
    },
    put: ({ halt, ...edit }) => ({
      skills: PACES.flatMap((pace) =>
        edit[pace].filter(filled).map(({ text, minutes }) => ({ text: text.trim(), pace, minutes })),
      ),
      halt: {
        hungry: halt.hungry.trim(),
        angry: halt.angry.trim(),
        lonely: halt.lonely.trim(),
        tired: halt.tired.trim(),
      },
    }),
  },
  people: {
    fields: ['people'],
    take: (plan) => ({
      people: plan.people.map((one) => ({
        ...one,
        more_phones: one.more_phones.map((phone) => ({ ...phone })),
      })),
    }),
    put: (edit) => ({
      people: edit.people.filter(filled).map((one) => ({
        name: one.name.trim(),
        role: one.role,
        phone: one.phone.trim(),
        more_phones: one.more_phones
          .filter(filled)
          .map(({ label, number }) => ({ label: label.trim(), number: number.trim() })),
        knows_plan: one.knows_plan,
        message: one.message.trim(),
      })),
    }),
  },
  places: {
    fields: ['safe_places', 'remove_from_home'],
    take: (plan) => ({
      safe_places: lines(plan.safe_places),
      remove_from_home: lines(plan.remove_from_home),
    }),
    put: (edit) => ({
      safe_places: texts(edit.safe_places),
      remove_from_home: texts(edit.remove_from_home),
    }),
  },
  routine: {
    fields: ['routine'],
    take: (plan) => ({ routine: lines(plan.routine) }),
    put: (edit) => ({ routine: texts(edit.routine) }),
  },
  medicines: {
    fields: ['medicines'],
    take: (plan) => ({ medicines: plan.medicines.map((one) => ({ ...one })) }),
    put: (edit) => ({
      medicines: edit.medicines
        .filter(filled)
        .map(({ name, how }) => ({ name: name.trim(), how: how.trim() })),
    }),
  },
  slip: {
    fields: ['slip_steps', 'slip_message'],
    take: (plan) => ({ slip_steps: lines(plan.slip_steps), slip_message: plan.slip_message }),
    put: (edit) => ({ slip_steps: texts(edit.slip_steps), slip_message: edit.slip_message.trim() }),
  },
  review: {
    fields: ['review'],
    take: ({ review }) => ({
      with: review?.with ?? '',
      on: review?.on ?? '',
      next_on: review?.next_on ?? '',
      signatures: (review?.signatures ?? []).map((one) => ({ ...one })),
    }),
    put: (edit) => {
      const signatures = edit.signatures
        .filter(({ strokes }) => strokes.length > 0)
        .map(({ signer, strokes, signed_at }) => ({ signer: signer.trim(), strokes, signed_at }));
      if (!said(edit.with) && !edit.on && !edit.next_on && signatures.length === 0) return { review: null };
      return { review: { with: edit.with.trim(), on: edit.on, next_on: edit.next_on || null, signatures } };
    },
  },
};

// One section's shape; the map ties the two, which the compiler cannot follow through a variable.
const shape = <S extends SectionId>(section: S) => shapes[section] as unknown as Shape<S>;

/** The section, for its fields. */
export function take<S extends SectionId>(section: S, plan: Plan): Edits[S] {
  return shape(section).take(plan);
}

/** The section with whatever it lacks: a draft of an earlier version had fewer fields. */
export function complete<S extends SectionId>(section: S, kept: Edits[S]): Edits[S] {
  const edit: Edits[S] = { ...take(section, NOTHING), ...kept };
  if (section === 'skills') {
    const skills = edit as Edits['skills'];
    skills.halt = { ...NOTHING.halt, ...skills.halt };
    for (const pace of PACES) skills[pace] = skills[pace].map((row) => ({ ...BLANK.skill(), ...row }));
  }
  if (section === 'people') {
    const all = edit as Edits['people'];
    all.people = all.people.map((row) => ({ ...BLANK.person(), ...row }));
  }
  return edit;
}

/** The section, for its fields, with a place to begin where it opens with one list and nothing stands in it. */
export function begin<S extends SectionId>(section: S, plan: Plan): Edits[S] {
  const edit = take(section, plan);
  const first = FIRST[section]?.();
  const [list]: unknown[] = Object.values(edit);
  if (first && Array.isArray(list) && list.length === 0) list.push(first);
  return edit;
}

const FIRST: Partial<Record<SectionId, () => object>> = {
  reasons: BLANK.line,
  situations: BLANK.situation,
  people: BLANK.person,
  routine: BLANK.line,
  medicines: BLANK.medicine,
  slip: BLANK.line,
};

/** What the plan's fields are after the edit. */
export function put<S extends SectionId>(section: S, edit: Edits[S]): Partial<Plan> {
  return shape(section).put(edit);
}

/** The section's content, to compare: in one order of fields, whoever wrote it. */
export function content(section: SectionId, plan: Plan): string {
  return JSON.stringify(put(section, take(section, plan)));
}

export function isEmpty(section: SectionId, plan: Plan): boolean {
  return !fieldsOf(section).some((field) => holds(plan[field]));
}

/** The core's sections that this one is made of. */
export function fieldsOf(section: SectionId): readonly Section[] {
  return shapes[section].fields;
}
