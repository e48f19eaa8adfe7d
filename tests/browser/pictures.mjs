// Pictures of every screen, as a client sees it: phone and desktop, light and dark.
//   node pictures.mjs --demo ADDRESS --welcome ADDRESS --into FOLDER [--readme]
// Both addresses are bridges: one with the demo client, one on which no record was made yet.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium as playwright } from 'playwright-core';
import { chromium } from './harness/chromium.mjs';

const { values: asked } = parseArgs({
  options: {
    demo: { type: 'string' },
    welcome: { type: 'string' },
    into: { type: 'string' },
    readme: { type: 'boolean', default: false },
  },
});
if (!asked.demo || !asked.welcome || !asked.into) throw new Error('--demo, --welcome and --into are needed');

const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};
const LOOKS = ['light', 'dark'];
/** A screen's room, and which of its tabs. */
const SCREENS = {
  today: ['today'],
  treatment: ['treatment'],
  hours: ['treatment', 1],
  path: ['treatment', 2],
  groups: ['groups'],
  plan: ['plan'],
  hardmoment: ['hardmoment'],
  more: ['more'],
};
/** The few that the README shows, all of one size. */
const README = ['today', 'hours', 'plan', 'hardmoment'];

const browser = await playwright.launch(chromium);
mkdirSync(asked.into, { recursive: true });

try {
  await everyLook(async (page, name) => {
    for (const [screen, [room, tab = 0]] of Object.entries(SCREENS)) {
      if (asked.readme && !README.includes(screen)) continue;
      await page.goto(asked.demo);
      await settled(page);
      await enter(page, room);
      if (tab > 0) {
        await page.getByRole('tab').nth(tab).click();
        await settled(page);
      }
      await picture(page, asked.readme ? screen : `${screen}-${name}`);
    }
  });
  if (!asked.readme) {
    await everyLook((page, name) => alone(page, `welcome-${name}`));
    await makeLockedRecord();
    await everyLook((page, name) => alone(page, `unlock-${name}`));
  }
} finally {
  await browser.close();
}

/** On every device and in every look; for the README on a phone by day. */
async function everyLook(take) {
  for (const [device, shape] of Object.entries(DEVICES)) {
    for (const look of LOOKS) {
      if (asked.readme && (device !== 'phone' || look !== 'light')) continue;
      const context = await browser.newContext({
        ...shape,
        colorScheme: look,
        reducedMotion: 'reduce',
        locale: 'en-US',
      });
      await take(await context.newPage(), `${device}-${look}`);
      await context.close();
    }
  }
}

/** A screen that needs no way in. */
async function alone(page, name) {
  await page.goto(asked.welcome);
  await settled(page);
  await picture(page, name);
}

/** Goes to a room the way a client does. */
async function enter(page, room) {
  if (room === 'today') return;
  const inBar = page.locator(`nav li.${room} button`);
  // On a phone the bar has no place for More: it sits at the top of Today.
  const way = (await inBar.isVisible()) ? inBar : page.getByRole('main').getByRole('button', { name: 'More', exact: true });
  await way.click();
  await settled(page);
}

/** Waits until what is asked for is there, in the font it is meant to have. */
async function settled(page) {
  await page.getByRole('heading').first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  });
}

async function picture(page, name) {
  await page.screenshot({ path: join(asked.into, `${name}.png`), animations: 'disabled', caret: 'hide' });
  console.log(`${name}.png`);
}

/** Makes a record and locks it, so that there is something to unlock. */
async function makeLockedRecord() {
  const address = new URL(asked.welcome);
  const call = async (operation, request) => {
    const answer = await fetch(new URL(`/api/${operation}`, address), {
      method: 'POST',
      headers: { Authorization: `Bearer ${address.searchParams.get('token')}` },
      body: JSON.stringify(request),
    });
    if (!answer.ok) throw new Error(`${operation}: ${answer.status}`);
  };
  await call('create_vault', { passphrase: 'three steps and a rail', language: 'en' });
  await call('lock', {});
}
