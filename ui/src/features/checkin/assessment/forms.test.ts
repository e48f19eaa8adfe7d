import { describe, expect, it } from 'vitest';
import { has, setLanguage } from '../../../words';
import { ANSWERS, asks, INSTRUMENTS, QUESTIONS, wordScore, type Scale } from './forms';

describe('the questionnaires', () => {
  it('have as many answers as the core takes, each in words in both languages', async () => {
    expect(INSTRUMENTS.map((one) => QUESTIONS[one].length)).toEqual([9, 7, 23]);
    for (const language of ['en', 'es'] as const) {
      await setLanguage(language);
      for (const instrument of INSTRUMENTS) {
        for (const { number } of QUESTIONS[instrument]) {
          expect(has(`assessment-${instrument}-${number}`), `${language} ${number}`).toBe(true);
        }
      }
      for (const [scale, answers] of Object.entries(ANSWERS) as [Scale, readonly number[]][]) {
        for (const answer of answers) expect(has(`assessment-${scale}-${answer}`)).toBe(true);
      }
    }
  });

  it('skip what their form skips', () => {
    const asked = (answers: (number | null)[]) =>
      QUESTIONS.bam.filter((question) => asks(question, answers)).map(({ number }) => number);
    expect(asked([])).toHaveLength(15);
    expect(asked([0, 0, 0, 1])).toContain('5');
    expect(asked([0, 0, 0, 0, null, 2])).toHaveLength(22);
  });

  it('come to numbers, and to no word for what they mean', () => {
    expect(wordScore('phq9', { total: 8 })).toBe('8 of 27');
    expect(wordScore('gad7', { total: 0 })).toBe('0 of 21');
    expect(wordScore('bam', { subscales: { used: 2, risk: 13, protective: 14 } })).toBe(
      'Use 2 of 12 · Risk 13 of 24 · Protective 14 of 24',
    );
  });
});
