// Ways through the house, as a client takes them.

import { expect } from './test.mjs';
import { PASSPHRASE } from './device.mjs';

/** A button of exactly this name. */
export function button(where, name) {
  return where.getByRole('button', { name, exact: true });
}

/** The title of the screen. */
export function title(page, name) {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** The card with this heading. */
export function card(page, name) {
  return page.getByRole('region', { name, exact: true });
}

/** The sheet that is open. */
export function sheet(page, name) {
  return page.getByRole('dialog', { name, exact: true });
}

/** Goes to a room of the bar or the rail. On a phone the way to More is at the top of Today. */
export async function goTo(page, room) {
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  if (room === 'More') {
    await button(rooms, 'Today').click();
    await button(page, 'More').click();
  } else {
    await button(rooms, room).click();
  }
  const named = { Plan: 'My plan', 'Help now': /./ };
  await expect(title(page, named[room] ?? room)).toBeVisible();
}

/** Goes to one of the screens of More. */
export async function goToMore(page, name) {
  await goTo(page, 'More');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** As a part of an accessible name, in which figure and unit are held together by a space of their own kind. */
export function like(text) {
  return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'));
}

/** The line that says what was done. */
export function said(page, words) {
  return page.getByRole('status').filter({ hasText: words });
}

export async function lockNow(page) {
  await goTo(page, 'Today');
  await button(page, 'Lock').click();
  await expect(title(page, 'Welcome back')).toBeVisible();
}

export async function unlock(page, passphrase = PASSPHRASE) {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await button(page, 'Unlock').click();
}
