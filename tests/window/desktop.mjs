// The client's desktop as the specs see it: the app in its window, the notification daemon, pictures of the screen.

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

import { Page, PATIENCE_MS } from './driver.mjs'
import { Reader } from './reader.mjs'
import { traced } from './trace.mjs'

const exec = promisify(execFile)

/** The name of the notification daemon on the bus. */
const DAEMON = 'org.freedesktop.Notifications'

/** One client's home on an otherwise empty desktop. */
export class Desktop {
  #home = mkdtempSync(join(process.env.HANDRAIL_HOMES, 'client-'))
  #driver
  /** The process of the app. */
  #app
  /** A program that stands for another one of the desktop. */
  #stranger
  /** Who reads the app's window aloud. */
  #reader
  /** How many notices others were shown before. */
  #saidBefore = said().length

  constructor() {
    mkdirSync(join(this.#home, 'bin'))
    // Stands for the system's phone and browser: writes down what it is asked to open.
    const opener = join(this.#home, 'bin', 'xdg-open')
    writeFileSync(opener, `#!/bin/sh\nprintf '%s\\n' "$1" >> "${this.#home}/opened"\n`)
    chmodSync(opener, 0o755)
  }

  /** All that is this client's own. */
  get home() {
    return this.#home
  }

  /** The folder of the client's record. */
  get record() {
    return join(this.#home, 'record')
  }

  /** The processes of the app: its own, and those that show its page. */
  get processes() {
    return [this.#app, ...descendants(this.#app)].map((pid) => ({ pid, name: nameOf(pid).trim() }))
  }

  /** Every address that was handed to the system. */
  opened() {
    const list = join(this.#home, 'opened')
    return existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : []
  }

  /** Starts the app and answers its page. */
  async start() {
    const port = await freePort()
    this.#driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: ['ignore', 'ignore', 'pipe'], env: this.#env() })
    let said = ''
    this.#driver.stderr.on('data', (piece) => (said += piece))
    const server = `http://127.0.0.1:${port}`
    await until('WebKitWebDriver answers', () => fetch(`${server}/status`).then((answer) => answer.ok, () => false))
    try {
      this.page = await Page.open(server, process.env.HANDRAIL_BINARY)
    } catch (error) {
      throw new Error(`the app did not open: ${error.message}\n${said}`)
    }
    const { pid } = this.#driver
    this.#app = Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0])
    return this.page
  }

  /** Starts the app without a window, as at login, and waits until it hears of another start. */
  async startHidden() {
    this.#app = spawn(process.env.HANDRAIL_BINARY, ['--hidden'], { stdio: 'ignore', env: this.#env() }).pid
    await until('the app is there', async () => (await this.#owner('app.handrail.Elsewhere.SingleInstance')) === this.#app)
  }

  /**
   * Starts the app as a client has it, with its private web session, and answers a reader of its window.
   * What it asks the kernel for goes into that log, and what it says itself into the file `said` of the home.
   */
  async startTraced(log) {
    const env = this.#privateEnv()
    const out = openSync(join(this.#home, 'said'), 'a')
    const [command, args] = traced(log, process.env.HANDRAIL_BINARY)
    const tracer = spawn(command, args, { stdio: ['ignore', out, out], env })
    closeSync(out)
    const name = basename(process.env.HANDRAIL_BINARY)
    const started = () => descendants(tracer.pid).find((pid) => nameOf(pid).trim() === name)
    this.#app = await until('the app is started', () => tracer.exitCode === null && started())
    await this.opens()
    this.#reader = new Reader(env)
    return this.#reader
  }

  /** Writes down every title that the window has from now on, into the file `titles` of the home. */
  async watchTitle() {
    const out = openSync(join(this.#home, 'titles'), 'a')
    const names = ['WM_NAME', '_NET_WM_NAME', 'WM_ICON_NAME', '_NET_WM_ICON_NAME']
    spawn('xprop', ['-spy', '-id', (await this.#window()).id, ...names], { stdio: ['ignore', out, out] })
    closeSync(out)
  }

  /** Closes the window as a client does, and waits until the app is gone. */
  async close() {
    await this.closeWindow()
    await this.ends()
  }

  /** Closes the window as a client does. */
  async closeWindow() {
    await exec('wmctrl', ['-i', '-c', (await this.#window()).id])
    await until('the window is gone', async () => (await this.#windows()).length === 0)
  }

  /** Ends the app as the end of the session does. */
  async endSession() {
    process.kill(this.#app, 'SIGTERM')
    await this.ends()
  }

  /** Waits until the app has ended. */
  async ends() {
    await until('the app has ended', () => !this.lives())
    await this.#stopDriver()
  }

  /** Waits until there is a window. */
  async opens() {
    await this.#window()
  }

  /** How many processes show the app's page. */
  pages() {
    return descendants(this.#app).filter((pid) => /WebKitWebProces/.test(nameOf(pid))).length
  }

  /** Whether the database is closed: what is written beside it while it is open is gone. */
  isLocked() {
    return !readdirSync(this.record).some((name) => /-(wal|shm|journal)$/.test(name))
  }

  /** What the system starts when the client logs in. */
  startedAtLogin() {
    const folder = join(this.#home, '.config', 'autostart')
    return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')) : []
  }

  /** The title that the desktop shows for the window. */
  async title() {
    return (await this.#window()).title
  }

  /** The size of the window's inside in pixels. */
  async size() {
    return (await this.#window()).size
  }

  /** Draws the window to this size. */
  async resize(width, height) {
    await exec('wmctrl', ['-i', '-r', (await this.#window()).id, '-e', `0,-1,-1,${width},${height}`])
    await until('the window has its new size', async () => String(await this.size()) === String([width, height]))
  }

  /** How many windows the app shows. */
  async windows() {
    return (await this.#windows()).length
  }

  /** Starts the app once more beside itself, and answers its exit code. */
  async startAgain(...args) {
    const second = spawn(process.env.HANDRAIL_BINARY, args, { stdio: 'ignore', env: this.#env() })
    const [code] = await once(second, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) })
    return code
  }

  /** What another program would paste: what is selected (`primary`), or what was copied (`clipboard`). */
  async pasted(from) {
    // Without an owner there is nothing to paste, which xclip takes for an error.
    return (await exec('xclip', ['-o', '-selection', from]).catch(() => ({ stdout: '' }))).stdout
  }

  /** The screen as it is now, for a person to look at. */
  async picture(name) {
    await exec('import', ['-window', 'root', join(process.env.HANDRAIL_RESULTS, `${name}.png`)])
  }

  /** Every notice that the daemon has shown to this client, the newest first. */
  notices() {
    const rows = said().slice(this.#saidBefore).map((row) => row.split('\t'))
    return rows.map(([urgency, app, title, body]) => ({ urgency, app, title, body })).reverse()
  }

  /** Waits until the daemon has shown so many notices. */
  async noticed(count = 1, limit = PATIENCE_MS) {
    await until(`${count} notices appear`, () => this.notices().length >= count, limit)
  }

  /** How many notices are on the screen. */
  async displayed() {
    return Number(await this.#dunst('count', 'displayed'))
  }

  /** Presses the button with these words on the notice that is on the screen; with the notice's own title, the notice itself. */
  async press(label) {
    writeFileSync(join(process.env.HANDRAIL_HOMES, 'press'), label)
    await this.#dunst('context')
  }

  /** Ends the daemon; the bus starts it anew with the next notice. */
  async endDaemon() {
    const pid = await this.#owner(DAEMON)
    process.kill(pid)
    await until('the daemon is gone', async () => (await this.#owner(DAEMON)) !== pid)
  }

  /** Puts a daemon there that takes orders and never answers, in the place of the real one. */
  async hangDaemon() {
    if (await this.#owner(DAEMON)) await this.endDaemon()
    this.#stranger = await this.#own(DAEMON, 'black-hole')
  }

  /** Puts a panel there that has a place for icons. */
  async showPanel() {
    this.#stranger = await this.#own('org.kde.StatusNotifierWatcher', 'echo')
  }

  /** Takes away what was put there. */
  async endStranger() {
    await stop(this.#stranger)
    this.#stranger = undefined
  }

  /** What the menu of the app's icon says. */
  async menu() {
    const layout = await this.#icon('GetLayout', '0', '--', '-1', '[]')
    return [...layout.matchAll(/\((\d+), \{'label': <'([^']*)'>/g)].map(([, id, label]) => ({ id, label }))
  }

  /** Chooses from that menu. */
  async choose(label) {
    const { id } = (await this.menu()).find((item) => item.label === label)
    await this.#icon('Event', id, 'clicked', '<0>', '0')
  }

  /** Whether the app shows an icon. */
  async hasIcon() {
    return (await this.#owner(this.#iconName)) === this.#app
  }

  /** Ends the app. What it leaves on disk goes with the bus, whose services may still write there. */
  async leave() {
    // The driver knows only the window that it opened.
    if (this.page && (await this.#windows()).length > 0) await this.page.end().catch(() => {})
    if (this.#app && this.lives()) await this.endSession()
    await this.#stopDriver()
    await this.#reader?.end()
    if (this.#stranger) await this.endStranger()
    await this.#dunst('close-all')
  }

  async #stopDriver() {
    this.page = undefined
    await stop(this.#driver)
    this.#driver = undefined
  }

  // The bus starts the daemon (dunst) when it is first spoken to, by the app or by us.
  async #dunst(...args) {
    return (await exec('dunstctl', args, { env: this.#env() })).stdout
  }

  async #window() {
    return await until('the window is there', async () => (await this.#windows())[0])
  }

  async #windows() {
    // wmctrl fails until the window manager is up.
    const { stdout } = await exec('wmctrl', ['-l', '-x', '-G']).catch(() => ({ stdout: '' }))
    const row = /^(?<id>\S+) +\S+ +\S+ +\S+ +(?<width>\d+) +(?<height>\d+) +(?<name>\S+)\.\S+ +\S+ (?<title>.*)$/
    return stdout
      .split('\n')
      .map((line) => row.exec(line)?.groups)
      .filter((window) => window?.name === basename(process.env.HANDRAIL_BINARY))
      .map(({ id, title, width, height }) => ({ id, title, size: [Number(width), Number(height)] }))
  }

  /** Whether the app still runs. */
  lives() {
    try {
      return !/^State:\tZ/m.test(readFileSync(`/proc/${this.#app}/status`, 'utf8'))
    } catch {
      return false
    }
  }

  /** The process that has this name on the bus. */
  async #owner(name) {
    const answer = await ask('org.freedesktop.DBus', '/', 'org.freedesktop.DBus.GetConnectionUnixProcessID', name).catch(() => '')
    return Number(/uint32 (\d+)/.exec(answer)?.[1] ?? 0)
  }

  /** A program that has this name on the bus, and does with what is asked of it as said. */
  async #own(name, does) {
    const program = spawn('dbus-test-tool', [does, `--name=${name}`, '--session'], { stdio: 'ignore' })
    await until(`${name} is there`, async () => (await this.#owner(name)) === program.pid)
    return program
  }

  get #iconName() {
    return `org.kde.StatusNotifierItem-${this.#app}-1`
  }

  async #icon(method, ...args) {
    return await ask(this.#iconName, '/MenuBar', `com.canonical.dbusmenu.${method}`, ...args)
  }

  #env() {
    return {
      ...process.env,
      PATH: `${join(this.#home, 'bin')}:${process.env.PATH}`,
      HOME: this.#home,
      XDG_DATA_HOME: join(this.#home, 'share'),
      XDG_CONFIG_HOME: join(this.#home, 'config'),
      XDG_CACHE_HOME: join(this.#home, 'cache'),
      HANDRAIL_DATA_DIR: this.record,
      TAURI_WEBVIEW_AUTOMATION: 'true',
      TAURI_AUTOMATION: 'true',
      LANG: 'C.UTF-8',
    }
  }

  /** As on a client's own desktop: no automation, the accessibility bus at hand, and every folder within the home. */
  #privateEnv() {
    const env = { ...this.#env(), TMPDIR: join(this.#home, 'tmp'), XDG_RUNTIME_DIR: join(this.#home, 'runtime') }
    for (const folder of [env.TMPDIR, env.XDG_RUNTIME_DIR]) mkdirSync(folder, { mode: 0o700, recursive: true })
    for (const name of ['TAURI_WEBVIEW_AUTOMATION', 'TAURI_AUTOMATION', 'NO_AT_BRIDGE']) delete env[name]
    return env
  }
}

/** Asks again until the answer is true-like, and answers it; fails after the limit. */
export async function until(what, ask, limit = PATIENCE_MS) {
  const deadline = Date.now() + limit
  for (;;) {
    const answer = await ask()
    if (answer) return answer
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

function descendants(pid) {
  const children = (one) => {
    try {
      return readFileSync(`/proc/${one}/task/${one}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    } catch {
      return []
    }
  }
  return children(pid).flatMap((child) => [child, ...descendants(child)])
}

function nameOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8')
  } catch {
    return ''
  }
}

/** What the daemon has shown, one line for each notice, written by its script (run.mjs). */
function said() {
  const list = join(process.env.HANDRAIL_HOMES, 'notices')
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n').slice(0, -1) : []
}

/** Asks someone on the bus. */
async function ask(name, path, method, ...args) {
  return (await exec('gdbus', ['call', '--session', '-d', name, '-o', path, '-m', method, ...args])).stdout
}

async function stop(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  child.kill()
  await once(child, 'exit')
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}
