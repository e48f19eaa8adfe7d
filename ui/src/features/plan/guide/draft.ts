import { call } from '../../../ipc/client';

/** The key of its draft. */
export const GUIDE = 'plan/guide';

/** Whether the questions were begun and wait to be gone on with. */
export async function guideBegun(): Promise<boolean> {
  return (await call('draft', { key: GUIDE })).text !== null;
}
