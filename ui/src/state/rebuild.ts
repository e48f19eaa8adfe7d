import { clearCopied } from './clipboard';

/** By then the page is gone, unless the system keeps it. */
const GONE_MS = 2_000;

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Builds the page anew and empty, so that nothing of what was read or typed is left in its memory. The entries of
 * the session's history stay with it: Back leads to places of the new page, never to the old one. Answers only where
 * the page stays after all.
 */
export async function rebuild(): Promise<void> {
  await clearCopied();
  location.reload();
  await after(GONE_MS);
}
