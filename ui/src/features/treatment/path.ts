/** Where the client is on the path, and the days and times of an episode in words. */
import type { PathPart } from '../../components/PathLine.svelte';
import { hours, monthDay, opening, t, timeRange, weekdayName, weekdayNumber } from '../../words';
import type { EpisodeView, NextStep, Phase, Slot } from './types';

/** How wide an open end is drawn. */
const OPEN_WEEKS = 6;

/** The whole path, an episode a part. */
export function episodeParts(episodes: EpisodeView[]): PathPart[] {
  return episodes.map((view) => ({
    label: t(`level-${view.episode.level}-short`),
    weeks: view.planned_weeks ?? OPEN_WEEKS,
    // Half of what has no end is as good as any part of it.
    done: view.place === 'here' ? (view.percent_over ?? 50) / 100 : view.place === 'behind' ? 1 : 0,
    now: view.place === 'here',
  }));
}

/** The phase of a day: the first before it begins, the last when it is over. */
export function phaseAt(phases: Phase[], today: string): Phase | undefined {
  return phases.filter((phase) => phase.starts_on <= today).at(-1) ?? phases[0];
}

/** "Week 5 of 10, 5 weeks left" */
export function whereInWeeks(view: EpisodeView): string {
  const { week, planned_weeks: weeks, weeks_left: left } = view;
  if (week === null) return t('treatment-path-done');
  if (week === 0) return t('treatment-path-starts', { date: monthDay(view.episode.starts_on) });
  if (weeks === null || left === null) return t('treatment-path-week', { week });
  return left > 0
    ? t('treatment-path-left', { week, weeks, left })
    : t('treatment-path-last', { week, weeks });
}

/** How far away the next step is: "in 3 weeks". */
export function untilNext({ days, weeks }: NextStep): string {
  return weeks >= 2 ? t('path-in-weeks', { weeks }) : t('path-in-days', { days });
}

/** "Group of days, 9 h a week" for a part of a level. */
export function phaseWords(phase: Phase): string {
  const weekly = t('treatment-weekly', { hours: hours(phase.target_minutes) });
  const days = new Set(phase.slots.map((slot) => slot.weekday)).size;
  if (days === 0) return phase.target_minutes > 0 ? weekly : t('path-no-days');
  const often = t('path-days', { days });
  return phase.target_minutes > 0 ? t('path-days-hours', { days: often, hours: weekly }) : often;
}

/** "February 2 – March 15 · 6 weeks" */
export function phaseSpan({ starts_on, ends_on, weeks }: Phase): string {
  if (ends_on === null) return t('treatment-from', { from: monthDay(starts_on) });
  const span = t('treatment-span', { from: monthDay(starts_on), to: monthDay(ends_on) });
  return weeks === null ? span : t('path-span-weeks', { span, weeks });
}

/** What comes after today: the next phase, or the next level. */
export function nextWords(next: NextStep): string {
  const date = monthDay(next.on);
  return next.begins || next.target_minutes === null
    ? t('treatment-path-next-episode', { level: t(`level-${next.level}`), date })
    : t('treatment-path-next-phase', { hours: hours(next.target_minutes), date });
}

/** "Mon, Wed, Fri" */
function dayList(slots: Slot[]): string {
  return slots.map((slot) => weekdayName(weekdayNumber(slot.weekday), 'short')).join(', ');
}

function endOf(slot: Slot): string {
  const end = (Number(slot.time.slice(0, 2)) * 60 + Number(slot.time.slice(3)) + slot.minutes) % 1440;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

/** Days that share time, length and kind on one line each. */
export function slotLines(slots: Slot[]): { days: string; detail: string }[] {
  const alike = new Map<string, Slot[]>();
  for (const slot of slots) {
    const key = `${slot.time} ${slot.minutes} ${slot.kind} ${slot.every_weeks ?? 1}`;
    alike.set(key, [...(alike.get(key) ?? []), slot]);
  }
  return [...alike.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const weeks = first.every_weeks ?? 1;
    const often = weeks > 1 ? [t('schedule-every-short', { weeks })] : [];
    const what = [t(`kind-${first.kind}`), ...often].join(' · ');
    return [
      {
        days: t('treatment-slot-days', {
          days: opening(dayList(group)),
          time: timeRange(first.time, endOf(first)),
        }),
        detail: what,
      },
    ];
  });
}

/** "9 to under 20 hours a week", as the level means it; empty where it names none. */
export function rangeWords(view: EpisodeView): string {
  const { range, episode } = view;
  if (!range) return '';
  const { least, below } = range;
  const span =
    below === null
      ? t('treatment-range-least', { least: hours(least) })
      : least === 0
        ? t('treatment-range-below', { below: hours(below) })
        : t('treatment-range-between', { least: least / 60, below: hours(below) });
  const asam = {
    partial_hospitalization: '2.5',
    intensive_outpatient: '2.1',
    outpatient: '1',
    aftercare: '',
  }[episode.level];
  const edition = /\d+/.exec(episode.edition)?.[0];
  return edition && asam
    ? t('treatment-range', { level: t(`level-${episode.level}`), span, asam, edition: Number(edition) })
    : t('treatment-range-plain', { level: t(`level-${episode.level}`), span });
}
