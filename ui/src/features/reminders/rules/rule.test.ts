import { describe, expect, it } from 'vitest';
import { firstRule } from '../../../test/rules';
import { always, wordEnd, wordQuiet, type QuietHours } from './quiet';
import { GROUPS, sameRule, wordLead, wordRule } from './rule';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a rule in words', () => {
  it('says the earliest time first', () => {
    const leads = [
      { kind: 'before' as const, minutes: 10 },
      { kind: 'before' as const, minutes: 60 },
      { kind: 'at' as const, days: 1, time: '18:00' },
    ];
    expect(plain(wordRule({ ...firstRule('session'), leads }))).toBe(
      'The evening before at 6:00 pm · 1 hour before · 10 minutes before',
    );
  });

  it('says when it is off, whatever its times', () => {
    expect(wordRule({ ...firstRule('session'), on: false })).toBe('Off');
  });

  it.each([
    ['call_line', { kind: 'before', minutes: 1440 }, 'As it opens'],
    ['call_line', { kind: 'before', minutes: 60 }, '1 hour before it closes'],
    ['session', { kind: 'before', minutes: 0 }, 'As it begins'],
    ['session', { kind: 'before', minutes: 2880 }, '2 days before'],
    ['own', { kind: 'before', minutes: 0 }, 'At the time you set'],
    ['homework', { kind: 'at', days: 1, time: '09:00' }, 'The day before at 9:00 am'],
    ['homework', { kind: 'at', days: 0, time: '09:00' }, 'On the day at 9:00 am'],
    ['check_in', { kind: 'at', days: 0, time: '20:00' }, 'Every day at 8:00 pm'],
    ['mooring', { kind: 'at', days: 0, time: '18:00' }, 'On the last day of your week at 6:00 pm'],
    ['authorization', { kind: 'at', days: 5, time: '10:00' }, '5 days before at 10:00 am'],
  ] as const)('of %s: %j', (source, lead, words) => {
    expect(plain(wordLead(source, lead))).toBe(words);
  });

  it('names every source once', () => {
    const shown = GROUPS.flatMap(({ sources }) => sources);
    expect(new Set(shown).size).toBe(13);
    expect(shown).not.toContain('own');
  });

  it('is the same whatever the order of its times', () => {
    const rule = firstRule('authorization');
    expect(sameRule(rule, { ...rule, leads: [...rule.leads].reverse() })).toBe(true);
    expect(sameRule(rule, { ...rule, sound: false })).toBe(false);
  });
});

describe('quiet hours', () => {
  const night = { from: '22:00', until: '07:00' };
  const week = (one: (day: number) => QuietHours[number]) => [0, 1, 2, 3, 4, 5, 6].map(one) as QuietHours;

  it('say when they go on over midnight, and that the same time twice is a whole day', () => {
    expect(plain(wordEnd(night, 7))).toBe('Ends the next day, Monday, at 7:00 am.');
    expect(wordEnd({ from: '13:00', until: '14:00' }, 1)).toBe('');
    expect(wordEnd({ from: '00:00', until: '00:00' }, 1)).toBe('The whole day.');
    expect(plain(wordEnd({ from: '08:00', until: '08:00' }))).toBe(
      'A whole day: it ends the next day at 8:00 am.',
    );
  });

  it('are in a line what they are', () => {
    expect(wordQuiet(week(() => null))).toBe('None. Reminders come at any time.');
    expect(plain(wordQuiet(week(() => night)))).toBe('Every day, 10:00 pm – 7:00 am');
    expect(wordQuiet(week((day) => (day === 2 ? night : null)))).toBe('On Wednesday');
    expect(wordQuiet(week((day) => (day < 2 ? night : null)))).toBe('On 2 days of the week');
    expect(wordQuiet(week((day) => (day < 5 ? night : { ...night, until: '09:00' })))).toBe(
      'Every day, not at the same hours',
    );
  });

  it('are always where no gap is left, and not where one is', () => {
    const from = (clock: string) => ({ from: clock, until: clock });
    expect(always(week(() => from('08:00')))).toBe(true);
    expect(wordQuiet(week(() => from('08:00')))).toBe('It is always quiet. No reminder will appear.');
    expect(always(week((day) => (day === 3 ? null : from('00:00'))))).toBe(false);
    // From 8 to 10 on Tuesday.
    expect(always(week((day) => from(day === 0 ? '08:00' : '10:00')))).toBe(false);
    expect(always(week(() => night))).toBe(false);
  });
});
