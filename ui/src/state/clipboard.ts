import { letGo } from '../ipc/client';

/** How long what was copied stays to be pasted, in ms. */
const STAYS_MS = 30_000;

/** How long the clipboard may take to be cleared: whoever waits for it, as a lock does, goes on then. */
const CLEARED_MS = 200;

let copied: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Copies a text of the client; half a minute later it is taken from the clipboard again. Throws where it may not. */
export async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  clearTimeout(timer);
  copied = text;
  timer = setTimeout(() => void clearCopied(), STAYS_MS);
}

/** Takes what was copied here from the clipboard, unless something else was copied since: also at a lock. */
export async function clearCopied(): Promise<void> {
  clearTimeout(timer);
  const ours = copied;
  copied = undefined;
  if (ours === undefined) return;
  // The page may be let at the clipboard only while it is touched; the shell always is, where it is still ours.
  letGo();
  await Promise.race([clear(ours), new Promise((resolve) => setTimeout(resolve, CLEARED_MS))]);
}

async function clear(ours: string): Promise<void> {
  try {
    if (((await held()) ?? ours) !== ours) return;
    await navigator.clipboard.writeText('');
  } catch {
    // In the background the system may not let it; what the screen said of the clipboard holds.
  }
}

/** What the clipboard holds; nothing where it may not be read: then it is taken for ours. */
async function held(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText();
  } catch {
    return undefined;
  }
}
