// Words that occur nowhere else: typed where a client would type, and looked for wherever they might have been left.

import { randomInt } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Letters that no English word has in a row. They are the same in an address, where others are percent-encoded. */
const LETTERS = 'bcdfghjkmpqrtvwxz'
const STEM = 10

/** All markers of a run begin alike, so that one search finds every one of them. */
export class Markers {
  #stem = Array.from({ length: STEM }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  #forms = forms(this.#stem)
  #places = []

  /** A new one, for the place that it will be typed in. */
  next(place) {
    this.#places.push(place)
    return this.last
  }

  /** The newest of them. */
  get last() {
    return this.#named(this.#places.length)
  }

  /** How many there are. */
  get count() {
    return this.#places.length
  }

  /** What they have in common, and each by where it was typed, as memory may hold them. */
  needles(forms) {
    const each = this.#places.map((place, index) => [`${place} (${index + 1})`, forms(this.#named(index + 1))])
    return { common: forms(this.#stem), each: Object.fromEntries(each) }
  }

  #named(number) {
    return `${this.#stem}${String(number).padStart(2, '0')}`
  }

  /** In which forms these bytes hold any of them. */
  within(bytes) {
    return Object.entries(this.#forms).filter(([, form]) => bytes.includes(form)).map(([name]) => name)
  }
}

/** The forms that a text may be left in. */
function forms(text) {
  const plain = { 'UTF-8': Buffer.from(text), 'UTF-16LE': Buffer.from(text, 'utf16le'), 'UTF-16BE': Buffer.from(text, 'utf16le').swap16() }
  const all = { ...plain }
  for (const [name, bytes] of Object.entries(plain)) {
    for (const shift of [0, 1, 2]) all[`base64 of ${name}, ${shift}`] = Buffer.from(base64(bytes, shift))
    const hex = bytes.toString('hex')
    all[`hexadecimal of ${name}`] = Buffer.from(hex)
    all[`HEXADECIMAL of ${name}`] = Buffer.from(hex.toUpperCase())
  }
  all['percent-encoded'] = Buffer.from(plain['UTF-8'].toString('hex').toUpperCase().replace(/../g, '%$&'))
  return all
}

/** What of a base64 text is the same whatever follows, with so many bytes before it. */
function base64(bytes, shift) {
  const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
  const first = Math.ceil((shift * 8) / 6)
  const last = Math.floor(((shift + bytes.length) * 8) / 6)
  return text.slice(first, last)
}

/** A search of files, at one moment after another. */
export class Search {
  #markers
  /** The files that were looked into. */
  seen = new Set()
  /** Where markers were left: moment, file and form. */
  found = []

  constructor(markers) {
    this.#markers = markers
  }

  /** Looks into every file that is there now, of these paths or within them. */
  look(moment, paths) {
    for (const path of files(paths)) {
      this.seen.add(path)
      const forms = this.#markers.within(contents(path))
      if (this.#markers.within(Buffer.from(path)).length > 0) forms.push('its name')
      this.found.push(...forms.map((form) => `${moment}: ${path}: ${form}`))
    }
  }
}

/** Every regular file of these paths or within them. */
function files(paths) {
  const found = new Set()
  const add = (path) => {
    const kind = lstatSync(path, { throwIfNoEntry: false })
    if (kind?.isFile()) found.add(path)
    if (kind?.isDirectory()) for (const name of readdirSync(path)) add(join(path, name))
  }
  for (const path of paths) add(path)
  return found
}

/** What went while it was about to be looked at is looked at no more. */
function contents(path) {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
