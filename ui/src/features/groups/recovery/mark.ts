/** A chip's mark in words. */
import { t } from '../../../words';
import type { Mark } from '../../../ipc/generated/Mark';

export function wordMark(mark: Mark): string {
  if (mark === 'start') return t('mark-start');
  const [unit, count] = Object.entries(mark)[0] ?? ['days', 0];
  return t(`mark-${unit}`, { count });
}

/** The same for the same mark. */
export const keyOf = (mark: Mark): string => JSON.stringify(mark);
