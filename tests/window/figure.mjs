// What a spec measures, for a person and for `cargo xtask torture` to read.

/** One row: what was tried, what it is to be, what it is, and `ok`, `FAILED` or `SKIPPED`. */
export function figure(name, aim, measured, reached) {
  console.log(`figure | ${name} | ${aim} | ${measured} | ${reached}`)
}

/** Counts by their names, in one line. */
export function listed(counts) {
  return Object.entries(counts).map(([name, count]) => `${name} ${count}`).join(', ')
}
