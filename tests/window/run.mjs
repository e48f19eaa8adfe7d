// The real app in a real window: `node tests/window/run.mjs PATH-TO-HANDRAIL`.
// Brings up a screen (Xvfb) with a window manager and a private D-Bus of its own, runs the specs there one after
// another, and takes all down again. Nothing of the desktop it is called from is touched. Pictures go to tests/window/results.

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = {
  Xvfb: 'xvfb',
  'dbus-run-session': 'dbus',
  WebKitWebDriver: 'webkit2gtk-driver',
  openbox: 'openbox',
  wmctrl: 'wmctrl',
  import: 'imagemagick',
  dunst: 'dunst',
}

const here = dirname(fileURLToPath(import.meta.url))
const binary = process.argv[2] && resolve(process.argv[2])
if (!binary || !existsSync(binary)) fail('usage: node tests/window/run.mjs PATH-TO-HANDRAIL')
const missing = Object.keys(needed).filter((tool) => spawnSync('which', [tool]).status !== 0)
if (missing.length) fail(`missing: ${missing.join(', ')}. apt-get install ${missing.map((tool) => needed[tool]).join(' ')}`)

const results = join(here, 'results')
mkdirSync(results, { recursive: true })
const homes = mkdtempSync(join(tmpdir(), 'handrail-window-'))

const { screen, display } = await startScreen()
const windowManager = spawn('openbox', [], { stdio: 'ignore', env: { ...process.env, DISPLAY: `:${display}` } })
const specs = process.argv.slice(3)
const tests = spawn(
  'dbus-run-session',
  ['--', process.execPath, '--test', '--test-concurrency=1', '--test-reporter=spec', ...(specs.length ? specs : [here])],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      HANDRAIL_BINARY: binary,
      HANDRAIL_HOMES: homes,
      HANDRAIL_RESULTS: results,
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      NO_AT_BRIDGE: '1',
    },
  },
)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => tests.kill(signal))
const code = await new Promise((done) => tests.on('exit', (status) => done(status ?? 1)))
windowManager.kill()
screen.kill()
rmSync(homes, { recursive: true, force: true, maxRetries: 5 })
process.exit(code)

/** Xvfb names a free display itself, once it listens. */
function startScreen() {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  return new Promise((done) => {
    screen.on('exit', () => fail('Xvfb did not start'))
    screen.stdio[3].once('data', (number) => {
      screen.removeAllListeners('exit')
      done({ screen, display: String(number).trim() })
    })
  })
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
