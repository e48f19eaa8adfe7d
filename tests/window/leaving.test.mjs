// The client leaves: the screen is locked, the window is hidden. Sleep is told on the system's own bus, which no test has;
// a unit test hears it there from a bus of its own.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'

import { Desktop, until } from './desktop.mjs'
import { words } from './words.mjs'

const exec = promisify(execFile)

const PASSPHRASE = 'seven quiet boats'

const desktop = new Desktop()
let page

before(async () => {
  page = await desktop.start()
  await page.call('create_vault', { passphrase: PASSPHRASE, language: 'en' })
})

after(() => desktop.leave())

/** What the desktop says when its screen is locked or unlocked. */
async function screenLocks(locked) {
  const saver = ['--object-path', '/org/freedesktop/ScreenSaver', '--signal', 'org.freedesktop.ScreenSaver.ActiveChanged']
  await exec('gdbus', ['emit', '--session', ...saver, String(locked)])
}

async function choose(lock_with_screen, lock_when_hidden) {
  await page.call('unlock', { passphrase: PASSPHRASE })
  await page.call('save_locking', { lock_with_screen, lock_when_hidden })
  await page.run('window.isOld = true')
}

/** Waits until the record is locked and its page rebuilt. */
async function locks() {
  await until('the record is locked', () => desktop.isLocked())
  // While the page goes, the driver finds none.
  const rebuilt = async () => !(await page.run('return window.isOld')) && (await page.shows('textbox', words('unlock-passphrase')))
  await until('the page is rebuilt', () => rebuilt().catch(() => false))
  assert.equal((await page.call('status')).value.phase, 'locked')
}

/** The window goes to the panel and comes back. */
async function minimise() {
  const { stdout } = await exec('xdotool', ['search', '--onlyvisible', '--name', '^Handrail$'])
  const [id] = stdout.trim().split('\n')
  await exec('xdotool', ['windowminimize', id])
  await until('the window is hidden', () => exec('xdotool', ['search', '--onlyvisible', '--name', '^Handrail$']).then(() => false, () => true))
  return () => exec('xdotool', ['windowmap', id])
}

test('the record locks with the screen, and stays open where the client chose that', async () => {
  await choose(false, false)
  await screenLocks(true)
  // What is said to the app comes in order, and the unlocked screen is heard as well: nothing happens at either.
  await screenLocks(false)
  assert.equal((await page.call('status')).value.phase, 'open')

  await choose(true, false)
  await screenLocks(true)
  await locks()
})

test('the record locks when the window is minimised, where the client chose that', async () => {
  await choose(true, true)
  const bringBack = await minimise()
  await until('the record is locked', () => desktop.isLocked())
  await bringBack()
  await locks()
})
