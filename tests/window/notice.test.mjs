// Notices on a real notification daemon: how they look, what their buttons do, and daemons that fail.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { Desktop, until } from './desktop.mjs'
import { pattern, words } from './words.mjs'

const MINUTE_MS = 60_000
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const desktop = new Desktop()
let page

before(async () => {
  page = await desktop.start()
  await page.call('create_vault', { passphrase: 'seven quiet boats', language: 'en' })
})
after(() => desktop.leave())

async function showNow() {
  return (await page.call('show_reminder_now')).value.delivery
}

test('a notice has the words that the core chose, and is neither urgent nor idle', async () => {
  assert.equal(await showNow(), 'works')
  await desktop.noticed()
  const title = words('notice-title')
  assert.deepEqual(desktop.notices(), [{ urgency: 'NORMAL', app: 'Handrail', title, body: words('notice-test') }])
})

test('shown again it takes the place of the one before, and after the daemon was restarted too', async () => {
  await showNow()
  await desktop.noticed(2)
  assert.equal(await desktop.displayed(), 1)
  await desktop.endDaemon()
  await showNow()
  await desktop.noticed(3)
  await showNow()
  await desktop.noticed(4)
  assert.equal(await desktop.displayed(), 1)
  await desktop.press(words('notice-title'))
  await until('the notice is gone', async () => (await desktop.displayed()) === 0)
})

/** Care that began yesterday and holds its sessions tomorrow. */
function care() {
  const day = (ahead) => new Date(Date.now() + ahead * 24 * 60 * MINUTE_MS)
  return {
    level: 'intensive_outpatient',
    age_group: 'adult',
    starts_on: day(-1).toISOString().slice(0, 10),
    zone: 'UTC',
    provider: { name: 'Cedar House', phone: '', address: '', room: '', link: '' },
    phases: [
      {
        weeks: null,
        target_minutes: 180,
        slots: [{ weekday: WEEKDAYS[day(1).getUTCDay()], time: '12:00', minutes: 180, kind: 'group' }],
      },
    ],
  }
}

/** A session that was over so many minutes ago, and that nobody has told of yet. */
function over(minutes, ago) {
  const starts = new Date(Date.now() - (minutes + ago) * MINUTE_MS).toISOString()
  return { kind: 'group', on: starts.slice(0, 10), time: starts.slice(11, 16), minutes, note: '' }
}

async function asked() {
  const { value } = await page.call('reminders')
  return value.lately.filter((reminder) => reminder.asks)
}

async function attended() {
  const { value } = await page.call('hours')
  return value.weeks.reduce((sum, week) => sum + week.attended, 0)
}

test('asked after a session, the answer on the notice is logged at once', async () => {
  const before = desktop.notices().length
  await page.call('start_care', care())
  await page.call('add_session', over(90, 70))
  await page.call('add_session', over(60, 5))
  await desktop.noticed(before + 2)
  for (const { body } of desktop.notices().slice(0, 2)) assert.match(body, pattern('notice-asks'))
  assert.equal(await desktop.displayed(), 2)
  assert.equal((await asked()).length, 2)
  await desktop.press(words('notice-yes'))
  await until('one answer is logged', async () => (await asked()).length === 1)
  assert.ok([60, 90].includes(await attended()))
  await until('its notice is gone', async () => (await desktop.displayed()) === 1)
})

test('answered in the app, the notice is taken away', async () => {
  const [left] = await asked()
  await page.call('answer_reminder', { id: left.id, there: true })
  await until('its notice is gone', async () => (await desktop.displayed()) === 0)
  assert.equal(await attended(), 150)
})

test('a daemon that hangs holds nothing up, is told of, and is recovered from', async () => {
  await desktop.hangDaemon()
  await until('it is told of', async () => (await showNow()) === 'refused')
  await page.call('today')
  await desktop.endStranger()
  const before = desktop.notices().length
  await until('it works again', async () => (await showNow()) === 'works')
  await desktop.noticed(before + 1)
  assert.equal(await desktop.displayed(), 1)
})

test('pressed where no window is open, a notice opens it', async () => {
  await page.call('save_background', { keeps_running: true, starts_at_login: false })
  await desktop.closeWindow()
  await desktop.press(words('notice-title'))
  await desktop.opens()
})
