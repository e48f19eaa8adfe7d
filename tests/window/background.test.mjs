// Going on without a window: started at login, closed to the background, brought back, ended.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { Desktop, until } from './desktop.mjs'
import { words } from './words.mjs'

const PASSPHRASE = 'seven quiet boats'

const desktop = new Desktop()
let page

before(async () => {
  page = await desktop.start()
  await page.call('create_vault', { passphrase: PASSPHRASE, language: 'en' })
})
after(() => desktop.leave())

test('a client who chooses it has it started at login, without a window', async () => {
  assert.deepEqual(desktop.startedAtLogin(), [])
  await page.call('save_background', { keeps_running: true, starts_at_login: true })
  const { value: now } = await page.call('background')
  assert.deepEqual([now.supported, now.keeps_running, now.starts_at_login], [true, true, true])
  const [entry, ...others] = desktop.startedAtLogin()
  assert.match(entry, /^Exec=".*\/handrail" --hidden$/m)
  assert.match(entry, /^Name=Handrail$/m)
  assert.deepEqual(others, [])
  assert.equal(await desktop.hasIcon(), true)
})

test('closed, it goes on with the record locked and no page', async () => {
  assert.equal(desktop.isLocked(), false)
  assert.equal(desktop.pages(), 1)
  await desktop.closeWindow()
  await until('the record is locked', () => desktop.isLocked())
  await until('the page is gone', () => desktop.pages() === 0)
  assert.equal(desktop.lives(), true)
})

test('a second start brings the window back', async () => {
  assert.equal(await desktop.startAgain(), 0)
  await desktop.opens()
  assert.equal(await desktop.windows(), 1)
  assert.equal(desktop.isLocked(), true)
})

test('the end of the session ends it', async () => {
  await desktop.closeWindow()
  assert.equal(desktop.lives(), true)
  await desktop.endSession()
})

test('started hidden, it shows no window until it is started again', async () => {
  await desktop.startHidden()
  assert.equal(await desktop.startAgain('--hidden'), 0)
  assert.equal(await desktop.windows(), 0)
  assert.equal(desktop.pages(), 0)
  assert.equal(await desktop.startAgain(), 0)
  await desktop.opens()
  assert.equal(await desktop.windows(), 1)
  await desktop.endSession()
})

test('its icon in the panel opens the window, locks and quits, and says nothing more', async () => {
  page = await desktop.start()
  await page.call('unlock', { passphrase: PASSPHRASE })
  assert.equal((await page.call('background')).value.has_tray, false)
  await desktop.showPanel()
  await until('the panel has a place', async () => (await page.call('background')).value.has_tray)
  const menu = (await desktop.menu()).map((item) => item.label)
  assert.deepEqual(menu, [words('notice-tray-open'), words('notice-tray-lock'), words('notice-tray-quit')])
  await desktop.choose(words('notice-tray-lock'))
  await until('the record is locked', () => desktop.isLocked())
  await page.find('heading', words('unlock-title'))
  await desktop.closeWindow()
  await desktop.choose(words('notice-tray-open'))
  await desktop.opens()
  await desktop.choose(words('notice-tray-quit'))
  await desktop.ends()
  await desktop.endStranger()
})

test('a client who chooses otherwise has it end with its window', async () => {
  page = await desktop.start()
  await page.call('unlock', { passphrase: PASSPHRASE })
  await page.call('save_background', { keeps_running: false, starts_at_login: false })
  assert.deepEqual(desktop.startedAtLogin(), [])
  assert.equal(await desktop.hasIcon(), false)
  await desktop.close()
  assert.equal(desktop.isLocked(), true)
})
