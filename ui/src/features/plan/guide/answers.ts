/** A first plan from a few short questions: what is asked, and how the answers join the plan. */
import type { TriggerKind } from '../../../ipc/generated/TriggerKind';
import { BLANK, filled, put, take, type Line, type Person, type Plan } from '../sections';

export const QUESTIONS = ['reasons', 'triggers', 'signs', 'skills', 'people', 'slip'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface Answers {
  /** Which question is asked, from 0. */
  at: number;
  reasons: Line[];
  trigger: { text: string; kind: TriggerKind; strength: number; response: string };
  signs: Line[];
  skills: Line[];
  person: Person;
  slip: Line[];
  say: string;
}

export function starting(): Answers {
  return {
    at: 0,
    reasons: [BLANK.line()],
    trigger: { ...BLANK.trigger(), kind: 'external' },
    signs: [BLANK.line()],
    skills: [BLANK.line(), BLANK.line()],
    person: BLANK.person(),
    slip: [BLANK.line()],
    say: '',
  };
}

/** Whether a question has an answer. */
export function answered(question: Question, answers: Answers): boolean {
  switch (question) {
    case 'triggers':
      return filled({ text: answers.trigger.text, response: answers.trigger.response });
    case 'people':
      return filled(answers.person);
    case 'slip':
      return answers.slip.some(filled) || answers.say.trim() !== '';
    default:
      return answers[question].some(filled);
  }
}

/** The plan with the answers in it, each after what stands there already. */
export function joined(plan: Plan, answers: Answers): Plan {
  const edits = {
    reasons: take('reasons', plan),
    triggers: take('triggers', plan),
    signs: take('signs', plan),
    skills: take('skills', plan),
    people: take('people', plan),
    slip: take('slip', plan),
  };
  const { kind, ...trigger } = answers.trigger;
  edits.reasons.reasons.push(...answers.reasons);
  edits.triggers[kind].push(trigger);
  edits.signs.early.push(...answers.signs);
  edits.skills.quick.push(...answers.skills.map(({ text }) => ({ ...BLANK.skill(), text })));
  edits.people.people.push(answers.person);
  edits.slip.slip_steps.push(...answers.slip);
  edits.slip.slip_message = [edits.slip.slip_message, answers.say].filter(Boolean).join('\n');
  return {
    ...plan,
    ...put('reasons', edits.reasons),
    ...put('triggers', edits.triggers),
    ...put('signs', edits.signs),
    ...put('skills', edits.skills),
    ...put('people', edits.people),
    ...put('slip', edits.slip),
  };
}

/** How many entries the plan holds before each answer: what the request calls it begins there. */
export function before(plan: Plan | undefined, kind: TriggerKind) {
  const external = plan?.triggers.filter((one) => one.kind === 'external').length ?? 0;
  return {
    reasons: plan?.reasons.length ?? 0,
    trigger: kind === 'external' ? external : (plan?.triggers.length ?? 0),
    signs: plan?.warning_signs.filter((one) => one.stage === 'early').length ?? 0,
    skills: plan?.skills.filter((one) => one.pace === 'quick').length ?? 0,
    person: plan?.people.length ?? 0,
    slip: plan?.slip_steps.length ?? 0,
  };
}

/** The question at which a field of the request was answered. */
export function questionOf(field: string): number {
  const [list] = field.split('.');
  const question = { warning_signs: 'signs', slip_steps: 'slip', slip_message: 'slip' }[list ?? ''] ?? list;
  return QUESTIONS.indexOf(question as Question);
}
