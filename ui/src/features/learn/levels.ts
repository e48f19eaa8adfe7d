/**
 * The figures of the Learn pages, all of them here.
 *
 * Hours a week: ASAM Criteria, 3rd edition, the same as `Level::weekly_range` of the core
 * (src-tauri/crates/domain/src/care.rs). Days, hours a day, weeks and costs: what programs publish.
 * Months of treatment: NIDA, Principles of Drug Addiction Treatment, 3rd edition.
 */
import type { AgeGroup } from '../../ipc/generated/AgeGroup';
import type { Level } from '../../ipc/generated/Level';
import { has, t } from '../../words';

interface Span {
  least: number;
  most: number;
}

/** From `least`, and under `below`. */
interface WeekHours {
  least?: number;
  below?: number;
}

interface Figures {
  level: Level;
  asam?: string;
  days?: Span;
  day?: Span;
  week?: Record<AgeGroup, WeekHours>;
}

export const PHP: Figures = {
  level: 'partial_hospitalization',
  asam: '2.5',
  days: { least: 5, most: 7 },
  day: { least: 4, most: 6 },
  week: { adult: { least: 20 }, adolescent: { least: 20 } },
};
export const IOP = {
  level: 'intensive_outpatient',
  asam: '2.1',
  days: { least: 3, most: 5 },
  day: { least: 3, most: 4 },
  week: { adult: { least: 9, below: 20 }, adolescent: { least: 6, below: 20 } },
} satisfies Figures;
export const OUTPATIENT = {
  level: 'outpatient',
  asam: '1',
  days: { least: 1, most: 2 },
  day: { least: 1, most: 2 },
  week: { adult: { below: 9 }, adolescent: { below: 6 } },
} satisfies Figures;
const AFTERCARE: Figures = { level: 'aftercare' };

/** From the most hours to the fewest. */
export const LEVELS: readonly Figures[] = [PHP, IOP, OUTPATIENT, AFTERCARE];

/** What an IOP usually costs, in dollars: one session, and a whole program of so many weeks. */
export const COST = {
  session_least: 250,
  session_most: 400,
  whole_least: 3000,
  whole_most: 10_000,
  weeks_least: 8,
  weeks_most: 12,
};

/** Weeks of an IOP: on average, and the longest. */
export const WEEKS = { least: 6, most: 12, longest: 16 };
/** Months of treatment, all levels together. */
export const MONTHS = 3;
/** The step-down template: days a week of each part, and the weeks of each. */
export const STEP_DOWN = { days: [5, 3, 1], weeks: 4 };
/** The evening template. */
export const EVENINGS = { weekdays: [1, 3, 5], hours: 3 };

function span(of: Span): string {
  return t('learn-span', { ...of });
}

function week(of: WeekHours): string {
  const { least, below } = of;
  if (least !== undefined && below !== undefined) return t('learn-span-between', { least, below });
  return least !== undefined
    ? t('learn-span-least', { least })
    : t('learn-span-below', { below: below ?? '' });
}

/** One line of the comparison: its name, and what each of `LEVELS` has there. */
export interface Line {
  id: string;
  name: string;
  /** `undefined` where a level names nothing. */
  values: (string | undefined)[];
}

/** The levels side by side, in words. */
export function comparison(): Line[] {
  const line = (id: string, value: (of: Figures) => string | undefined): Line => ({
    id,
    name: t(`learn-row-${id}`),
    values: LEVELS.map(value),
  });
  return [
    line('days', (of) => (of.days ? span(of.days) : t('learn-as-planned'))),
    line('day', (of) => of.day && span(of.day)),
    line('week-adult', (of) => of.week && week(of.week.adult)),
    line('week-adolescent', (of) => of.week && week(of.week.adolescent)),
    line('home', () => t('learn-home')),
    line('intensity', (of) => t(`learn-intensity-${of.level}`)),
    line('cost', ({ level }) =>
      t(has(`learn-cost-${level}`) ? `learn-cost-${level}` : 'learn-cost-ask', { ...COST }),
    ),
    line('best', (of) => t(`learn-best-${of.level}`)),
    line('asam', (of) => of.asam),
  ];
}
