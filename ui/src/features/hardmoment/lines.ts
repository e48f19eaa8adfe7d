import type { CrisisLine } from '../../ipc/generated/CrisisLine';

/** The line for when a life is in danger. */
export const EMERGENCY = 'us-911';

/** What stands here until the core has answered, and if it cannot. */
export const ALWAYS: CrisisLine[] = [
  { id: 'us-988', call: '988', text: '988', tty: null },
  { id: 'us-911', call: '911', text: null, tty: null },
];

/** The number as it is read: in one piece, where there is room. */
export function unbroken(number: string): string {
  return number.replace(/-/g, '-\u2060').replace(/ /g, '\u00a0');
}

/** The number as the phone wants it. */
export function dial(number: string): string {
  return number.replace(/[^\d+*#,;]/g, '');
}
