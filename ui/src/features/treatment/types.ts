/** The wire types of care, under the names that these screens use. */
import type { Answer, Request } from '../../ipc/client';

export type StartCareRequest = Request<'start_care'>;
export type PhaseDraft = StartCareRequest['phases'][number];
export type Slot = PhaseDraft['slots'][number];
export type Weekday = Slot['weekday'];
export type Kind = Slot['kind'];
export type Level = StartCareRequest['level'];
export type AgeGroup = StartCareRequest['age_group'];
export type Provider = StartCareRequest['provider'];
export type Templates = Answer<'templates'>;
export type Template = Templates['templates'][number];
export type Session = Answer<'week'>['sessions'][number];
export type CalendarDay = Answer<'calendar'>['days'][number];
/** A session as a calendar shows it. */
export type Shown = CalendarDay['sessions'][number] & { note?: string };
/** A session with all that is kept of it. */
export type OpenedSession = Answer<'session'>;
export type State = Session['state'];
export type EpisodeView = Answer<'care'>['episodes'][number];
export type NextStep = NonNullable<Answer<'care'>['next']>;
export type Phase = EpisodeView['phases'][number];
export type Hours = Answer<'hours'>;
export type WeekHours = Hours['weeks'][number];
export type Closure = Answer<'closures'>['closures'][number];
export type WeekPlan = Answer<'week'>;
export type Step = WeekPlan['steps'][number];
