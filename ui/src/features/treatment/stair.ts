/** The core's steps of a week as the picture takes them. */
import type { Step as Drawn } from '../../components/WeekSteps.svelte';
import { shortWeekday } from '../../words';
import type { Step } from './types';

const LOOKS: Record<Step['state'], Drawn['state']> = {
  done: 'done',
  waiting: 'asked',
  ahead: 'possible',
  without: 'missed',
};

export function stair(steps: Step[]): Drawn[] {
  return steps.map((step) => ({
    label: shortWeekday(step.on),
    total: step.total,
    state: LOOKS[step.state],
  }));
}
