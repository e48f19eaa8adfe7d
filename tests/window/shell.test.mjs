// What the window itself promises, whatever page is in it.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'

import { Desktop, until } from './desktop.mjs'

const desktop = new Desktop()
let page
let asked
let site

before(async () => {
  site = createServer((request, answer) => {
    asked = request.url
    answer.end('elsewhere')
  }).listen(0, '127.0.0.1')
  page = await desktop.start()
})

after(async () => {
  await desktop.leave()
  site.close()
})

/** Touches a link to there, as a client would. */
async function follow(address, target = '') {
  await page.run(
    `const link = document.createElement('a')
     link.id = 'probe'
     link.href = arguments[0]
     link.target = arguments[1]
     link.textContent = 'A link'
     Object.assign(link.style, { position: 'fixed', inset: '0', zIndex: 9 })
     document.body.append(link)`,
    address,
    target,
  )
  await page.click('link', 'A link')
  await page.run(`document.getElementById('probe').remove()`)
}

test('the title says nothing but the name', async () => {
  assert.equal(await desktop.title(), 'Handrail')
})

test('another site is neither opened nor asked for anything', async () => {
  const elsewhere = `http://127.0.0.1:${site.address().port}`
  await follow(`${elsewhere}/link`)
  await follow(`${elsewhere}/blank`, '_blank')
  await page.run('location.href = arguments[0]', `${elsewhere}/script`)
  await page.run('window.open(arguments[0])', `${elsewhere}/window`)
  const reached = await page.wait(
    `const image = new Image()
     const drawn = new Promise((done) => { image.onload = () => done('image'); image.onerror = () => done(null) })
     image.src = args[0] + '/image'
     return [await drawn, await fetch(args[0] + '/fetch', { mode: 'no-cors' }).then(() => 'fetch', () => null)]`,
    elsewhere,
  )
  assert.deepEqual(reached, [null, null])
  assert.match(await page.address(), /^tauri:\/\/localhost/)
  assert.equal(asked, undefined)
})

test('calls, messages, maps and web pages are handed to the system', async () => {
  const links = [['tel:988'], ['sms:988'], ['geo:0,0?q=Main%20Street'], ['https://handrail.invalid/'], ['https://handrail.invalid/join', '_blank']]
  for (const [index, [address, target]] of links.entries()) {
    await follow(address, target)
    await until(`${address} is handed over`, () => desktop.opened().length === index + 1)
  }
  assert.deepEqual(
    desktop.opened(),
    links.map(([address]) => address),
  )
  assert.match(await page.address(), /^tauri:\/\/localhost/)
  assert.equal(await desktop.windows(), 1)
})

test('the page may call our own commands and nothing else', async () => {
  assert.equal(await page.run('return typeof window.__TAURI__'), 'undefined')
  assert.equal(await page.run('return Object.isFrozen(Object.prototype)'), true)
  for (const command of [
    'plugin:opener|open_url',
    'plugin:dialog|save',
    'plugin:window|set_title',
    'plugin:event|listen',
    'plugin:window-state|save_window_state',
    'read_file',
  ]) {
    await assert.rejects(page.wait('return await window.__TAURI_INTERNALS__.invoke(args[0])', command), /not allowed/, command)
  }
})

test('no script or style of a page’s text runs', async () => {
  const ran = await page.wait(
    `document.body.insertAdjacentHTML('beforeend', '<i id="probe" style="color: rgb(1, 2, 3)" onclick="window.ran = true">x</i>')
     const probe = document.getElementById('probe')
     const script = document.createElement('script')
     script.textContent = 'window.ran = true'
     document.body.append(script)
     probe.click()
     const seen = [window.ran === true, getComputedStyle(probe).color === 'rgb(1, 2, 3)']
     probe.remove()
     return seen`,
  )
  assert.deepEqual(ran, [false, false])
})

test('a second start raises the first window and ends', async () => {
  assert.equal(await desktop.startAgain(), 0)
  assert.equal(await desktop.windows(), 1)
})

test('the window comes back in the size it was left in', async () => {
  await desktop.resize(900, 640)
  await desktop.close()
  page = await desktop.start()
  await until('the window has its old size', async () => String(await desktop.size()) === '900,640')
})
