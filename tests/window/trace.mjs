// The app under strace: which sockets any of its processes asks for, and which files it writes.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const CALLS = [
  ['execve', 'chdir'],
  ['socket', 'socketpair', 'connect', 'bind', 'sendto'],
  ['open', 'openat', 'openat2', 'creat', 'mknod', 'mknodat', 'link', 'linkat', 'symlink', 'symlinkat'],
  ['rename', 'renameat', 'renameat2', 'memfd_create'],
].flat()

/** Paths that lead to no file on a disk. */
const OF_THE_KERNEL = /^\/(dev|proc|sys)\//

/** The command that runs a program with all that it starts, and writes down what they ask the kernel for. */
export function traced(log, program) {
  return ['strace', ['-f', '--seccomp-bpf', '-y', '-s', '256', '-e', `trace=${CALLS.join(',')}`, '-o', log, program]]
}

/**
 * What such a log tells:
 * `pids` of all that asked for anything; socket `families` with how often each was asked for;
 * `inet`, the lines that speak of the internet; `files` that were opened to be written, or made, by their last names;
 * `blind`, whether the kernel kept the words of the calls from the tracer.
 */
export function readTrace(log) {
  const told = { pids: new Set(), families: {}, inet: [], files: new Set(), blind: false }
  for (const line of whole(readFileSync(log, 'utf8'))) {
    const { pid, call, words, failed } = parsed(line) ?? {}
    if (!call) continue
    told.pids.add(pid)
    if (/\bAF_INET6?\b|\bsin6?_addr\b/.test(words)) told.inet.push(line)
    if (call === 'socket' || call === 'socketpair') {
      const family = /^\w+/.exec(words)[0]
      told.families[family] = (told.families[family] ?? 0) + 1
    }
    if (failed) continue
    if (/^(execve|open)/.test(call) && quoted(words).length === 0) told.blind = true
    if (call.startsWith('rename')) told.files.delete(paths(words)[0])
    for (const file of written(call, words)) if (!OF_THE_KERNEL.test(file)) told.files.add(file)
  }
  return told
}

/** The log's calls, each in one line: one that another process came between is written in two parts. */
function* whole(log) {
  const begun = new Map()
  for (const line of log.split('\n')) {
    const [, pid, text] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (!pid) continue
    const first = /^(.*) <unfinished \.\.\.>$/.exec(text)
    if (first) begun.set(pid, first[1])
    else {
      const rest = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)
      yield `${pid} ${rest ? `${begun.get(pid) ?? ''}${rest[1]}` : text}`
      begun.delete(pid)
    }
  }
  // What never came back, as a program that was ended in the midst of it, was asked for all the same.
  for (const [pid, text] of begun) yield `${pid} ${text}) = 0`
}

function parsed(line) {
  const [, pid, call, words, answer] = /^(\d+) (\w+)\((.*)\) += (.*)$/.exec(line) ?? []
  return call && { pid: Number(pid), call, words, failed: answer.startsWith('-1') }
}

function written(call, words) {
  if (/^open/.test(call)) return /\bO_(WRONLY|RDWR|CREAT|TMPFILE)\b/.test(words) ? paths(words) : []
  if (/^(creat|mknod|mknodat)$/.test(call)) return paths(words)
  if (/^(link|symlink|rename)/.test(call)) return paths(words).slice(-1)
  return []
}

function paths(words) {
  return quoted(words).map((path) => resolve(folder(words), path))
}

/** The folder that a path is told from: that of its descriptor, where there is one. */
function folder(words) {
  const all = [...words.matchAll(/(?:AT_FDCWD|\b\d+)<([^>]*)>/g)]
  return all.length > 0 ? all.at(-1)[1] : '/'
}

function quoted(words) {
  return [...words.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text.replace(/\\(\d{1,3}|.)/g, unescaped))
}

function unescaped(_, code) {
  return /^\d/.test(code) ? String.fromCharCode(parseInt(code, 8)) : ({ n: '\n', t: '\t' }[code] ?? code)
}
