// What a running process holds in its memory: `node memory.mjs PID NEEDLE…`, a needle being words, or `hex:` and bytes.
// Counts the copies of each needle by the kind of memory they lie in. Only pages that are there are read, so that the
// process under test is not changed. Wants to be root, or the process to be one's own and open to it.

import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PAGE = 4096
const ENTRY = 8
/** How much is read at once, in pages. */
const STRIDE = 2048
/** Of an entry of the page map, its upper half: present, or in swap. */
const THERE = 0xc000_0000

/**
 * How many copies of each needle there are: `{ needle: { kind: count } }`, with no entry for none.
 * @param {number} pid
 * @param {Record<string, Buffer[]>} needles the forms of each, by the name that it is told by
 */
export function copies(pid, needles) {
  const forms = Object.entries(needles).flatMap(([needle, all]) => all.map((bytes) => ({ needle, bytes })))
  const longest = Math.max(...forms.map(({ bytes }) => bytes.length))
  const found = {}
  for (const { kind, piece, seen } of memory(pid, longest - 1)) {
    for (const { needle, bytes } of forms) {
      // What ends within the bytes seen before was counted with them.
      for (let at = piece.indexOf(bytes, Math.max(0, seen - bytes.length + 1)); at !== -1; at = piece.indexOf(bytes, at + 1)) {
        const counts = (found[needle] ??= {})
        counts[kind] = (counts[kind] ?? 0) + 1
      }
    }
  }
  return found
}

/** The same, and how many there are in all and in each kind of memory. */
export function counted(pid, needles) {
  const found = copies(pid, needles)
  const kinds = {}
  for (const [kind, count] of Object.values(found).flatMap(Object.entries)) kinds[kind] = (kinds[kind] ?? 0) + count
  return { total: sum(kinds), kinds, found }
}

function sum(counts) {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

/** The memory that is there, piece by piece. A piece begins with the last bytes of the one before where it follows on. */
function* memory(pid, overlap) {
  const [mem, map] = ['mem', 'pagemap'].map((name) => openSync(`/proc/${pid}/${name}`, 'r'))
  try {
    const buffer = Buffer.alloc(overlap + STRIDE * PAGE)
    for (const { kind, first, last } of regions(pid)) {
      let carried = 0
      let expected = first
      for (const { from, pages } of present(map, first, last)) {
        if (from !== expected) carried = 0
        const read = readAt(mem, buffer.subarray(carried, carried + pages * PAGE), from * PAGE)
        const piece = buffer.subarray(0, carried + read)
        yield { kind, piece, seen: carried }
        const kept = Math.min(overlap, piece.length)
        piece.copyWithin(0, piece.length - kept)
        carried = kept
        expected = from + pages
      }
    }
  } finally {
    closeSync(mem)
    closeSync(map)
  }
}

/** The parts of the address space that hold anything, first and last page, with what they are for. */
function regions(pid) {
  const row = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) \S+ \S+ \S+ *(.*)$/
  const found = []
  for (const line of readFileSync(`/proc/${pid}/smaps`, 'utf8').split('\n')) {
    const [, start, end, access, name] = row.exec(line) ?? []
    if (start) found.push({ first: parseInt(start, 16) / PAGE, last: parseInt(end, 16) / PAGE, kind: kindOf(name, access), held: 0 })
    const size = /^(?:Rss|Swap): +(\d+) kB/.exec(line)
    if (size) found.at(-1).held += Number(size[1])
  }
  // What the kernel itself lends to every process can't be read.
  return found.filter(({ held, kind }) => held > 0 && !['[vvar]', '[vdso]', '[vsyscall]'].includes(kind))
}

function kindOf(name, access) {
  if (name.startsWith('[')) return name.replace(/:.*]/, ']')
  const shared = access.endsWith('s') ? 'shared' : 'private'
  if (name === '') return `${shared}, anonymous`
  if (/^\/(memfd:|dev\/(?:shm\/|zero)|SYSV)/.test(name)) return `${shared}, memory file`
  return `${shared}, of a file`
}

/** Runs of pages that are there, none longer than is read at once. */
function* present(map, first, last) {
  const entries = Buffer.alloc(STRIDE * ENTRY)
  for (let page = first; page < last; page += STRIDE) {
    const count = readAt(map, entries.subarray(0, Math.min(STRIDE, last - page) * ENTRY), page * ENTRY) / ENTRY
    let from
    for (let one = 0; one <= count; one += 1) {
      const there = one < count && (entries.readUInt32LE(one * ENTRY + 4) & THERE) !== 0
      if (there) from ??= one
      else if (from !== undefined) {
        yield { from: page + from, pages: one - from }
        from = undefined
      }
    }
  }
}

/** How much could be read: a page may go between being told of and being read. */
function readAt(file, into, position) {
  try {
    return readSync(file, into, 0, into.length, position)
  } catch (error) {
    if (error.code === 'EIO' || error.code === 'EFAULT') return 0
    throw error
  }
}

/** Words as memory may hold them. */
export function written(text) {
  return ['utf8', 'utf16le'].map((encoding) => Buffer.from(text, encoding))
}

/** Bytes as memory may hold them: as they are, and spelled out as SQL wants a key. */
export function keyed(bytes) {
  const hex = bytes.toString('hex')
  return [bytes, ...written(hex), ...written(hex.toUpperCase())]
}

function main([pid, ...wanted]) {
  if (!/^\d+$/.test(pid ?? '') || wanted.length === 0) {
    console.error('usage: node tests/window/memory.mjs PID NEEDLE…   (words, or hex: and bytes)')
    return 2
  }
  const needles = Object.fromEntries(
    // Told by its place: what is looked for is private.
    wanted.map((text, index) => [`needle ${index + 1}`, text.startsWith('hex:') ? keyed(Buffer.from(text.slice(4), 'hex')) : written(text)]),
  )
  const found = copies(Number(pid), needles)
  for (const needle of Object.keys(needles)) {
    const kinds = found[needle] ?? {}
    console.log([`${needle}: ${sum(kinds)}`, ...Object.entries(kinds).map(([kind, count]) => `  ${kind}: ${count}`)].join('\n'))
  }
  return Object.keys(found).length === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2))
