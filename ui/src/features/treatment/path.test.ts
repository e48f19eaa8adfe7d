import { describe, expect, it } from 'vitest';
import {
  episodeParts,
  phaseAt,
  phaseParts,
  rangeWords,
  slotLines,
  whatComesNext,
  whereInWeeks,
} from './path';
import { partChoices } from './outcome';
import { episode } from './samples';

const NBSP = '\u00a0';
const plain = (text: string) => text.replaceAll(NBSP, ' ');

describe('the path', () => {
  it('says where I am and how much is left', () => {
    expect(whereInWeeks(episode())).toBe('Week 5 of 10 · 5 weeks left');
    expect(whereInWeeks(episode({ week: 10 }))).toBe('Week 10 of 10 · the last week');
    expect(whereInWeeks(episode({ week: 7, planned_weeks: null }))).toBe('Week 7');
    expect(whereInWeeks(episode({ week: null }))).toBe('Completed');
    expect(whereInWeeks(episode({ week: 0 }))).toBe('Starts January 5');
  });

  it('names the next part before the next level, and nothing where nothing is planned', () => {
    const after = episode({ week: 0, phases: [] });
    after.episode = { ...after.episode, id: 'after', level: 'outpatient', starts_on: '2026-03-16' };
    expect(plain(whatComesNext([episode(), after], '2026-01-20') ?? '')).toBe(
      'Next: 9 h a week from February 2.',
    );
    expect(whatComesNext([episode(), after], '2026-02-03')).toBe('Next: Outpatient from March 16.');
    expect(whatComesNext([episode()], '2026-02-03')).toBeUndefined();
  });

  it('is drawn up to today', () => {
    const [part] = episodeParts([episode()], '2026-02-09');
    expect(part).toMatchObject({ weeks: 10, done: 0.5, now: true });
    expect(phaseParts(episode(), '2026-02-09').map((one) => one.now)).toEqual([false, true]);
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
