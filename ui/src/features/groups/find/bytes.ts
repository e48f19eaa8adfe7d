/** A list's file as text: lists come in whatever encoding their maker's program has. */

/** Bytes. The core reads no more either; here the page is spared the reading. */
export const LARGEST = 64 * 1024 * 1024;

/** UTF-8, UTF-16 by its mark, or else what Windows writes in the West. */
export function read(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes.slice(0, 2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
