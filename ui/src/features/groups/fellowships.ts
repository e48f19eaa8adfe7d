/** The words around support groups: codes of the core, and how a meeting is named. */
import { t, time, WEEKDAYS } from '../../words';
import type { Fellowship, MeetingKind, MeetingMode, Took, Weekday } from './types';

export const FELLOWSHIPS: readonly Fellowship[] = [
  'aa',
  'na',
  'ca',
  'cma',
  'ha',
  'smart_recovery',
  'life_ring',
  'women_for_sobriety',
  'recovery_dharma',
  'refuge_recovery',
  'sos',
  'celebrate_recovery',
  'dual_recovery_anonymous',
  'moderation_management',
  'al_anon',
  'nar_anon',
  'alumni_group',
  'other',
];

/** What kind of group each is, where that is said. None is preferred. */
const KINDS: Partial<Record<Fellowship, string>> = {
  aa: 'steps',
  na: 'steps',
  ca: 'steps',
  cma: 'steps',
  ha: 'steps',
  smart_recovery: 'secular',
  life_ring: 'secular',
  women_for_sobriety: 'secular',
  recovery_dharma: 'buddhist',
  refuge_recovery: 'buddhist',
  sos: 'secular',
  celebrate_recovery: 'faith',
  dual_recovery_anonymous: 'steps',
  moderation_management: 'moderation',
  al_anon: 'family',
  nar_anon: 'family',
};

export const MODES: readonly MeetingMode[] = ['in_person', 'online', 'phone'];
export const TOOK: readonly Took[] = ['listened', 'shared', 'chaired', 'service', 'sponsor_time'];

export function kindOf(fellowship: Fellowship): string | undefined {
  const kind = KINDS[fellowship];
  return kind && t(`fellowship-kind-${kind}`);
}

/** What the client calls it; the fellowship where no name was given. */
export function nameOf(group: { name: string; fellowship: Fellowship }): string {
  return group.name.trim() || t(`fellowship-${group.fellowship}`);
}

/** The facts of a line, such as "7:00 pm · AA · Online". In person is not said: most are. */
export function facts(
  group: { name: string; fellowship: Fellowship; time: string; mode: MeetingMode },
  ...more: string[]
): string {
  const parts = [time(group.time)];
  if (group.name.trim()) parts.push(t(`fellowship-${group.fellowship}`));
  if (group.mode !== 'in_person') parts.push(t(`mode-${group.mode}`));
  return [...parts, ...more].join(' · ');
}

/** The civil date so many days later, or earlier. */
export function addDays(date: string, days: number): string {
  const [year = 2000, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** The weekday of a civil date. */
export function weekdayOf(date: string): Weekday {
  const [year = 2000, month = 1, day = 1] = date.split('-').map(Number);
  const sundayFirst = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7] ?? 'monday';
}

/** In the order in which they are offered. */
export const KINDS_OF_MEETING: readonly MeetingKind[] = [
  'open',
  'closed',
  'newcomer',
  'women',
  'men',
  'lgbtq',
  'young_people',
  'seniors',
  'people_of_color',
  'native_american',
  'professionals',
  'secular',
  'spanish',
  'english',
  'other_language',
  'sign_language',
  'speaker',
  'discussion',
  'literature',
  'step_study',
  'tradition_study',
  'meditation',
  'dual_diagnosis',
  'candlelight',
  'social',
  'wheelchair',
  'child_friendly',
  'outdoor',
  'fragrance_free',
  'smoking',
  'proof_of_attendance',
];
