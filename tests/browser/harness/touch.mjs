// A thumb on a slow phone: it taps and types, and looks at each screen as a thumb would feel it.

import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { TAPS } from './taps.mjs';
import { test as base, expect } from './test.mjs';

export { expect };

/** How many times slower than this machine the page is worked on. */
const SLOWED = 4;
/** CSS pixels. */
const TARGET = 48;
/** What an eye takes at the least to see a thing, and a thumb to come to it, in milliseconds. */
const REACTION = 200;

/** In the page, from its start: what shifts, and how long each tap waits for its answer to be drawn. */
function watch() {
  globalThis.shifts = [];
  const told = (node) =>
    node instanceof Element ? `${node.localName}.${node.className} “${node.textContent.slice(0, 40)}”` : 'gone';
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      const where = sources.map(
        ({ node, previousRect: a, currentRect: b }) => `${told(node)} ${a.x},${a.y} → ${b.x},${b.y}`,
      );
      globalThis.shifts.push({ value, where });
    }
  }).observe({ type: 'layout-shift', buffered: true });
  // What was tapped may be gone once its answer is drawn.
  const tapped = new Map();
  const taps = ['pointerdown', 'pointerup', 'click'];
  const remember = ({ timeStamp, target }) => {
    const on = target.closest('button, a, label, summary, input');
    tapped.set(timeStamp, on ? (on.ariaLabel ?? on.textContent).trim().slice(0, 60) : told(target));
  };
  for (const name of taps) addEventListener(name, remember, { capture: true, passive: true });
  new PerformanceObserver((list) => {
    for (const { name, duration, interactionId, startTime, processingEnd } of list.getEntries()) {
      if (!taps.includes(name)) continue;
      const work = Math.round(processingEnd - startTime);
      globalThis.tapAnswered({ name, tap: interactionId, ms: duration, work, on: tapped.get(startTime) });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
}

/** In the page: what of the screen that is on top a finger would miss, and what reaches beyond its edge. */
function feel(least) {
  const top = [...document.querySelectorAll('dialog[open]')].at(-1);
  const within = top ?? document.body;
  const tapped = 'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [role="switch"]';
  const belongs = (hit, one) => hit !== null && (one.contains(hit) || hit.closest('label')?.control === one);
  const small = [];
  for (const one of within.querySelectorAll(tapped)) {
    if (one.disabled || !one.checkVisibility({ visibilityProperty: true })) continue;
    const label = ['radio', 'checkbox', 'file'].includes(one.type) ? one.closest('label') : null;
    let box = (label ?? one).getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    if (box.width > least - 0.5 && box.height > least - 0.5) continue;
    // A word of a running text is as high as its line.
    const running =
      one.localName === 'a' &&
      getComputedStyle(one).display === 'inline' &&
      one.parentElement.textContent.trim() !== one.textContent.trim();
    if (running) continue;
    // What can be hit may be more than what is drawn.
    one.scrollIntoView({ block: 'center' });
    box = (label ?? one).getBoundingClientRect();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const reach = least / 2 - 1;
    const hits = [
      [x - reach, y],
      [x + reach, y],
      [x, y - reach],
      [x, y + reach],
    ].every(([left, up]) => belongs(document.elementFromPoint(left, up), one));
    if (hits) continue;
    const name = one.ariaLabel ?? (label ?? one).textContent.trim().slice(0, 40);
    small.push(`${one.localName} “${name}” ${Math.round(box.width)} × ${Math.round(box.height)}`);
  }
  const page = document.scrollingElement;
  const wide = [page, ...document.querySelectorAll('dialog[open]')].map((box) => box.scrollWidth - box.clientWidth);
  return { small: [...new Set(small)], wide: Math.max(...wide) };
}

/** In the page: the fields that bring a keyboard, of the screen that is on top, marked with their number. */
function markTyped() {
  const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
  const kinds = ['text', 'search', 'tel', 'url', 'email', 'number', 'password', 'textarea'];
  for (const old of document.querySelectorAll('[data-typed]')) delete old.dataset.typed;
  const fields = [...top.querySelectorAll('input, textarea')].filter(
    (one) => kinds.includes(one.type) && !one.disabled && one.checkVisibility() && one.offsetWidth > 2,
  );
  fields.forEach((one, place) => (one.dataset.typed = place));
  return fields.length;
}

/** In the page: what of that field is not in sight, and what the system could learn from it. */
async function lookAt(place) {
  const one = document.querySelector(`[data-typed="${place}"]`);
  one.focus();
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const label = one.labels[0];
  const name = label?.textContent.trim() ?? one.ariaLabel;
  const wrong = [];
  const parts = [['field', one]];
  // Where both are higher than what is left, what is typed has it.
  const both = label && one.getBoundingClientRect().bottom - label.getBoundingClientRect().top;
  if (label && label.offsetHeight > 2 && !label.contains(one) && both < innerHeight - 40) parts.push(['label', label]);
  for (const [what, part] of parts) {
    const box = part.getBoundingClientRect();
    // A long text may be higher than what is left: its end is where one writes.
    const fits = box.height < innerHeight - 60;
    const inside = (!fits || box.top >= -1) && box.bottom <= innerHeight + 1;
    const hit = document.elementFromPoint(box.left + Math.min(20, box.width / 2), box.bottom - 8);
    if (!inside) wrong.push(`${what} of “${name}” at ${Math.round(box.top)}–${Math.round(box.bottom)} of ${innerHeight}`);
    else if (!part.contains(hit)) wrong.push(`${what} of “${name}” lies under ${hit?.localName}.${hit?.className}`);
  }
  const learnt = [['autocomplete', 'off'], ...(one.type === 'number' ? [] : [['autocorrect', 'off'], ['spellcheck', 'false']])];
  for (const [quality, value] of learnt)
    if (one.getAttribute(quality) !== value) wrong.push(`${quality} of “${name}”`);
  if (one.name) wrong.push(`“${name}” has a name of its own`);
  return wrong;
}

export class Thumb {
  constructor(page, shape) {
    this.page = page;
    this.shape = shape;
  }

  async tap(target) {
    await target.waitFor();
    await this.page.waitForTimeout(REACTION);
    await target.tap();
  }

  /** Taps what writes something down. */
  async write(target, answer) {
    await this.ask(target, answer, () => expect(this.page.getByRole('dialog')).toHaveCount(0));
  }

  /** Taps what takes its time. What that changes on the screen is its answer, however late it comes. */
  async ask(target, answer, andThen = async () => {}) {
    await this.tap(target);
    await expect(answer).toBeVisible();
    await andThen();
    await this.page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      globalThis.shifts.length = 0;
    });
  }

  /** Taps the field, as to type, and types. */
  async type(field, text) {
    await this.tap(field);
    await field.fill(text);
  }

  /** Goes to a room of the bar or the rail. On a phone the way to More is at the top of Today. */
  async goTo(room) {
    const { page } = this;
    const rooms = page.getByRole('navigation', { name: 'Rooms' });
    const inRooms = rooms.getByRole('button', { name: room, exact: true });
    if (room === 'More' && !(await inRooms.isVisible())) {
      const more = page.getByRole('button', { name: 'More', exact: true });
      if (!(await more.isVisible())) await this.tap(rooms.getByRole('button', { name: 'Today', exact: true }));
      await this.tap(more);
    } else await this.tap(inRooms);
    const named = { Plan: 'My plan', 'Help now': /./ };
    await expect(page.getByRole('heading', { level: 1, name: named[room] ?? room })).toBeVisible();
  }

  /** The screen as it stands: nothing on it is too small for a finger, shifts by itself or reaches beyond the edge. */
  async feel(screen) {
    const { page } = this;
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const { small, wide } = await page.evaluate(feel, TARGET);
    expect.soft(small, `${screen}: too small for a finger`).toEqual([]);
    expect.soft(wide, `${screen}: wider than the window`).toBeLessThanOrEqual(0);
    const shifts = await page.evaluate(() => globalThis.shifts.splice(0));
    expect.soft(shifts, `${screen}: shifted by itself`).toEqual([]);
  }

  /** The same, and each of its fields is typed into with the keyboard up: field and label stay in sight. */
  async feelForm(screen) {
    const { page, shape } = this;
    await this.feel(screen);
    await expect.poll(() => page.evaluate(markTyped), `${screen}: fields to type into`).toBeGreaterThan(0);
    const count = await page.evaluate(markTyped);
    await this.tap(page.locator('[data-typed="0"]'));
    const keyboard = Math.min(300, Math.round(shape.height / 2));
    await page.setViewportSize({ width: shape.width, height: shape.height - keyboard });
    const wrong = [];
    for (let place = 0; place < count; place++) wrong.push(...(await page.evaluate(lookAt, place)));
    expect.soft(wrong, `${screen}: under the keyboard`).toEqual([]);
    const nav = page.getByRole('navigation', { name: 'Rooms' });
    if (shape.height - keyboard < 560 && shape.width < 900) await expect.soft(nav).toBeHidden();
    await page.evaluate(() => document.activeElement.blur());
    await page.setViewportSize(shape);
  }
}

export const test = base.extend({
  context: async ({ context }, use, { project, title }) => {
    const taps = [];
    const from = { size: project.name, test: title };
    await context.exposeBinding('tapAnswered', (_, tap) => taps.push({ ...from, ...tap }));
    await context.addInitScript(watch);
    await use(context);
    await mkdir(dirname(TAPS), { recursive: true });
    await appendFile(TAPS, taps.map((tap) => `${JSON.stringify(tap)}\n`).join(''));
  },

  thumb: async ({ page, context, viewport }, use) => {
    const client = await context.newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await use(new Thumb(page, viewport));
  },
});
