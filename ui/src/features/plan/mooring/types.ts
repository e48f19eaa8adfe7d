import type { Answer } from '../../../ipc/client';

export type Shown = Answer<'mooring'>;
export type Week = Shown['weeks'][number];

/** So many lines are advised; fewer or more are said, never refused. */
export const ADVISED = { least: 4, most: 6 };
/** The core keeps no more. */
export const MOST_LINES = 12;

/** A week, and what its lines are called. */
export interface NamedWeek {
  week: Week;
  /** What it can be gone through with; this week has the list as it is now. */
  lines: { id: string; text: string }[];
  /** The words of the lines that did not hold. */
  loose: string[];
}

/** The weeks with their lines' words, this one first. */
export function named({ lines, earlier, weeks }: Shown): NamedWeek[] {
  const texts = new Map([...lines, ...earlier].map((line) => [line.id, line.text]));
  const text = (id: string) => texts.get(id) ?? '';
  return weeks.map((week, back) => ({
    week,
    lines: back === 0 ? lines : week.ticks.map(({ line }) => ({ id: line, text: text(line) })),
    loose: week.gone_through ? week.ticks.filter((tick) => !tick.held).map((tick) => text(tick.line)) : [],
  }));
}
