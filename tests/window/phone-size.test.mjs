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
  // The page is built anew at a lock: nothing in it could say that it is done.
  await page.run(`void window.__TAURI_INTERNALS__.invoke('call', { operation: 'lock', request: {} })`)
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

/** The screen as it stands reaches no further than the window, and its targets are as big as a finger. */
async function fits(name) {
  await desktop.picture(`phone-size-${name}`)
  const told = await page.run(`
    const small = [...(document.querySelector('dialog[open]') ?? document.body).querySelectorAll('button, summary, a[href]')]
      .map((one) => ({ name: one.getAttribute('aria-label') ?? one.textContent.trim(), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 47.5 || box.height < 47.5))
      .map(({ name }) => name)
    return { width: innerWidth, wide: document.scrollingElement.scrollWidth - innerWidth, small }`)
  assert.deepEqual(told, { width: WIDTH, wide: 0, small: [] }, name)
}

/** Goes to a room of the bar. */
async function goTo(room, title = `nav-${room}`) {
  await page.click('button', words(`nav-${room}`))
  await page.find('heading', words(title))
}

step('the record is unlocked, and a program is set up', async () => {
  await fits('locked')
  await page.fill(words('unlock-passphrase'), PASSPHRASE)
  await page.click('button', words('unlock-open'))
  await page.find('heading', words('nav-today'))
  await fits('today')
  await page.click('button', words('today-empty-start'))
  await page.find('heading', words('treatment-start-title'))
  await fits('programs')
  await page.click('button', new RegExp(words('template-outpatient')))
  const day = new Date()
  day.setDate(day.getDate() - 7)
  await page.fillDate(words('treatment-first-day'), day)
  await fits('program')
  await page.click('button', words('treatment-start-save'))
  // Saved, it goes back to where the set-up began.
  await page.find('heading', words('nav-today'))
})

step('the session that is over is logged with one tap', async () => {
  await goTo('today')
  await page.click('button', await page.nameOf('button', pattern('today-yes-label')))
  await page.says(`${words('kind-group')}: ${words('state-attended')}`)
  await fits('logged')
})

step('treatment has its week, its month and its hours', async () => {
  await goTo('treatment')
  await fits('week')
  await page.click('radio', words('calendar-month'))
  await page.find('button', words('calendar-month-after'))
  await fits('month')
  await page.click('tab', words('treatment-tab-hours'))
  await fits('hours')
})

step('a meeting is logged in a sheet', async () => {
  await goTo('groups')
  await page.click('button', words('groups-log'))
  await page.find('dialog', words('groups-log'))
  await fits('log')
  await page.click('button', words('close'))
})

step('the plan is written', async () => {
  await goTo('plan', 'plan-title')
  await page.click('button', words('plan-empty-start'))
  await page.fill(`${words('plan-reasons-one')} 1`, 'Saturday mornings with Mia')
  await page.click('button', words('save'))
  await page.says('Saturday mornings with Mia')
  await fits('plan')
})

step('help is one tap away', async () => {
  await page.click('button', words('nav-help'))
  await page.find('heading', words('hard-title'))
  await fits('hard-moment')
  await page.click('button', words('close'))
})

step('it is locked from where locking is chosen', async () => {
  await goTo('today')
  await page.click('button', words('nav-more'))
  await page.click('button', new RegExp(`^${words('more-privacy')}`))
  await page.find('button', words('more-lock-now'))
  await fits('privacy')
  await page.click('button', words('more-lock-now'))
  await page.find('heading', words('unlock-title'))
  await assert.rejects(page.call('today'), /Locked/)
})
