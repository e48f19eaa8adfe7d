/** How long what was copied stays to be pasted, in ms. */
const STAYS_MS = 60_000;

let copied: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Copies a text of the client; after a minute it is taken from the clipboard again. Throws where it may not. */
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
