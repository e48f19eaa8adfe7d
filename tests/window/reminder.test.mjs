// Reminders on a real notification daemon: they come while the record is locked, and say nothing of treatment.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { Desktop } from './desktop.mjs'
import { words } from './words.mjs'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** Until a whole minute has come, and the daemon with it. */
const LIMIT_MS = 90_000

const desktop = new Desktop()
let page

before(async () => {
  page = await desktop.start()
  await page.call('create_vault', { passphrase: 'seven quiet boats', language: 'en' })
})
after(() => desktop.leave())

/** Care with one session a week, an hour after this moment: its reminder is due then. */
function careRemindedAt(moment) {
  const starts = new Date(moment.getTime() + HOUR_MS)
  const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
  return {
    level: 'intensive_outpatient',
    age_group: 'adult',
    starts_on: starts.toISOString().slice(0, 10),
    zone: 'UTC',
    provider: { name: 'Cedar House', phone: '', address: '', room: 'Room 2', link: '' },
    phases: [
      {
        weeks: null,
        target_minutes: 180,
        slots: [{ weekday: weekdays[starts.getUTCDay()], time: starts.toISOString().slice(11, 16), minutes: 180, kind: 'group' }],
      },
    ],
  }
}

test('a reminder comes on time to a locked record, in neutral words', async () => {
  // The next whole minute, with time left to lock before it.
  const due = new Date(Math.ceil((Date.now() + 5_000) / MINUTE_MS) * MINUTE_MS)
  await page.call('start_care', careRemindedAt(due))
  const { value: planned } = await page.call('reminders')
  assert.equal(Date.parse(planned.coming[0].at), due.getTime())
  await page.lock()
  await desktop.noticed(1, LIMIT_MS)
  assert.ok(Date.now() >= due.getTime(), 'it came early')
  await desktop.picture('reminder')

  const notices = desktop.notices()
  assert.equal(notices.length, 1)
  const [{ app, title, body }] = notices
  assert.equal(app, 'Handrail')
  assert.equal(title, words('notice-title'))
  assert.match(body, new RegExp(`^${words('notice-upcoming', { time: '\\d{1,2}:\\d{2}\\s[ap]m' })}$`))
  // Neither the program nor what it is.
  assert.doesNotMatch(`${title} ${body}`, /cedar|room|therapy|group|session|program|treatment|recovery|clinic|outpatient|counsel|drug|alcohol/i)
})
