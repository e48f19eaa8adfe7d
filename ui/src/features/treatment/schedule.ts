/** The weekly days and times as a form holds them, and back to what the core takes. */
import { WEEKDAYS, weekdayNumber } from '../../words';
import type { Kind, Level, PhaseDraft, Provider, Slot, Template, Weekday } from './types';

export const KINDS: Kind[] = [
  'group',
  'individual',
  'family',
  'education',
  'drug_test',
  'case_management',
  'medication_visit',
  'psychiatric_visit',
  'other',
];
export const LEVELS: Level[] = ['partial_hospitalization', 'intensive_outpatient', 'outpatient', 'aftercare'];

/** A weekly session while it is edited: its length may be empty. */
export interface FormSlot {
  weekday: Weekday;
  time: string;
  minutes: number | null;
  kind: Kind;
  /** Weeks from one to the next; every week where nothing is said. */
  every_weeks?: number;
}

/** A phase while it is edited. */
export interface FormPhase {
  /** `null`: no set end. */
  weeks: number | null;
  /** Minutes a week that the client chose to aim at; `null`: as many as are scheduled. */
  target: number | null;
  /** One time, length and kind for all days. */
  same: boolean;
  /** In the order of the week. */
  slots: FormSlot[];
}

/** Whether a kind's minutes count toward the hours of the week: all but a drug test. */
export function counts(kind: Kind): boolean {
  return kind !== 'drug_test';
}

/** Minutes a week that count, as the slots have it. */
export function scheduled(slots: FormSlot[]): number {
  const sum = slots.reduce(
    (sum, slot) => sum + (counts(slot.kind) ? (slot.minutes ?? 0) : 0) / (slot.every_weeks ?? 1),
    0,
  );
  return Math.round(sum);
}

/** Minutes a week to aim at. */
export function targetOf(phase: FormPhase): number {
  return phase.target ?? scheduled(phase.slots);
}

function inOrder(slots: FormSlot[]): FormSlot[] {
  return [...slots].sort(
    (a, b) => weekdayNumber(a.weekday) - weekdayNumber(b.weekday) || a.time.localeCompare(b.time),
  );
}

function alike(slots: FormSlot[]): boolean {
  const first = slots[0];
  const days = new Set(slots.map((slot) => slot.weekday));
  return (
    days.size === slots.length &&
    slots.every(
      (s) =>
        s.time === first?.time &&
        s.minutes === first?.minutes &&
        s.kind === first?.kind &&
        (s.every_weeks ?? 1) === (first?.every_weeks ?? 1),
    )
  );
}

export function phaseOf(slots: Slot[], target: number | null = null, weeks: number | null = null): FormPhase {
  return {
    weeks,
    target: target === scheduled(slots) ? null : target,
    same: alike(slots),
    slots: inOrder(slots.map((slot) => ({ ...slot }))),
  };
}

export function phasesOf(template: Template): FormPhase[] {
  return template.phases.map((phase) => phaseOf(phase.slots, phase.target_minutes, phase.weeks));
}

/** What a day starts with when it is switched on: as the other days have it. */
function proposal(phase: FormPhase, weekday: Weekday): FormSlot {
  const like = phase.slots.at(-1);
  return {
    weekday,
    time: like?.time ?? '18:00',
    minutes: like?.minutes ?? 180,
    kind: like?.kind ?? 'group',
  };
}

export function hasDay(phase: FormPhase, weekday: Weekday): boolean {
  return phase.slots.some((slot) => slot.weekday === weekday);
}

/** Switches a day on or off. */
export function toggleDay(phase: FormPhase, weekday: Weekday): void {
  phase.slots = hasDay(phase, weekday)
    ? phase.slots.filter((slot) => slot.weekday !== weekday)
    : inOrder([...phase.slots, proposal(phase, weekday)]);
}

/** A second session on the same day, an hour long, after the ones there are. */
export function addToDay(phase: FormPhase, weekday: Weekday): void {
  const last = phase.slots.filter((slot) => slot.weekday === weekday).at(-1);
  const from = last && /^\d\d:\d\d$/.test(last.time) ? last.time : '18:00';
  const start = Math.min(
    Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) + (last?.minutes ?? 0),
    23 * 60,
  );
  const time = `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`;
  phase.same = false;
  phase.slots = inOrder([...phase.slots, { weekday, time, minutes: 60, kind: 'individual' }]);
}

/** One time, length and kind for all days, as the first day has them; a second session a day goes. */
export function makeSame(phase: FormPhase): void {
  const first = phase.slots[0];
  phase.same = true;
  if (!first) return;
  phase.slots = WEEKDAYS.filter((weekday) => hasDay(phase, weekday)).map((weekday) => ({
    ...first,
    weekday,
  }));
}

/** An empty length goes as 0, which the core refuses by name. */
export function toSlots(phase: FormPhase): Slot[] {
  return phase.slots.map((slot) => ({ ...slot, minutes: slot.minutes ?? 0 }));
}

export function toPhase(phase: FormPhase): PhaseDraft {
  return { weeks: phase.weeks, target_minutes: targetOf(phase), slots: toSlots(phase) };
}

export function noProvider(): Provider {
  return { name: '', phone: '', address: '', room: '', link: '' };
}

/** What is typed, without the blanks around it; a bare address of a page gets its https. */
export function toProvider(typed: Provider): Provider {
  const link = typed.link.trim();
  return {
    name: typed.name.trim(),
    phone: typed.phone.trim(),
    address: typed.address.trim(),
    room: typed.room.trim(),
    link: link !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(link) ? `https://${link}` : link,
  };
}

/** The same day or the first Monday after it. */
export function nextMonday(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7));
  return at.toISOString().slice(0, 10);
}

/** A date so many days later. */
export function plusDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
