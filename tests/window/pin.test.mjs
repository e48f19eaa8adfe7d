// A PIN together with the desktop's own key store: gnome-keyring, on the bus of the specs.

import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'

import { Desktop, until } from './desktop.mjs'

const exec = promisify(execFile)

const PASSPHRASE = 'seven quiet boats'
const PIN = '402817'

const desktop = new Desktop()
let keyring
let page

/** The key store of whoever is logged in, unlocked with their password. It keeps its own files in a home of its own. */
async function startKeyring() {
  // The bus may have started one for an earlier spec, which nobody unlocked.
  const earlier = await owner()
  if (earlier) process.kill(earlier)
  await until('no key store is there', async () => !(await owner()))
  const home = mkdtempSync(join(process.env.HANDRAIL_HOMES, 'keyring-'))
  keyring = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, HOME: home, XDG_DATA_HOME: join(home, 'share'), XDG_RUNTIME_DIR: home },
  })
  keyring.stdin.end('a password of the login')
  await until('the key store answers', async () => (await owner()) === keyring.pid)
}

/** The process that is the key store now, or 0. */
async function owner() {
  const bus = ['-d', 'org.freedesktop.DBus', '-o', '/', '-m', 'org.freedesktop.DBus.GetConnectionUnixProcessID']
  const { stdout } = await exec('gdbus', ['call', '--session', ...bus, 'org.freedesktop.secrets']).catch(() => ({ stdout: '' }))
  return Number(/uint32 (\d+)/.exec(stdout)?.[1] ?? 0)
}

before(async () => {
  await startKeyring()
  page = await desktop.start()
})

after(async () => {
  await desktop.leave()
  keyring.kill()
  await once(keyring, 'exit')
})

test('a PIN opens the record after a restart, with the secret that the key store holds', async () => {
  await page.call('create_vault', { passphrase: PASSPHRASE, language: 'en' })
  assert.deepEqual((await page.call('key_slots')).value, { pin: false, key_store: true })
  await page.call('set_pin', { passphrase: PASSPHRASE, pin: PIN })
  assert.deepEqual((await page.call('key_slots')).value, { pin: true, key_store: true })
  await page.lock()
  await desktop.close()

  page = await desktop.start()
  const { value: status } = await page.call('status')
  assert.deepEqual([status.phase, status.pin], ['locked', true])
  await assert.rejects(page.call('unlock_with_pin', { pin: '402818' }), /WrongPassphrase/)
  const { value: opened } = await page.call('unlock_with_pin', { pin: PIN })
  assert.equal(opened.phase, 'open')
})

test('a PIN that was removed opens nothing, and the passphrase still does', async () => {
  await page.call('remove_pin')
  await page.lock()
  assert.equal((await page.call('status')).value.pin, false)
  await assert.rejects(page.call('unlock_with_pin', { pin: PIN }))
  assert.equal((await page.call('unlock', { passphrase: PASSPHRASE })).value.phase, 'open')
})
