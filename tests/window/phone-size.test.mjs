// The main ways through the app in the real window at the width of a phone: what is logged, found, planned and asked
// for in need is all there, fits, and leaves Help now in reach.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'

import { Desktop } from './desktop.mjs'
import { pattern, words } from './words.mjs'

const PASSPHRASE = 'seven quiet boats'
const [WIDTH, HEIGHT] = [390, 844]

const desktop = new Desktop()
let page

before(async () => {
  page = await desktop.start()
  await page.call('create_vault', { passphrase: PASSPHRASE, language: 'en' })
  await page.lock()
  await desktop.resize(WIDTH, HEIGHT)
  await page.find('heading', words('unlock-title'))
})
after(() => desktop.leave())

/** The steps of one story: what follows a broken one is not tried. */
let broken = false
function step(name, act) {
  test(name, async (context) => {
    if (broken) return context.skip('an earlier step failed')
    broken = true
    await act()
    broken = false
  })
}

/** The screen as it stands, once drawn, reaches no further than the window, its targets are as big as a finger, what is typed into is in sight. */
async function fits(name) {
  await page.drawn()
  await desktop.picture(`phone-size-${name}`)
  const told = await page.run(`
    const sheets = [...document.querySelectorAll('dialog[open]')]
    const small = [...(sheets.at(-1) ?? document.body).querySelectorAll('button, summary, a[href], input, select, textarea')]
      .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 47.5 || box.height < 47.5))
      .map(({ one }) => one.getAttribute('aria-label') ?? (one.labels?.[0] ?? one).textContent.trim())
    const wide = [document.scrollingElement, ...sheets].map((box) => box.scrollWidth - box.clientWidth)
    // What is typed into is in sight to its foot, with nothing over it.
    const typed = [document.activeElement].find((one) => one.matches('input, textarea'))
    const { left, bottom } = typed?.getBoundingClientRect() ?? {}
    const seen = !typed || typed.contains(document.elementFromPoint(left + 12, bottom - 6))
    return { width: innerWidth, wide: Math.max(...wide), small, seen }`)
  assert.deepEqual(told, { width: WIDTH, wide: 0, small: [], seen: true }, name)
}

/** What the core answers to this reading operation. */
const read = async (operation, request) => (await page.call(operation, request)).value

/** The name of a field that may stay empty. */
const optional = (id) => `${words(id)} (${words('optional')})`

/** What begins with these words, such as a row that leads on. */
const starting = (id) => new RegExp(`^${words(id)}`)

/** The day so many days after today. */
function dayAfter(days) {
  const day = new Date()
  day.setDate(day.getDate() + days)
  return day
}

/** A day as the core writes it, which is as the Swedes do. */
const written = (day) => day.toLocaleDateString('sv')

/** Goes to a room of the bar. */
async function goTo(room, title = `nav-${room}`) {
  await page.click('button', words(`nav-${room}`))
  await page.find('heading', words(title))
}

/** Goes to one of the screens of More, which a phone has behind Today. */
async function goToMore(title) {
  await goTo('today')
  await page.click('button', words('nav-more'))
  await page.click('button', starting(title))
  await page.find('heading', words(title))
}

/** Goes to one of the screens behind Treatment's last tab. */
async function goToTreatment(title) {
  await goTo('treatment')
  await page.click('tab', words('treatment-tab-more'))
  await page.click('button', starting(title))
  await page.find('heading', words(title))
}

step('the record is unlocked, and a program is set up', async () => {
  await fits('locked')
  await page.fill(words('unlock-passphrase'), PASSPHRASE)
  await page.click('button', words('unlock-open'))
  await page.find('button', words('today-empty-start'))
  await fits('today')
  await page.click('button', words('today-empty-start'))
  await page.find('button', new RegExp(words('template-outpatient')))
  await fits('programs')
  await page.click('button', new RegExp(words('template-outpatient')))
  await page.fillDate(words('treatment-first-day'), dayAfter(-7))
  await fits('program')
  await page.click('button', words('treatment-start-save'))
  // Saved, it goes back to where the set-up began.
  await page.find('heading', words('nav-today'))
  const { episodes } = await read('care')
  assert.deepEqual(episodes.map(({ episode }) => episode.starts_on), [written(dayAfter(-7))])
})

step('the session that is over is logged with one tap', async () => {
  await goTo('today')
  await page.click('button', await page.nameOf('button', pattern('today-yes-label')))
  await page.says(`${words('kind-group')}: ${words('state-attended')}`)
  await fits('logged')
  const { weeks } = await read('hours')
  assert.deepEqual(weeks.map((week) => week.attended).filter(Boolean), [90])
})

step('a check-in is saved from Today', async () => {
  await page.click('button', words('checkin-mood-3'))
  await page.find('dialog', words('checkin'))
  await page.click('button', words('checkin-tired'))
  await page.fill(optional('checkin-note'), 'Late bus')
  await fits('check-in')
  await page.click('button', words('save'))
  await page.says(words('checkin-saved'))
  await fits('checked-in')
  const { mood, tired, note } = (await read('today')).check_in
  assert.deepEqual({ mood, tired, note }, { mood: 3, tired: true, note: 'Late bus' })
})

step('treatment has its week, its month, its list, its hours and its path', async () => {
  await goTo('treatment')
  await page.find('radio', words('calendar-month'))
  await fits('week')
  await page.click('radio', words('calendar-month'))
  await page.find('button', words('calendar-month-after'))
  await fits('month')
  await page.click('radio', words('calendar-list'))
  await page.find('button', words('calendar-later'))
  await fits('list')
  await page.click('tab', words('treatment-tab-hours'))
  await fits('hours')
  await page.click('tab', words('treatment-tab-path'))
  await fits('path')
})

step('a line to call for drug tests is kept, and its call is logged', async () => {
  await goToTreatment('treatment-view-tests')
  await page.click('button', words('test-line-add'))
  await page.find('dialog', words('test-line-add'))
  await page.fill(optional('test-line-name'), 'Blue')
  await page.fill(optional('test-line-phone'), '555-0199')
  // What closes at the hour it opens is always open.
  await page.fill(words('test-line-opens'), '00:00')
  await page.fill(words('test-line-closes'), '00:00')
  await fits('line-to-call')
  await page.click('button', words('save'))
  await page.find('link', words('call-name', { name: 'Blue' }))
  await page.click('button', words('test-not-up'))
  await page.says(words('test-called-not-up'))
  await fits('drug-tests')
  const { lines, calls } = await read('drug_tests')
  const kept = lines.map(({ line: { name, phone, opens, closes } }) => ({ name, phone, opens, closes }))
  assert.deepEqual(kept, [{ name: 'Blue', phone: '555-0199', opens: '00:00', closes: '00:00' }])
  assert.deepEqual(calls.map(({ up }) => up), [false])
})

step('what was paid stands in the account', async () => {
  await goToTreatment('treatment-view-coverage')
  await page.click('button', words('coverage-entry-add'))
  await page.find('dialog', words('coverage-entry-add'))
  await page.fill(words('coverage-amount'), '25.50')
  await page.fill(optional('coverage-note'), 'Cash')
  await fits('payment')
  await page.click('button', words('save'))
  await page.says('$25.50')
  await fits('coverage')
  const entries = (await read('coverage')).entries.map(({ kind, cents, note }) => ({ kind, cents, note }))
  assert.deepEqual(entries, [{ kind: 'payment', cents: 2550, note: 'Cash' }])
})

step('a meeting is logged in a sheet, and stands in Groups', async () => {
  await goTo('groups')
  await page.click('button', words('groups-log'))
  await page.find('dialog', words('groups-log'))
  await page.choose(words('groups-fellowship'), words('fellowship-long-smart_recovery'))
  await page.fill(optional('groups-name'), 'Night Owls')
  await page.fillDate(words('groups-date'), dayAfter(-1))
  await page.fill(words('groups-time'), '19:30')
  await fits('log')
  await page.click('button', words('save'))
  await page.find('button', /^Night Owls/)
  await fits('groups')
  const logged = (await read('groups', { before: null })).weeks.flatMap((week) => week.attendances)
  const kept = logged.map(({ fellowship, name, on, time }) => ({ fellowship, name, on, time }))
  const on = written(dayAfter(-1))
  assert.deepEqual(kept, [{ fellowship: 'smart_recovery', name: 'Night Owls', on, time: '19:30' }])
})

step('the attendance record is drawn as on paper', async () => {
  await page.click('button', starting('groups-go-record'))
  await page.find('heading', words('record-title'))
  await page.find('group', words('record-page', { page: 1, pages: 1 }))
  await fits('attendance-record')
})

step('the plan is written', async () => {
  await goTo('plan', 'plan-title')
  await page.click('button', words('plan-empty-start'))
  await page.fill(`${words('plan-reasons-one')} 1`, 'Mornings with Mia')
  await page.click('button', words('save'))
  await page.says('Mornings with Mia')
  await fits('plan')
  assert.deepEqual((await read('plan')).plan.reasons, ['Mornings with Mia'])
})

step('help is one tap away, and so is what to do after a slip', async () => {
  await page.click('button', words('nav-help'))
  await page.find('heading', words('hard-title'))
  await fits('hard-moment')
  await page.click('button', starting('hard-slipped'))
  await page.find('heading', words('hard-slipped'))
  await fits('slipped')
  await page.click('button', words('back'))
  await page.click('button', words('close'))
})

step('a reminder of one’s own is among those that come', async () => {
  await goToMore('more-reminders')
  await page.click('button', words('reminders-own'))
  await page.find('heading', words('remrule-own-new'))
  await page.fill(words('remrule-own-text'), 'Call Mia')
  await page.fillDate(words('remrule-own-day'), dayAfter(1))
  await page.fill(words('remrule-own-time'), '06:15')
  await fits('own-reminder')
  await page.click('button', words('save'))
  await page.find('heading', words('reminders-coming'))
  await page.says('Call Mia')
  await fits('reminders')
  const { own } = await read('reminder_rules')
  const kept = own.map(({ reminder: { text, on, time } }) => ({ text, on, time }))
  const on = written(dayAfter(1))
  assert.deepEqual(kept, [{ text: 'Call Mia', on, time: '06:15' }])
  const coming = (await read('reminders')).coming.filter(({ source }) => source === 'own')
  assert.deepEqual(coming.map(({ on, time }) => `${on} ${time}`), [`${on} 06:15`])
})

step('a backup is ready to be saved', async () => {
  await goToMore('backup-title')
  await page.find('heading', words('backup-last-never'))
  await fits('backup')
  await page.click('button', words('backup-make'))
  await page.fill(words('backup-passphrase'), PASSPHRASE)
  await page.fill(words('passphrase-again'), 'boats')
  await page.click('button', words('backup-save'))
  await page.says(words('rule-not-the-same'))
  await page.fill(words('passphrase-again'), PASSPHRASE)
  // Pressed now, it asks the system where to, whose dialog is not the app's.
  await page.find('button', words('backup-save'))
  await fits('make-backup')
})

step('it is locked from where locking is chosen', async () => {
  await goToMore('more-privacy')
  await page.find('button', words('more-lock-now'))
  await fits('privacy')
  await page.lock(() => page.click('button', words('more-lock-now')))
  await page.find('heading', words('unlock-title'))
  await assert.rejects(page.call('today'), /Locked/)
})
