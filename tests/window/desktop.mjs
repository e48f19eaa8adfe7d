// The client's desktop as the specs see it: the app in its window, the notification daemon, pictures of the screen.

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'

import { Page, PATIENCE_MS } from './driver.mjs'

const exec = promisify(execFile)

/** One client's home on an otherwise empty desktop. */
export class Desktop {
  #home = mkdtempSync(join(process.env.HANDRAIL_HOMES, 'client-'))
  #driver

  constructor() {
    mkdirSync(join(this.#home, 'bin'))
    // Stands for the system's phone and browser: writes down what it is asked to open.
    const opener = join(this.#home, 'bin', 'xdg-open')
    writeFileSync(opener, `#!/bin/sh\nprintf '%s\\n' "$1" >> "${this.#home}/opened"\n`)
    chmodSync(opener, 0o755)
  }

  /** The folder of the client's record. */
  get record() {
    return join(this.#home, 'record')
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
    return this.page
  }

  /** Closes the window as a client does, and waits until the app is gone. */
  async close() {
    await exec('wmctrl', ['-i', '-c', (await this.#window()).id])
    await until('the window is gone', async () => (await this.#windows()).length === 0)
    await until('the app has ended', () => !this.#lives())
    await this.#stopDriver()
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
  async startAgain() {
    const second = spawn(process.env.HANDRAIL_BINARY, { stdio: 'ignore', env: this.#env() })
    const [code] = await once(second, 'exit', { signal: AbortSignal.timeout(PATIENCE_MS) })
    return code
  }

  /** The screen as it is now, for a person to look at. */
  async picture(name) {
    await exec('import', ['-window', 'root', join(process.env.HANDRAIL_RESULTS, `${name}.png`)])
  }

  /** Every notice that the daemon has shown, newest first. Empties the screen. */
  async notices() {
    await this.#dunst('close-all')
    const { data } = JSON.parse(await this.#dunst('history'))
    return data[0].map((notice) => ({
      app: notice.appname.data,
      title: notice.summary.data,
      body: notice.body.data,
    }))
  }

  /** Waits until a notice is on the screen, or was. */
  async noticed(limit) {
    await until('a notice appears', async () => /(displayed|History): [1-9]/.test(await this.#dunst('count')), limit)
  }

  /** Ends the app. What it leaves on disk goes with the bus, whose services may still write there. */
  async leave() {
    if (this.page) {
      await this.page.end()
      await until('the app has ended', () => !this.#lives())
    }
    await this.#stopDriver()
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

  /** Whether the app that the driver started still runs. */
  #lives() {
    const { pid } = this.#driver
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
    return children.some((child) => {
      try {
        return !/^State:\tZ/m.test(readFileSync(`/proc/${child}/status`, 'utf8'))
      } catch {
        return false
      }
    })
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
