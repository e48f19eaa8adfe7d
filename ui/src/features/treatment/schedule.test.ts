import { describe, expect, it } from 'vitest';
import { evening, stepDown } from './samples';
import {
  addToDay,
  hasDay,
  makeSame,
  nextMonday,
  phaseOf,
  phasesOf,
  scheduled,
  targetOf,
  toggleDay,
  toPhase,
  toProvider,
} from './schedule';
import { find, place } from './zone';

function phase() {
  const [first] = phasesOf(evening);
  if (!first) throw new Error('no phase');
  return first;
}

describe('a schedule in a form', () => {
  it('goes back to the core as the template has it', () => {
    expect(phasesOf(stepDown).map(toPhase)).toEqual(stepDown.phases);
  });

  it('keeps its days in the order of the week, and takes time and length from the others', () => {
    const form = phase();
    toggleDay(form, 'tuesday');
    expect(form.slots.map((slot) => slot.weekday)).toEqual(['monday', 'tuesday', 'wednesday', 'friday']);
    expect(form.slots[1]).toMatchObject({ time: '18:00', minutes: 180, kind: 'group' });
    toggleDay(form, 'tuesday');
    expect(hasDay(form, 'tuesday')).toBe(false);
  });

  it('aims at what is scheduled until the client names a target', () => {
    const form = phase();
    toggleDay(form, 'tuesday');
    expect(targetOf(form)).toBe(720);
    form.target = 600;
    toggleDay(form, 'tuesday');
    expect(targetOf(form)).toBe(600);
  });

  it('does not count a drug test', () => {
    const form = phase();
    addToDay(form, 'monday');
    const test = form.slots[1];
    if (test) test.kind = 'drug_test';
    expect(scheduled(form.slots)).toBe(540);
  });

  it('puts a second session of a day after the first, and takes it away when all days are alike', () => {
    const form = phase();
    addToDay(form, 'monday');
    expect(form.slots[1]).toMatchObject({ weekday: 'monday', time: '21:00', minutes: 60 });
    expect(form.same).toBe(false);
    makeSame(form);
    expect(form.slots).toHaveLength(3);
  });

  it('sends an empty length as 0, which the core refuses by name', () => {
    const form = phaseOf([{ weekday: 'monday', time: '18:00', minutes: 60, kind: 'group' }]);
    const first = form.slots[0];
    if (first) first.minutes = null;
    expect(toPhase(form).slots[0]?.minutes).toBe(0);
  });

  it('begins on the same day or the next Monday', () => {
    expect(nextMonday('2026-02-02')).toBe('2026-02-02');
    expect(nextMonday('2026-02-03')).toBe('2026-02-09');
    expect(nextMonday('2026-02-08')).toBe('2026-02-09');
  });

  it('gives a bare link its https and leaves others as typed', () => {
    const provider = { name: ' Cedar ', phone: '', address: '', room: '' };
    expect(toProvider({ ...provider, link: 'meet.example/1' })).toMatchObject({
      name: 'Cedar',
      link: 'https://meet.example/1',
    });
    expect(toProvider({ ...provider, link: 'http://x' }).link).toBe('http://x');
    expect(toProvider({ ...provider, link: ' ' }).link).toBe('');
  });
});

describe('a time zone', () => {
  const zones = ['America/New_York', 'America/Indiana/Indianapolis', 'Europe/Madrid', 'America/Bogota'];

  it('is found by its city, and by what people call it', () => {
    expect(find(zones, 'new yo')).toEqual(['America/New_York']);
    expect(find(zones, 'eastern')).toEqual(['America/New_York']);
    expect(find(zones, 'Bogotá')).toEqual(['America/Bogota']);
    expect(find(zones, 'nowhere')).toEqual([]);
  });

  it('is named for its place', () => {
    expect(place('America/Indiana/Indianapolis')).toBe('Indianapolis, Indiana');
    expect(place('UTC')).toBe('UTC');
  });
});
