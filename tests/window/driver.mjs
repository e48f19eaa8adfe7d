// A small W3C WebDriver client: what the specs say to the web view of the real window.

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** How long a thing may take to appear. A limit for failures; nothing waits this long when all is well. */
export const PATIENCE_MS = 20_000

export class Page {
  #base

  constructor(base) {
    this.#base = base
  }

  static async open(server, binary) {
    const options = { 'webkitgtk:browserOptions': { binary, args: [] } }
    const { sessionId } = await send('POST', `${server}/session`, { capabilities: { alwaysMatch: options } })
    const page = new Page(`${server}/session/${sessionId}`)
    await page.#do('POST', '/timeouts', { script: PATIENCE_MS + 5_000 })
    return page
  }

  /** Ends the session, and with it the app if it still runs. */
  end() {
    return this.#do('DELETE', '')
  }

  address() {
    return this.#do('GET', '/url')
  }

  run(script, ...args) {
    return this.#do('POST', '/execute/sync', { script, args })
  }

  /** Runs an async function's body in the page and answers what it returns. */
  async wait(body, ...args) {
    const script = `const done = arguments[arguments.length - 1], args = [...arguments].slice(0, -1);
      (async (...args) => { ${body} })(...args).then((value) => done({ value }), (error) => done({ error: String(error) }))`
    const { value, error } = await this.#do('POST', '/execute/async', { script, args })
    if (error) throw new Error(error)
    return value
  }

  /** As above, for what only looks: again where the page was rebuilt meanwhile, as it is when the record locks. */
  async #look(body, ...args) {
    for (;;) {
      try {
        return await this.wait(body, ...args)
      } catch (error) {
        if (!error.message.startsWith('no such frame')) throw error
      }
    }
  }

  /** Asks the core, as the page would. */
  call(operation, request = {}) {
    return this.wait(
      `return await window.__TAURI_INTERNALS__.invoke('call', { operation: args[0], request: args[1] })
        .catch((failure) => { throw new Error(JSON.stringify(failure)) })`,
      operation,
      request,
    )
  }

  /** Locks, in this way, and waits until the page was built anew, which ends whatever the old one was about to answer. */
  async lock(way = () => this.run(`window.__TAURI_INTERNALS__.invoke('call', { operation: 'lock', request: {} })`)) {
    await this.run('window.old = true')
    await way()
    await this.#look('if (window.old) await new Promise(() => {})')
  }

  /** The first visible, enabled element of this role with this accessible name. Waits until there is one. */
  async find(role, name) {
    const element = await this.#look(FIND, role, wanted(name), PATIENCE_MS)
    if (!element) throw new Error(`no ${role} “${name}” on the page, which reads:\n${await this.text()}`)
    return element[ELEMENT]
  }

  /** The accessible name of the one that is there. */
  async nameOf(role, name) {
    return this.run(`return arguments[0].getAttribute('aria-label') ?? arguments[0].textContent`, { [ELEMENT]: await this.find(role, name) })
  }

  /** Whether there is one now. */
  async shows(role, name) {
    return (await this.#look(FIND, role, wanted(name), 0)) !== null
  }

  async click(role, name) {
    const id = await this.find(role, name)
    // The driver itself scrolls only as far as the edge, where a bar may cover it.
    await this.run(`arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })`, { [ELEMENT]: id })
    await this.#do('POST', `/element/${id}/click`, {})
    // A button acts, and a choice tells, once it is seen to be pressed or made; where no frame comes, a moment later.
    await this.#look(`await new Promise((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))
      setTimeout(done, 300)
    })`)
  }

  async fill(name, text) {
    const id = await this.find('textbox', name)
    await this.#do('POST', `/element/${id}/clear`, {})
    await this.#do('POST', `/element/${id}/value`, { text })
  }

  /** Types a date into its field, as the web view shows it here; the slash moves on to the next part. */
  fillDate(name, date) {
    const keys = new Intl.DateTimeFormat('en-US', { month: '2-digit', day: '2-digit', year: 'numeric' }).format(date)
    return this.fill(name, keys)
  }

  /** Chooses what has these words from the list of its field. */
  async choose(name, option) {
    const field = { [ELEMENT]: await this.find('combobox', name) }
    const chosen = await this.run('return [...arguments[0].options].find((one) => one.text === arguments[1])', field, option)
    if (!chosen) throw new Error(`no “${option}” to choose for “${name}”`)
    await this.#do('POST', `/element/${chosen[ELEMENT]}/click`, {})
  }

  /** Waits until all that is there is drawn as it stays: nothing is busy or on the move, and the letters are loaded. */
  async drawn() {
    const quiet = await this.#look(DRAWN, PATIENCE_MS)
    if (!quiet) throw new Error(`the page stays busy; it reads:\n${await this.text()}`)
  }

  /** What a reader sees. */
  text() {
    return this.run('return document.body.innerText')
  }

  /** Waits until the page says this. */
  async says(words) {
    const said = await this.#look(SAYS, words, PATIENCE_MS)
    if (!said) throw new Error(`“${words}” is not on the page, which reads:\n${await this.text()}`)
  }

  #do(method, path, body) {
    return send(method, this.#base + path, body)
  }
}

/** A name to look for as it travels to the page: words, or a pattern. */
function wanted(name) {
  return name instanceof RegExp ? { pattern: name.source, flags: name.flags } : name
}

async function send(method, address, body) {
  const answer = await fetch(address, {
    method,
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(2 * PATIENCE_MS),
  })
  const { value } = await answer.json()
  if (value?.error) throw new Error(`${value.error}: ${value.message}`)
  return value
}

// Runs in the page. Looks again at every change of the document until the deadline.
const UNTIL = `
  const until = (look, limit) => new Promise((done) => {
    const found = look()
    if (found) return done(found)
    const watch = new MutationObserver(() => settle(look()))
    const timer = setTimeout(() => settle(null, true), limit)
    const settle = (found, over) => {
      if (!found && !over) return
      watch.disconnect()
      clearTimeout(timer)
      done(found)
    }
    watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
  const plain = (text) => (text ?? '').replace(/\\s+/g, ' ').trim()
`

const FIND = `${UNTIL}
  const [role, wanted, limit] = args
  const native = {
    button: 'button, summary, input[type=submit], input[type=button]',
    link: 'a[href]',
    textbox: 'textarea, input:not([type]), input[type=text], input[type=password], input[type=search], input[type=tel], input[type=number], input[type=time], input[type=date]',
    checkbox: 'input[type=checkbox]',
    radio: 'input[type=radio]',
    combobox: 'select',
    heading: 'h1, h2, h3, h4',
    dialog: 'dialog',
  }[role]
  const name = (element) => {
    const by = element.getAttribute('aria-labelledby')
    const label = by && by.split(/\\s+/).map((id) => document.getElementById(id)?.textContent).join(' ')
    const own = role === 'textbox' || role === 'combobox' ? '' : element.textContent
    return plain(element.getAttribute('aria-label') || label || [...(element.labels ?? [])].map((one) => one.textContent).join(' ') || own)
  }
  const fits = (text) => (typeof wanted === 'string' ? text === plain(wanted) : new RegExp(wanted.pattern, wanted.flags).test(text))
  // A radio or a box may be drawn by its label, and be invisible itself.
  const shown = (element) => [element, ...(element.labels ?? [])].some((one) => one.getClientRects().length > 0) && !element.closest('[inert], [aria-hidden=true]')
  return await until(
    () => [...document.querySelectorAll(\`\${native ?? ''}\${native ? ', ' : ''}[role=\${role}]\`)]
      .find((element) => shown(element) && !element.disabled && fits(name(element))),
    limit,
  )
`

const SAYS = `${UNTIL}
  const [words, limit] = args
  return !!(await until(() => plain(document.body.innerText).includes(words), limit))
`

const DRAWN = `${UNTIL}
  const [limit] = args
  const quiet = await until(() => !document.querySelector('[aria-busy=true]'), limit)
  await document.fonts.ready
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  return quiet
`
