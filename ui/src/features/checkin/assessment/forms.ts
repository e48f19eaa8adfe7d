/** The questionnaires as the page shows them: which answers each question takes. Their sums are the core's. */
import type { Instrument } from '../../../ipc/generated/Instrument';
import type { Score } from '../../../ipc/generated/Score';
import { t } from '../../../words';

export const INSTRUMENTS: readonly Instrument[] = ['phq9', 'gad7', 'bam'];

/** Answers that questions share; each is worded `assessment-<scale>-<answer>`. */
export type Scale = 'often' | 'health' | 'days' | 'much' | 'enough';
export const ANSWERS: Record<Scale, readonly number[]> = {
  often: [0, 1, 2, 3],
  health: [0, 1, 2, 3, 4],
  days: [0, 1, 2, 3, 4],
  much: [0, 1, 2, 3, 4],
  enough: [0, 4],
};

export interface Question {
  /** As the form prints it: "7a". Worded `assessment-<instrument>-<number>`. */
  number: string;
  scale: Scale;
  /** The place of a question that is asked first: this one is skipped, and is 0, where that is 0. */
  after?: number;
}

const often = (count: number): Question[] =>
  Array.from({ length: count }, (_, i) => ({ number: String(i + 1), scale: 'often' }));

const ANY_ALCOHOL = 3;
const ANY_DRUG = 5;
const drug = (letter: string): Question => ({ number: `7${letter}`, scale: 'days', after: ANY_DRUG });

export const QUESTIONS: Record<Instrument, readonly Question[]> = {
  phq9: often(9),
  gad7: often(7),
  bam: [
    { number: '1', scale: 'health' },
    { number: '2', scale: 'days' },
    { number: '3', scale: 'days' },
    { number: '4', scale: 'days' },
    { number: '5', scale: 'days', after: ANY_ALCOHOL },
    { number: '6', scale: 'days' },
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(drug),
    { number: '8', scale: 'much' },
    { number: '9', scale: 'much' },
    { number: '10', scale: 'days' },
    { number: '11', scale: 'days' },
    { number: '12', scale: 'much' },
    { number: '13', scale: 'days' },
    { number: '14', scale: 'enough' },
    { number: '15', scale: 'much' },
    { number: '16', scale: 'days' },
    { number: '17', scale: 'much' },
  ],
};

/** Whether the form asks a question after what was answered so far. */
export function asks(question: Question, answers: readonly (number | null)[]): boolean {
  return question.after === undefined || (answers[question.after] ?? 0) > 0;
}

/** A part of a score, and the most that it can be. */
interface Part {
  name: 'total' | 'used' | 'risk' | 'protective';
  value: number;
  most: number;
}

/** The parts of a score, in the order of its form. */
export function partsOf(instrument: Instrument, score: Score): Part[] {
  if ('total' in score) {
    return [{ name: 'total', value: score.total, most: instrument === 'phq9' ? 27 : 21 }];
  }
  const { used, risk, protective } = score.subscales;
  return [
    { name: 'used', value: used, most: 12 },
    { name: 'risk', value: risk, most: 24 },
    { name: 'protective', value: protective, most: 24 },
  ];
}

/** "8 of 27", or the subscales side by side. A number and nothing else: no word says what it means. */
export function wordScore(instrument: Instrument, score: Score): string {
  return partsOf(instrument, score)
    .map(({ name, value, most }) =>
      name === 'total'
        ? t('assessment-of', { score: value, most })
        : t('assessment-part-of', { part: t(`assessment-part-${name}`), score: value, most }),
    )
    .join(' · ');
}
