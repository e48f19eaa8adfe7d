import { call } from '../../../ipc/client';

/**
 * Asks the system to let reminders through, where it was not asked yet: with the first reminder that the client sets.
 * Whatever comes of it, what was set is kept, and the page of reminders says whether they come.
 */
export async function askToRemind(): Promise<void> {
  try {
    const { delivery } = await call('reminders', {});
    if (delivery === 'not_asked') await call('allow_reminders', {});
  } catch {
    // It is asked with the next one.
  }
}
