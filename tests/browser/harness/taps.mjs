// After a run: how long the taps waited for their answers, at each size, as rows like those of the benchmarks.
// No spec fails for it: how busy a machine is decides too much.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What each tap was answered with, one a line; the specs by touch write it. */
export const TAPS = fileURLToPath(new URL('../results/taps.ndjson', import.meta.url));
const SUM = fileURLToPath(new URL('../results/touch.json', import.meta.url));
/** Milliseconds. */
const AIM = 100;

export default function sumUp() {
  if (!existsSync(TAPS)) return;
  /** A tap's events have its number in common; it is answered when the last of them is. */
  const taps = new Map();
  for (const line of readFileSync(TAPS, 'utf8').trim().split('\n')) {
    const { size, test, tap, ms } = JSON.parse(line);
    const key = `${test} ${tap}`;
    const waited = taps.get(size) ?? taps.set(size, new Map()).get(size);
    waited.set(key, Math.max(waited.get(key) ?? 0, ms));
  }
  const rows = [...taps].flatMap(([size, waited]) => {
    const sorted = [...waited.values()].sort((a, b) => a - b);
    const row = (name, value) => ({ name: `${size}, ${name} of ${sorted.length} taps`, value, unit: 'ms', aim: AIM });
    return [row('95th percentile', sorted[Math.ceil(sorted.length * 0.95) - 1]), row('longest', sorted.at(-1))];
  });
  writeFileSync(SUM, `${JSON.stringify({ rows })}\n`);
  for (const { name, value, unit } of rows) console.log(`${name}: ${value} ${unit}`);
}
