// The real app in a real window: `node tests/window/run.mjs PATH-TO-HANDRAIL [SPEC…]`.
// Brings up a screen (Xvfb) with a window manager and a private D-Bus of its own, runs the specs there one after
// another, and takes all down again. Nothing of the desktop it is called from is touched. Pictures go to tests/window/results.

import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const needed = {
  Xvfb: 'xvfb',
  'dbus-run-session': 'dbus',
  WebKitWebDriver: 'webkit2gtk-driver',
  openbox: 'openbox',
  wmctrl: 'wmctrl',
  import: 'imagemagick',
  dunst: 'dunst',
  gdbus: 'libglib2.0-bin',
  'dbus-test-tool': 'dbus-tests',
  strace: 'strace',
  xclip: 'xclip',
  xdotool: 'xdotool',
  xprop: 'x11-utils',
}
/** What no search for programs finds. */
const neededFiles = {
  '/usr/share/dbus-1/services/org.a11y.Bus.service': 'at-spi2-core',
  '/usr/lib/python3/dist-packages/gi': 'python3-gi',
}

const here = dirname(fileURLToPath(import.meta.url))
const binary = process.argv[2] && resolve(process.argv[2])
if (!binary || !existsSync(binary)) fail('usage: node tests/window/run.mjs PATH-TO-HANDRAIL [SPEC…]')
const missing = [
  ...Object.keys(needed).filter((tool) => spawnSync('which', [tool]).status !== 0),
  ...Object.keys(neededFiles).filter((path) => !existsSync(path)),
]
const packages = missing.map((one) => needed[one] ?? neededFiles[one])
if (missing.length) fail(`missing: ${missing.join(', ')}. apt-get install ${packages.join(' ')}`)

const results = join(here, 'results')
mkdirSync(results, { recursive: true })
const homes = mkdtempSync(join(tmpdir(), 'handrail-window-'))
const runtime = join(homes, 'runtime')
mkdirSync(runtime, { mode: 0o700 })

prepareDaemon()

const { screen, display } = await startScreen()
const windowManager = spawn('openbox', [], { stdio: 'ignore', env: { ...process.env, DISPLAY: `:${display}` } })
// By their names alone, wherever this is called from.
const specs = process.argv.slice(3).map((spec) => join(here, basename(spec)))
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
      // For what the bus starts; each client has a home of its own.
      XDG_CONFIG_HOME: homes,
      XDG_RUNTIME_DIR: runtime,
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

/** The notification daemon writes down what it shows, and presses the button that a spec asks for where it would ask a person. */
function prepareDaemon() {
  const program = (name, lines) => {
    const path = join(homes, name)
    writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'))
    chmodSync(path, 0o755)
    return path
  }
  const shown = program('shown', [
    `printf '%s\\t%s\\t%s\\t%s\\n' "$DUNST_URGENCY" "$DUNST_APP_NAME" "$DUNST_SUMMARY" "$DUNST_BODY" >> '${homes}/notices'`,
  ])
  // Each line of its menu is “#words (title) [number,key]”.
  const menu = program('menu', [`grep -m 1 -F "#$(cat '${homes}/press') ("`])
  mkdirSync(join(homes, 'dunst'))
  // Two notices with the same words stay two, as with most daemons.
  const global = ['[global]', `dmenu = ${menu}`, 'stack_duplicates = false', 'idle_threshold = 0']
  const settings = [...global, '[all]', `script = ${shown}`, 'timeout = 0', '']
  writeFileSync(join(homes, 'dunst', 'dunstrc'), settings.join('\n'))
}

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
