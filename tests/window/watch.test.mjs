// Whether what private.test.mjs watches with would see what it looks for: a count of none is worth no more than that.

import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'

import { Markers } from './marker.mjs'
import { copies, keyed, written } from './memory.mjs'
import { readTrace, traced } from './trace.mjs'

const homes = process.env.HANDRAIL_HOMES

test('a marker is found in every form that it may be left in', () => {
  const markers = new Markers()
  const marker = markers.next('here')
  const wide = Buffer.from(marker, 'utf16le')
  for (const bytes of [Buffer.from(marker), wide, Buffer.from(wide).swap16()]) {
    for (const before of ['', 'a', 'ab']) {
      const all = Buffer.concat([Buffer.from(before), bytes, Buffer.from('after')])
      for (const encoding of ['latin1', 'base64', 'hex']) {
        assert.notDeepEqual(markers.within(Buffer.from(all.toString(encoding), 'latin1')), [], `${encoding} after “${before}”`)
      }
    }
  }
  assert.deepEqual(markers.within(Buffer.from('nothing of it')), [])
})

test('a socket of the internet is seen, and so is a file that is written, of any process that is started', () => {
  const log = join(homes, 'watch.trace')
  const made = join(homes, 'watch.made')
  const inner = `require('fs').writeFileSync(${JSON.stringify(made)}, 'x'); require('net').connect(9, '127.0.0.1').on('error', () => {})`
  const outer = `require('child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(inner)}])`
  const [command, args] = traced(log, process.execPath)
  execFileSync(command, [...args, '-e', outer])
  const { inet, files, families } = readTrace(log)
  for (const call of ['socket', 'connect']) assert.ok(inet.some((line) => line.includes(` ${call}(`)), call)
  assert.ok(families.AF_INET > 0)
  assert.ok(files.has(made))
})

test('each copy in a process’s memory is counted once, across the pieces that are read at a time too', async () => {
  // Written byte by byte, so that the holder has no other copy.
  const holds = `const held = Buffer.alloc(24 << 20)
    for (let at = 0; at < held.length; at += 1) held[at] = (at % 32) * 7 + 3
    process.stdin.resume()
    process.stdout.write(String(held.length / 32))`
  const holder = spawn(process.execPath, ['-e', holds], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [count] = await once(holder.stdout, 'data')
  const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7 + 3))
  const found = copies(holder.pid, { key: keyed(key), other: written('held nowhere at all') })
  holder.kill()
  assert.deepEqual(found, { key: { 'private, anonymous': Number(count) } })
})
