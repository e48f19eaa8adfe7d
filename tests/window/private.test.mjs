// What a client types stays in the record, and nothing goes out: the app as it is shipped to a client, in a private web
// session, watched by the kernel while a whole day with it is lived through. Driven as a screen reader drives it.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'

import { Desktop, until } from './desktop.mjs'
import { figure, listed } from './figure.mjs'
import { dataKey } from './key.mjs'
import { Markers, Search } from './marker.mjs'
import { counted, keyed, written } from './memory.mjs'
import { readTrace } from './trace.mjs'
import { words } from './words.mjs'

const desktop = new Desktop()
const markers = new Markers()
const search = new Search(markers)
const log = join(process.env.HANDRAIL_HOMES, 'private.trace')
/** What the notification daemon was told to show, by all specs so far. */
const notices = join(process.env.HANDRAIL_HOMES, 'notices')
// Names of processes, as far as the kernel keeps them.
const CORE = basename(process.env.HANDRAIL_BINARY)
const PAGE = 'WebKitWebProces'
const NETWORK = 'WebKitNetworkPr'
const passphrase = markers.next('passphrase')
let reader
let recoveryKey

before(async () => {
  reader = await desktop.startTraced(log)
})
after(() => desktop.leave())

/** The steps of one story: what follows a broken one is not tried. */
let broken = false
function step(name, act) {
  test(name, async (context) => {
    if (broken) return context.skip('an earlier step failed')
    broken = true
    try {
      await act()
    } catch (error) {
      await desktop.picture('private-broken')
      throw error
    }
    broken = false
  })
}

/** What is measured at a point of the story: it goes on whatever the figure is. */
function measure(name, act) {
  test(name, (context) => (broken ? context.skip('an earlier step failed') : act(context)))
}

/** As it stands among the words of a button, or of a field that may stay empty. */
function said(id, values) {
  const text = words(id, values).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?:^| )${text}(?: |$)`)
}

/** Types a marker of its own into each of these fields. */
async function mark(...ids) {
  for (const [id, values] of ids.map((one) => [one].flat())) await reader.fill(said(id, values), markers.next(id))
}

async function room(id, heading = id) {
  await reader.press('button', words(id))
  await reader.find('heading', words(heading))
}

/** Looks into each place that another leads to, and comes back. */
async function visit(open, ...ids) {
  for (const id of ids) {
    await open()
    const here = await reader.title()
    await reader.press('button', said(id))
    await until(`${id} is open`, async () => ![undefined, here].includes(await reader.title()))
  }
}

/** What of these the process of that name holds in its memory. */
function inMemory(name, needles) {
  return counted(desktop.processes.find((one) => one.name.startsWith(name)).pid, needles)
}

/** Selects what was typed last. Other programs may paste it from then on. */
async function select() {
  await reader.keys('ctrl+a')
  await until('it is selected', async () => (await desktop.pasted('primary')).includes(markers.last))
}

async function lock() {
  await room('nav-more')
  await reader.press('button', words('lock'))
  await locked()
}

async function locked() {
  await reader.find('heading', words('unlock-title'))
  await until('the record is locked', () => desktop.isLocked())
}

/** The processes that there were. */
let watched

/** Looks for markers in every file that is there at this moment. */
function look(moment) {
  search.look(moment, [desktop.home, notices, ...readTrace(log).files])
}

/** The figure of what the core has in memory; of the page's process, whose memory is the system's, it only tells. */
function memory(context, name, needles, each = needles) {
  asRoot(context, name, () => {
    const [core, page] = [CORE, PAGE].map((process) => inMemory(process, needles))
    const measured = `${core.total}${core.total > 0 ? ` (${listed(core.kinds)})` : ''}; in the page's process ${page.total}`
    figure(name, '0', measured, core.total === 0 ? 'ok' : 'FAILED')
    if (core.total === 0) return
    const places = Object.entries(inMemory(CORE, each).found).map(([needle, kinds]) => `${needle}: ${listed(kinds)}`)
    assert.fail([measured, ...places].join('\n'))
  })
}

/** Reads memory, or says aloud that it may not. */
function asRoot(context, name, read, aim = '0') {
  try {
    read()
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(error.code)) throw error
    const reason = 'only root may read the memory of this process'
    figure(name, aim, `not measured: ${reason}`, 'SKIPPED')
    context.skip(reason)
  }
}

function recordKey() {
  return dataKey(join(desktop.record, 'handrail.key'), recoveryKey)
}

/** How much of the processes' memory the system has put into its swap. */
function inSwap() {
  const size = ({ pid }) => Number(/^VmSwap:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  const kilobytes = desktop.processes.map(size).reduce((total, one) => total + one, 0)
  const areas = readFileSync('/proc/swaps', 'utf8').trim().split('\n').length - 1
  return `${kilobytes} kB of its memory in swap${areas === 0 ? ', of which this machine has none' : ''}`
}

step('a record is made, and a program set up, by ear and keyboard alone', async () => {
  await reader.find('heading', words('welcome-title'))
  await desktop.watchTitle()
  await reader.press('button', words('welcome-start'))
  for (const id of ['unlock-passphrase', 'passphrase-again']) await reader.fill(words(id), passphrase)
  await reader.press('button', words('next'))
  await reader.find('heading', words('recovery-title'))
  const groups = (await reader.tree()).filter(({ text }) => /^\w( \w){3}$/.test(text)).map(({ text }) => text.replaceAll(' ', ''))
  assert.ok(groups.length > 6)
  recoveryKey = groups.join('')
  await reader.fill(words('recovery-last-group'), groups.at(-1).toLowerCase())
  await reader.press('button', words('recovery-written'))
  await reader.press('button', said('template-outpatient'))
  await reader.press('disclosure', said('treatment-provider'))
  await mark('treatment-provider-name', 'treatment-provider-address', 'treatment-provider-room')
  await reader.press('button', words('treatment-start-save'))
  await reader.press('checkbox', said('welcome-keep-running'))
  await reader.press('button', words('welcome-finish'))
  await reader.find('heading', words('nav-today'))
})

step('a day is told: check-in, session, support group', async () => {
  await reader.press('button', words('checkin-mood-3'))
  await mark('checkin-note')
  await reader.press('button', words('save'))

  await room('nav-treatment')
  await reader.press('button', words('treatment-add'))
  await reader.focus('spinbutton', 'hour')
  await reader.type('0:01')
  await mark('treatment-note')
  await reader.press('button', words('add'))
  await reader.press('button', said('kind-individual'))
  await reader.press('radio', words('state-attended'))
  await reader.press('disclosure', said('session-more'))
  await mark('session-topic', 'session-led-by', 'session-homework', 'treatment-note')
  await reader.press('button', words('save'))

  await room('nav-groups')
  await reader.press('button', words('groups-log'))
  await reader.focus('combobox', words('groups-fellowship'))
  await reader.type('NA')
  await mark('groups-name', 'groups-place', 'groups-topic', 'groups-note')
  await reader.focus('spinbutton', 'hour')
  await reader.type('0:02')
  await reader.press('button', words('save'))
  await reader.find('heading', words('nav-groups'))
})

step('a plan is written, and a sponsor and a reminder of one’s own kept', async () => {
  await room('nav-plan', 'plan-title')
  const write = (section) => reader.press('button', words('plan-write-section', { section: words(section) }))
  await write('plan-reasons')
  await mark('plan-reasons-one')
  await reader.press('button', words('save'))
  await write('plan-people')
  await mark('plan-people-name', 'plan-people-message')
  await reader.press('button', words('save'))
  await write('plan-skills')
  await mark('checkin-hungry', 'checkin-lonely')
  await reader.press('button', words('save'))

  await room('nav-groups')
  await reader.press('button', said('groups-go-steps'))
  await reader.press('button', words('steps-sponsor-add'))
  await reader.focus('combobox', words('groups-fellowship'))
  await reader.type('NA')
  await mark('steps-name', 'steps-note')
  await reader.press('button', words('save'))

  await room('nav-more')
  await reader.press('button', said('more-reminders'))
  await reader.press('button', words('reminders-own'))
  await mark('remrule-own-text')
  await reader.focus('spinbutton', 'hour')
  await reader.type('23:59')
  await reader.press('button', words('save'))
  await reader.press('button', words('reminders-show-now'))
  await desktop.noticed()
})

step('every room is looked into, a file is offered and none is saved, help is asked for', async () => {
  const more = () => room('nav-more')
  await visit(more, 'more-privacy', 'backup-title', 'more-language', 'more-learn', 'more-about')
  const privacy = async () => {
    await more()
    await reader.press('button', said('more-privacy'))
  }
  await visit(privacy, 'privacy-change', 'privacy-pin', 'lock-card-title', 'crisis-lines-title', 'places-title', 'destroy-title')
  const backup = async () => {
    await more()
    await reader.press('button', said('backup-title'))
  }
  await visit(backup, 'backup-restore', 'backup-copies')
  const groups = () => room('nav-groups')
  await visit(groups, 'groups-go-find', 'groups-go-asked', 'groups-go-recovery')
  await visit(() => room('nav-plan', 'plan-title'), 'mooring-title', 'aftercare-title')
  await room('nav-treatment')
  for (const id of ['treatment-tab-hours', 'treatment-tab-path', 'treatment-tab-calendar']) await reader.press('tab', words(id))

  await groups()
  await reader.press('button', said('groups-go-record'))
  await mark('record-name', 'record-case')
  await reader.press('button', words('record-pdf'))
  await reader.press('button', 'Cancel')
  await more()
  await reader.press('button', said('more-record'))
  await reader.press('button', words('more-out-button'))
  await reader.press('button', 'Cancel')
  await backup()
  await reader.press('button', words('backup-make'))
  const sealing = markers.next('backup-passphrase')
  for (const id of ['backup-passphrase', 'passphrase-again']) await reader.fill(words(id), sealing)
  await reader.press('button', words('backup-save'))
  await reader.press('button', 'Cancel')
  await reader.says(words('backup-not-saved'))

  await reader.press('button', words('nav-help'))
  await reader.press('button', said('hard-slipped'))
  await reader.press('button', words('back'))
  await reader.press('button', words('close'))
})

step('words are looked for, and more is half typed and selected', async () => {
  await room('nav-treatment')
  await reader.press('button', words('search-sessions'))
  await mark('search-words')
  await room('nav-groups')
  await reader.press('button', words('groups-log'))
  await mark('groups-name', 'groups-note')
  await reader.press('button', words('close'))
  await room('nav-plan', 'plan-title')
  await reader.press('button', words('plan-edit-section', { section: words('plan-reasons') }))
  await mark('plan-reasons-one')
  await select()
})

measure('open, what is looked for is there to be found', (context) => {
  look('open')
  const needles = { key: keyed(recordKey()) }
  asRoot(context, 'the key in the memory of the core process while open', () => assert.ok(inMemory(CORE, needles).total > 0), 'found')
  assert.ok(inMemory(PAGE, { text: markers.needles(written).common }).total > 0)
})

step('what is half typed is locked with the rest, a wrong passphrase is refused, and the right one opens', async () => {
  await lock()
  look('locked')
  await mark('unlock-passphrase')
  await reader.press('button', words('unlock-open'))
  await reader.says(words('unlock-wrong-help'))
  await reader.fill(words('unlock-passphrase'), passphrase)
  await reader.press('button', words('unlock-open'))
  await reader.find('button', words('nav-plan'))
  // It was kept with the record, and is still being written.
  await room('nav-plan', 'plan-title')
  await mark('plan-reasons-one')
  await select()
  // From anywhere, by the key.
  await reader.keys('ctrl+l')
  await locked()
})

measure('locked, nothing that was selected or copied can be pasted elsewhere', async () => {
  for (const from of ['primary', 'clipboard']) assert.deepEqual(markers.within(Buffer.from(await desktop.pasted(from))), [], from)
})

measure('no process of it may leave a core dump', () => {
  for (const { pid, name } of desktop.processes) {
    assert.match(readFileSync(`/proc/${pid}/limits`, 'utf8'), /^Max core file size +0 +0 /m, name)
  }
})

measure('locked, the core has no copy of what was typed', (context) => {
  const { common, each } = markers.needles(written)
  const key = { 'recovery key': ['-', ' ', ''].flatMap((between) => written(recoveryKey.replace(/.{4}(?=.)/g, `$&${between}`))) }
  memory(context, 'typed text in the memory of the core process after lock', { text: common, ...key }, { ...each, ...key })
})

measure('locked, the core has no copy of the key', (context) => {
  memory(context, 'copies of the key in the memory of the core process after lock', { key: keyed(recordKey()) })
})

measure('no file that was written holds what was typed', async (context) => {
  look('locked again')
  const swapped = inSwap()
  watched = desktop.processes
  await desktop.close()
  look('ended')
  assert.match(readFileSync(join(desktop.home, 'titles'), 'utf8'), /"Handrail"/)
  const { files: traced, blind } = readTrace(log)
  const gone = [...traced].filter((path) => !search.seen.has(path)).map((path) => basename(path))
  const hits = [...search.found, ...markers.within(Buffer.from([...traced].join('\n')))]
  const measured = [
    `${hits.length} hits of ${markers.count} markers in ${search.seen.size} files (gone before: ${gone.join(', ') || 'none'})`,
    swapped,
    ...(blind ? ['what it wrote elsewhere than into its folders was not seen: only root may trace its files'] : []),
  ].join('; ')
  figure('markers in every file written', '0 hits', measured, hits.length > 0 ? 'FAILED' : blind ? 'SKIPPED' : 'ok')
  assert.deepEqual(hits, [])
  if (blind) context.skip('only root may trace its files')
})

measure('no process of it has asked for a socket of the internet', () => {
  const { pids, families, inet } = readTrace(log)
  for (const name of [PAGE, NETWORK]) assert.ok(watched.some((one) => one.name === name), `${name} ran`)
  for (const { pid, name } of watched) assert.ok(pids.has(pid), `${name} was watched`)
  figure('inet sockets in a traced run of everything', '0', `${inet.length} (${listed(families)})`, inet.length === 0 ? 'ok' : 'FAILED')
  assert.deepEqual(inet, [])
})
