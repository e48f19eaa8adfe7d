import { describe, expect, it } from 'vitest';
import { FULL, NONE } from './plans.fixture';
import { begin, complete, content, filled, isEmpty, put, SECTIONS, take } from './sections';

describe('The sections of the plan', () => {
  it('come out of their fields as they went in', () => {
    for (const section of SECTIONS) {
      const edited = { ...FULL, ...put(section, take(section, FULL)) };
      expect(edited).toEqual(FULL);
      expect(content(section, edited)).toBe(content(section, FULL));
      expect(isEmpty(section, FULL)).toBe(false);
      expect(isEmpty(section, NONE)).toBe(true);
    }
  });

  it('stay empty when an editor was opened and nothing written', () => {
    for (const section of SECTIONS) {
      expect({ ...NONE, ...put(section, begin(section, NONE)) }).toEqual(NONE);
    }
  });

  it('drop what was left empty, and keep the order of the rest', () => {
    const steps = [{ text: 'Call' }, { text: '  ' }, { text: ' Leave ' }];
    expect(put('slip', { slip_steps: steps, slip_message: ' Help ' })).toEqual({
      slip_steps: ['Call', 'Leave'],
      slip_message: 'Help',
    });
    expect(filled({ text: '', strength: 2, response: 'Walk' })).toBe(true);
  });
});

it('brings what an earlier version kept of a section into today’s form', () => {
  const kept = { people: [{ name: 'Jo', role: 'sponsor', phone: '555-0117', knows_plan: true }] };
  expect(complete('people', kept as never)).toEqual({
    people: [{ ...kept.people[0], more_phones: [], message: '' }],
  });
  const skills = { quick: [{ text: 'Walk' }], slow: [] };
  expect(complete('skills', skills as never)).toEqual({
    quick: [{ text: 'Walk', minutes: null }],
    slow: [],
    halt: { hungry: '', angry: '', lonely: '', tired: '' },
  });
  expect(complete('slip', { slip_steps: [{ text: 'Stop' }] } as never).slip_message).toBe('');
  expect(complete('review', { with: 'Dana', on: '', next_on: '' } as never).signatures).toEqual([]);
});
