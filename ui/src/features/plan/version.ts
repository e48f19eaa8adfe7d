import type { PlanVersion } from '../../ipc/generated/PlanVersion';
import { fullDate, opening, time } from '../../words';

/** A version by its day and time. */
export function named(version: PlanVersion): string {
  return `${opening(fullDate(version.saved_on))}, ${time(version.saved_time)}`;
}
