/** Where the client is on the path, and the days and times of an episode in words. */
import type { PathPart } from '../../components/PathLine.svelte';
import { hours, monthDay, opening, t, timeRange, weekdayName } from '../../words';
import { plusDays, weekdayNumber } from './schedule';
import type { EpisodeView, Phase, Slot } from './types';

const DAY_MS = 86_400_000;
/** How wide an open end is drawn. */
const OPEN_WEEKS = 6;

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

function partOf(label: string, starts: string, ends: string | null, today: string): PathPart {
  const open = plusDays(today > starts ? today : starts, OPEN_WEEKS * 7);
  const last = ends ?? open;
  const days = daysBetween(starts, last) + 1;
  return {
    label,
    weeks: Math.max(1, Math.round(days / 7)),
    done: Math.min(1, Math.max(0, daysBetween(starts, today) / days)),
    now: today >= starts && today <= last,
  };
}

/** The whole path, an episode a part. */
export function episodeParts(episodes: EpisodeView[], today: string): PathPart[] {
  return episodes.map((view) =>
    partOf(t(`level-${view.episode.level}-short`), view.episode.starts_on, view.planned_end, today),
  );
}

/** One episode, a phase a part. */
export function phaseParts(view: EpisodeView, today: string): PathPart[] {
  return view.phases.map((phase) =>
    partOf(
      t('treatment-weekly', { hours: hours(phase.target_minutes) }),
      phase.starts_on,
      phase.ends_on,
      today,
    ),
  );
}

/** The phase of a day: the first before it begins, the last when it is over. */
export function phaseAt(phases: Phase[], today: string): Phase | undefined {
  return phases.filter((phase) => phase.starts_on <= today).at(-1) ?? phases[0];
}

/** The last episode that has begun. */
export function episodeAt(episodes: EpisodeView[], today: string): EpisodeView | undefined {
  return episodes.filter((view) => view.episode.starts_on <= today).at(-1);
}

/** "Week 5 of 10, 5 weeks left" */
export function whereInWeeks(view: EpisodeView): string {
  const { week, planned_weeks: planned } = view;
  if (week === null) return t('treatment-path-done');
  if (week === 0) return t('treatment-path-starts', { date: monthDay(view.episode.starts_on) });
  if (planned === null) return t('treatment-path-week', { week });
  return planned - week > 0
    ? t('treatment-path-left', { week, weeks: planned, left: planned - week })
    : t('treatment-path-last', { week, weeks: planned });
}

/** What comes after today: the next phase, or the next episode; `undefined` when nothing is planned. */
export function whatComesNext(episodes: EpisodeView[], today: string): string | undefined {
  const now = episodeAt(episodes, today);
  const phase = now?.phases.find((one) => one.starts_on > today);
  if (phase) {
    return t('treatment-path-next-phase', {
      hours: hours(phase.target_minutes),
      date: monthDay(phase.starts_on),
    });
  }
  const after = episodes.find((view) => view.episode.starts_on > today);
  return (
    after &&
    t('treatment-path-next-episode', {
      level: t(`level-${after.episode.level}`),
      date: monthDay(after.episode.starts_on),
    })
  );
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
    const key = `${slot.time} ${slot.minutes} ${slot.kind}`;
    alike.set(key, [...(alike.get(key) ?? []), slot]);
  }
  return [...alike.values()].flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const what = t(`kind-${first.kind}`);
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
