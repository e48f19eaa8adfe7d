// Destroying everything leaves nothing of the app in the client's home.

import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { Desktop, until } from './desktop.mjs'

const PASSPHRASE = 'seven quiet boats'

const desktop = new Desktop()
let page

before(async () => {
  page = await desktop.start()
})

after(() => desktop.leave())

/** Every file below this folder. */
function files(folder) {
  const inside = readdirSync(folder, { withFileTypes: true })
  return inside.flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? files(path) : [path]
  })
}

/**
 * Those of the client's home that are the app's: in its record, or named after it. Not the web view's: under a driver its
 * session is no private one, and it still writes when the app has ended.
 */
function ours() {
  const isOurs = (file) => file.startsWith(desktop.record) || /handrail/i.test(file.slice(desktop.home.length))
  return files(desktop.home).filter((file) => isOurs(file) && !file.startsWith(join(desktop.home, 'cache')))
}

test('nothing that names the app is left once it is closed', async () => {
  await page.call('create_vault', { passphrase: PASSPHRASE, language: 'en' })
  await page.call('save_background', { keeps_running: true, starts_at_login: true })
  assert.equal(desktop.startedAtLogin().length, 1)
  await desktop.resize(900, 640)
  await desktop.closeWindow()
  await until('the record is locked', () => desktop.isLocked())
  await desktop.endSession()
  assert.ok(ours().length > 2, String(ours()))

  page = await desktop.start()
  const { value } = await page.call('destroy_everything', { passphrase: PASSPHRASE, sure: true })
  assert.deepEqual(value.left, [])
  assert.deepEqual(desktop.startedAtLogin(), [])
  await desktop.close()
  assert.deepEqual(ours(), [])
})
