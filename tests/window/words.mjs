// The words that the specs look for, from the catalogue that the page speaks from.

import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../ui/locales/en/', import.meta.url)
const catalogue = new Map()
for (const file of readdirSync(folder)) {
  for (const [, id, text] of readFileSync(new URL(file, folder), 'utf8').matchAll(/^([a-z][\w-]*) = (.+)$/gm)) {
    catalogue.set(id, text)
  }
}

/** The English words of this id. Fails for one that the catalogue lacks, or that has several forms. */
export function words(id, values = {}) {
  const text = catalogue.get(id)
  if (text === undefined) throw new Error(`the catalogue has no one-line “${id}”`)
  return text.replace(/\{ \$(\w+) \}/g, (_, name) => values[name])
}

/** As a pattern, any value standing in each place. */
export function pattern(id) {
  const text = words(id, new Proxy({}, { get: () => '\u0000' }))
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\u0000', '.+')}$`)
}
