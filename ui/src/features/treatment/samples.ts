/** Made-up answers of the core for the tests of these screens. */
import type { Answer } from '../../ipc/client';
import type { EpisodeView, OpenedSession, Phase, Session, Template, Templates, WeekHours } from './types';

export function session(change: Partial<Session> = {}): Session {
  return {
    session: 'pattern/2026-02-02',
    episode: 'episode',
    kind: 'family',
    on: '2026-02-02',
    time: '18:00',
    minutes: 60,
    ends: '19:00',
    state: 'planned',
    attended_minutes: null,
    moved_from: null,
    makes_up: null,
    closed: false,
    overlaps: false,
    closed_for: null,
    begun: true,
    over: true,
    counts: true,
    note: '',
    topic: '',
    led_by: '',
    provider: 'Cedar House',
    added_once: false,
    ...change,
  };
}

export function openedSession(change: Partial<OpenedSession> = {}): OpenedSession {
  return {
    ...session(),
    details: {
      led_by: '',
      topic: '',
      homework: null,
      late_minutes: null,
      left_early_minutes: null,
      test: null,
      imported: null,
    },
    left_to_make_up: null,
    made_up_by: [],
    may_make_up: [],
    ...change,
  };
}

export function weekHours(change: Partial<WeekHours> = {}): WeekHours {
  return {
    starts_on: '2026-02-02',
    episode: 'episode',
    number: 5,
    target: 540,
    scheduled: 540,
    attended: 180,
    excused: 0,
    missed: 0,
    made_up: 0,
    owed: 0,
    waiting: 0,
    ahead: 360,
    sessions_ahead: 2,
    standing: 'now',
    kinds: [{ kind: 'group', counts: true, scheduled: 540, attended: 180 }],
    ...change,
  };
}

export function todayAnswer(change: Partial<Answer<'today'>> = {}): Answer<'today'> {
  return {
    today: '2026-02-03',
    week: {
      hours: weekHours(),
      steps: [
        { on: '2026-02-02', total: 180, state: 'done' },
        { on: '2026-02-04', total: 360, state: 'ahead' },
        { on: '2026-02-06', total: 540, state: 'ahead' },
      ],
      planned_weeks: 10,
      level: 'intensive_outpatient',
    },
    next: null,
    unanswered: [],
    homework: [],
    to_make_up: { sessions: 0, minutes: 0 },
    call_lines: [],
    groups: { this_week: 0, requirements: [], usual: [] },
    check_in: null,
    renewal: null,
    aftercare: null,
    reason: null,
    has_care: true,
    recovery_key_kept: true,
    ...change,
  };
}

const slot = (weekday: 'monday' | 'wednesday' | 'friday') => ({
  weekday,
  time: '18:00',
  minutes: 180,
  kind: 'group' as const,
});

export const evening: Template = {
  id: 'iop-evening',
  level: 'intensive_outpatient',
  phases: [{ weeks: 10, target_minutes: 540, slots: [slot('monday'), slot('wednesday'), slot('friday')] }],
};

export const stepDown: Template = {
  id: 'step-down',
  level: 'intensive_outpatient',
  phases: [
    { weeks: 4, target_minutes: 540, slots: [slot('monday'), slot('wednesday'), slot('friday')] },
    { weeks: 4, target_minutes: 360, slots: [slot('monday'), slot('wednesday')] },
    { weeks: 4, target_minutes: 180, slots: [slot('wednesday')] },
  ],
};

export const templates: Templates = {
  templates: [evening, stepDown],
  zones: ['America/Los_Angeles', 'America/New_York', 'America/Indiana/Indianapolis', 'Europe/Madrid'],
  device_zone: 'America/New_York',
  today: '2026-02-03',
};

export function phase(change: Partial<Phase> = {}): Phase {
  return {
    id: 'phase',
    episode: 'episode',
    starts_on: '2026-02-02',
    ends_on: '2026-03-15',
    target_minutes: 540,
    slots: [slot('monday'), slot('wednesday'), slot('friday')],
    weeks: 6,
    place: 'behind',
    percent_over: 100,
    ...change,
  };
}

export function episode(change: Partial<EpisodeView> = {}): EpisodeView {
  return {
    episode: {
      id: 'episode',
      level: 'intensive_outpatient',
      age_group: 'adult',
      edition: 'ASAM 3',
      provider: { name: 'Cedar House', phone: '', address: '', room: '', link: '' },
      zone: 'America/New_York',
      starts_on: '2026-01-05',
      ends_on: null,
      counted: ['individual', 'group', 'family', 'education', 'other'],
    },
    phases: [
      phase({ id: 'p1', starts_on: '2026-01-05', ends_on: '2026-02-01', target_minutes: 900, weeks: 4 }),
      phase({ id: 'p2', place: 'here', percent_over: 4 }),
    ],
    slots: [slot('monday'), slot('wednesday'), { ...slot('friday'), kind: 'family', minutes: 60 }],
    range: { least: 540, below: 1200 },
    planned_end: '2026-03-15',
    planned_weeks: 10,
    week: 5,
    weeks_left: 5,
    ended: false,
    place: 'here',
    percent_over: 50,
    ...change,
  };
}
