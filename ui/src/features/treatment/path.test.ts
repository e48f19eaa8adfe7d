import { describe, expect, it } from 'vitest';
import {
  episodeParts,
  nextWords,
  phaseAt,
  phaseSpan,
  phaseWords,
  rangeWords,
  slotLines,
  untilNext,
  whereInWeeks,
} from './path';
import { partChoices } from './outcome';
import { episode, phase } from './samples';
import type { NextStep } from './types';

const NBSP = '\u00a0';
const plain = (text: string) => text.replaceAll(NBSP, ' ');

describe('the path', () => {
  it('says where I am and how much is left', () => {
    expect(whereInWeeks(episode())).toBe('Week 5 of 10 · 5 weeks left');
    expect(whereInWeeks(episode({ week: 10, weeks_left: 0 }))).toBe('Week 10 of 10 · the last week');
    expect(whereInWeeks(episode({ week: 7, planned_weeks: null, weeks_left: null }))).toBe('Week 7');
    expect(whereInWeeks(episode({ week: null }))).toBe('Completed');
    expect(whereInWeeks(episode({ week: 0 }))).toBe('Starts January 5');
  });

  it('says what comes next, and when', () => {
    const next: NextStep = {
      on: '2026-02-02',
      days: 13,
      weeks: 1,
      episode: 'episode',
      level: 'intensive_outpatient',
      phase: 'p2',
      target_minutes: 540,
      begins: false,
    };
    expect(plain(nextWords(next))).toBe('Next: 9 h a week from February 2.');
    expect(nextWords({ ...next, level: 'outpatient', begins: true })).toBe(
      'Next: Outpatient from February 2.',
    );
    expect(untilNext(next)).toBe('That is in 13 days.');
    expect(untilNext({ ...next, days: 1, weeks: 0 })).toBe('That is tomorrow.');
    expect(untilNext({ ...next, days: 27, weeks: 3 })).toBe('That is in 3 weeks.');
  });

  it('says a part by its days, hours and span, also where it has none', () => {
    expect(plain(phaseWords(phase()))).toBe('3 days a week · 9 h a week');
    expect(plain(phaseWords(phase({ slots: [] })))).toBe('9 h a week');
    expect(phaseWords(phase({ slots: [], target_minutes: 0 }))).toBe('No set days');
    expect(phaseSpan(phase())).toBe('February 2 – March 15 · 6 weeks');
    expect(phaseSpan(phase({ ends_on: null, weeks: null }))).toBe('From February 2');
  });

  it('is drawn as far as it is over', () => {
    expect(episodeParts([episode()])[0]).toMatchObject({ weeks: 10, done: 0.5, now: true });
    const [behind, ahead] = episodeParts([
      episode({ place: 'behind', percent_over: 100 }),
      episode({ place: 'ahead', percent_over: null, planned_weeks: null }),
    ]);
    expect([behind?.done, ahead?.done, ahead?.now]).toEqual([1, 0, false]);
    expect(phaseAt(episode().phases, '2026-02-09')?.id).toBe('p2');
    expect(phaseAt(episode().phases, '2025-12-01')?.id).toBe('p1');
  });

  it('puts days that are alike on one line', () => {
    const lines = slotLines(episode().slots).map((line) => [plain(line.days), line.detail]);
    expect(lines).toEqual([
      ['Mon, Wed · 6:00 – 9:00 pm', 'Group therapy'],
      ['Fri · 6:00 – 7:00 pm', 'Family therapy'],
    ]);
  });

  it('says the hours of the level with their source', () => {
    expect(plain(rangeWords(episode()))).toBe(
      'Intensive outpatient: 9 to under 20 h a week (ASAM 2.1, 3rd edition)',
    );
    expect(rangeWords(episode({ range: null }))).toBe('');
  });
});

describe('a part of a session', () => {
  it('offers up to five lengths below the whole', () => {
    expect(partChoices(60)).toEqual([15, 30, 45]);
    expect(partChoices(180)).toEqual([30, 60, 90, 120, 150]);
    expect(partChoices(360)).toEqual([90, 180, 270]);
    expect(partChoices(15)).toEqual([]);
  });
});
