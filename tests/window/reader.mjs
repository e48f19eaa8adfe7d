// The app as a screen reader meets it: no WebDriver, no script in the page. Things are found by role and name on the
// accessibility bus, pressed by their own action, and typed into with the keyboard.

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { PATIENCE_MS } from './driver.mjs'

const exec = promisify(execFile)

/** Debian's own, which sees the system's libraries. */
const PYTHON = '/usr/bin/python3'

/** Roles by their numbers on the bus (AtspiRole). */
const ROLES = {
  button: [43],
  checkbox: [7],
  combobox: [11],
  dialog: [16],
  // What opens and closes has no role of its own here.
  disclosure: [67],
  heading: [83],
  link: [88],
  radio: [44],
  spinbutton: [52],
  tab: [37],
  textbox: [40, 79],
  toggle: [62],
}

const PARAGRAPH = 73
const ENABLED = 1 << 8
const FOCUSED = 1 << 12
const ACTION = 'org.a11y.atspi.Action'
const TEXT = 'org.a11y.atspi.Text'
const COMPONENT = 'org.a11y.atspi.Component'

export class Reader {
  #bus
  #answers

  constructor(env) {
    this.#bus = spawn(PYTHON, [fileURLToPath(new URL('reader.py', import.meta.url))], { env, stdio: ['pipe', 'pipe', 'inherit'] })
    this.#answers = createInterface({ input: this.#bus.stdout })[Symbol.asyncIterator]()
  }

  /** Everything that is shown: `{ role, text, states }` and where it is on the bus. */
  tree() {
    return this.#ask('tree')
  }

  /** The first enabled one of this role with this name. Waits until there is one. */
  async find(role, name) {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const tree = await this.tree()
      const found = tree.find((one) => ROLES[role].includes(one.role) && one.states & ENABLED && fits(one.text, name))
      if (found) return found
      if (Date.now() > deadline) throw new Error(`no ${role} “${name}”; there is:\n${told(tree)}`)
      await pause(50)
    }
  }

  /** The first heading that there is now. */
  async title() {
    return (await this.tree()).find(({ role }) => ROLES.heading.includes(role))?.text
  }

  /** Waits until a paragraph says this. */
  async says(text) {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const tree = await this.tree()
      for (const one of tree.filter(({ role }) => role === PARAGRAPH)) {
        // One that is gone by now says nothing.
        const [words] = await this.#ask([one.name, one.path, TEXT, 'GetText', '(ii)', 0, -1]).catch(() => [''])
        if (words.includes(text)) return
      }
      if (Date.now() > deadline) throw new Error(`“${text}” is not said; there is:\n${told(tree)}`)
      await pause(50)
    }
  }

  async press(role, name) {
    await this.#insist(role, name, (one) => this.#ask([one.name, one.path, ACTION, 'DoAction', '(i)', 0]))
  }

  /** Puts the keyboard's focus there. */
  async focus(role, name) {
    await this.#insist(role, name, async (one) => {
      await this.#ask([one.name, one.path, COMPONENT, 'GrabFocus'])
      const deadline = Date.now() + PATIENCE_MS
      while (!((await this.tree()).find(({ path }) => path === one.path)?.states & FOCUSED)) {
        if (Date.now() > deadline) throw new Error(`${role} “${name}” does not take the focus`)
        await pause(20)
      }
    })
  }

  /** Types into a field, in place of what was there. */
  async fill(name, text) {
    await this.focus('textbox', name)
    await this.keys('ctrl+a')
    await this.type(text)
  }

  /** Types where the focus is. */
  async type(text) {
    await exec('xdotool', ['type', '--delay', '8', '--', text])
  }

  /** Presses keys where the focus is, by their names. */
  async keys(...names) {
    await exec('xdotool', ['key', '--delay', '20', ...names])
  }

  async end() {
    this.#bus.stdin.end()
    if (this.#bus.exitCode === null) await once(this.#bus, 'exit')
  }

  /** A page may draw a thing anew between finding it and using it: then it is looked for again. */
  async #insist(role, name, use) {
    for (let tries = 3; ; tries -= 1) {
      const found = await this.find(role, name)
      try {
        return await use(found)
      } catch (error) {
        if (tries === 0) throw new Error(`${role} “${name}”: ${error.message}`)
      }
    }
  }

  async #ask(question) {
    this.#bus.stdin.write(`${JSON.stringify(question)}\n`)
    const { value: line, done } = await this.#answers.next()
    if (done) throw new Error('the accessibility bus is gone')
    const { value, error } = JSON.parse(line)
    if (error) throw new Error(error)
    return value
  }
}

/** All that has a name, a line each, for a person to look at. */
export function told(tree) {
  const named = tree.filter(({ text }) => text !== '')
  return named.map(({ role, text }) => `  ${Object.keys(ROLES).find((one) => ROLES[one].includes(role)) ?? role} “${text}”`).join('\n')
}

function fits(text, name) {
  const plain = text.replace(/\s+/g, ' ').trim()
  return typeof name === 'string' ? plain === name : name.test(plain)
}

function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds))
}
