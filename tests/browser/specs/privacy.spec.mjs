import { readdir } from 'node:fs/promises';
import { expectNoViolations } from '../harness/axe.mjs';
import { PASSPHRASE } from '../harness/device.mjs';
import { button, goTo, goToMore, lockNow, said, sheet, title, unlock } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

test.use({ client: 'history' });

async function goToPrivacy(page, name) {
  await goToMore(page, 'Privacy and lock');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** What the page would find of itself at the next start. */
const kept = (page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));

test('the keys that lock many a computer lock from anywhere', async ({ page, device }) => {
  await goTo(page, 'Groups');
  await page.keyboard.press('Control+l');
  await expect(title(page, 'Welcome back')).toBeVisible();
  expect((await device.call('status')).phase).toBe('locked');
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
});

test('at a lock the page is built anew, whoever locked it, and help goes on', async ({ page, device }) => {
  const mark = () => page.evaluate(() => (globalThis.before = true));
  const old = () => page.evaluate(() => globalThis.before === true);
  await mark();
  await device.call('lock');
  await expect(title(page, 'Welcome back')).toBeVisible();
  expect(await old()).toBe(false);
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();

  await goTo(page, 'Help now');
  await mark();
  await device.call('lock');
  await expect(page.getByRole('link', { name: 'Call Jo' })).toHaveCount(0);
  await expect(title(page, 'This will pass.')).toBeVisible();
  expect(await old()).toBe(true);
  await button(page, 'Close').click();
  await expect(title(page, 'Welcome back')).toBeVisible();
});

test('hidden, it locks where that was chosen', async ({ page, device }) => {
  const hide = () =>
    page.evaluate(() => {
      Object.defineProperty(document, 'hidden', {
        configurable: true,
        get: () => true,
      });
      document.dispatchEvent(new Event('visibilitychange'));
    });
  await goToMore(page, 'Privacy and lock');
  await page.getByRole('switch', { name: /^Lock when the window is hidden/ }).check();
  await expect(said(page, 'Saved.')).toBeVisible();
  expect((await device.call('settings')).preferences).toMatchObject({
    lock_when_hidden: true,
    lock_with_screen: true,
  });
  // The page learns of the choice in a moment.
  await expect(async () => {
    await hide();
    await expect(title(page, 'Welcome back')).toBeVisible({ timeout: 2_000 });
  }).toPass();
});

test('a PIN is set, opens the record, and is removed', async ({ page }) => {
  await goToPrivacy(page, 'PIN');
  await expectNoViolations(page, 'setting a PIN');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('New PIN').fill('271828');
  await page.getByLabel('The same again').fill('271828');
  await button(page, 'Save').click();
  await expect(said(page, 'Your PIN is set.')).toBeVisible();

  await lockNow(page);
  await expect(page.getByLabel('PIN', { exact: true })).toBeFocused();
  await expectNoViolations(page, 'unlocking with a PIN');
  await page.getByLabel('PIN', { exact: true }).fill('271829');
  await button(page, 'Unlock').click();
  await expect(page.getByText('That PIN does not fit. You can try again.')).toBeVisible();
  await page.getByLabel('PIN', { exact: true }).fill('271828');
  await button(page, 'Unlock').click();
  await expect(title(page, 'Today')).toBeVisible();

  await lockNow(page);
  await button(page, 'Use the passphrase').click();
  await unlock(page);
  await goToPrivacy(page, 'PIN');
  await expectNoViolations(page, 'a PIN that is set');
  await button(page, 'Remove the PIN').click();
  await expect(said(page, 'The PIN opens nothing any more.')).toBeVisible();
  await lockNow(page);
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
});

test('the passphrase is changed for words that are suggested', async ({ page }) => {
  await goToPrivacy(page, 'Change passphrase');
  await page.getByLabel('New passphrase').fill('password');
  await expect(page.getByText(/^Weak\./)).toBeVisible();
  await expectNoViolations(page, 'a weak passphrase');
  await button(page, 'Suggest words').click();
  await button(page, 'Use these words').click();
  await expect(page.getByText(/^(Strong|Very strong)\./)).toBeVisible();
  await expectNoViolations(page, 'words that are suggested');
  const words = await page.getByLabel('New passphrase').inputValue();
  expect(words.split(' ').length).toBeGreaterThanOrEqual(6);

  await page.getByLabel('Passphrase until now').fill('not the passphrase');
  await button(page, 'Change it').click();
  await expect(page.getByLabel('Passphrase until now')).toBeFocused();
  await page.getByLabel('Passphrase until now').fill(PASSPHRASE);
  await button(page, 'Change it').click();
  await expect(said(page, 'Your passphrase is changed.')).toBeVisible();
  await lockNow(page);
  await unlock(page, PASSPHRASE);
  await expect(page.getByText('That passphrase does not fit. You can try again.')).toBeVisible();
  await unlock(page, words);
  await expect(title(page, 'Today')).toBeVisible();
});

test('a wait goes on after Handrail was closed and opened again', async ({ page, device }) => {
  await lockNow(page);
  for (let tries = 1; tries <= 5; tries++) {
    await unlock(page, `wrong passphrase ${tries}`);
    await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  }
  await expect(page.getByRole('button', { name: /^Wait / })).toBeDisabled();
  await device.restart();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Wait / })).toBeDisabled();
  await expect(page.getByText(/^Too many tries in a row/)).toBeVisible();
});

test('the record is checked, and what lies where is told', async ({ page, device }) => {
  await goToMore(page, 'Privacy and lock');
  await button(page, 'Check the record now').click();
  await expect(page.getByText('All of it is whole.')).toBeVisible();
  await goToPrivacy(page, 'What lies where');
  await expect(page.getByText(device.folder, { exact: true })).toBeVisible();
  await expectNoViolations(page, 'what lies where');
});

test('everything is destroyed only after two questions, and then it is gone', async ({ page, device }) => {
  await goToPrivacy(page, 'Destroy everything');
  await expectNoViolations(page, 'destroying');
  await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase');
  await button(page, 'Destroy everything…').click();
  const sure = sheet(page, 'Destroy everything now?');
  await expectNoViolations(page, 'the second question');
  await button(sure, 'Yes, destroy everything').click();
  await expect(sure.getByText('That passphrase does not fit. You can try again.')).toBeVisible();
  await button(sure, 'No, keep it').click();
  expect((await device.call('status')).phase).toBe('open');

  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await button(page, 'Destroy everything…').click();
  await button(sure, 'Yes, destroy everything').click();
  await expect(title(page, 'Everything is gone')).toBeVisible();
  await expectNoViolations(page, 'all gone');
  // The folder goes with them, once nothing else is in it.
  expect(await readdir(device.folder).catch(() => [])).toEqual([]);
  await button(page, 'Done').click();
  await expect(title(page, 'Hello. This is Handrail.')).toBeVisible();
});

test('what was copied is taken from the clipboard after half a minute, and at a lock', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const pasted = () => page.evaluate(() => navigator.clipboard.readText());
  async function copy() {
    await goToMore(page, 'Learn');
    await page.getByRole('button', { name: /^Questions to ask/ }).click();
    await button(page, 'Copy the list').click();
    await expect.poll(pasted).toMatch(/Which days/);
  }
  await page.clock.install();
  await copy();
  await page.clock.runFor(29_000);
  expect(await pasted()).toMatch(/Which days/);
  await page.clock.runFor(2_000);
  await expect.poll(pasted).toBe('');
  await copy();
  await page.keyboard.press('Control+l');
  await expect(title(page, 'Welcome back')).toBeVisible();
  expect(await pasted()).toBe('');
});

test('the page keeps nothing, in use or locked', async ({ page }) => {
  const nothing = {
    local: 0,
    session: 0,
    databases: 0,
    caches: 0,
    workers: 0,
    cookies: '',
  };
  await goTo(page, 'Groups');
  await button(page, 'Log a meeting').first().click();
  const log = sheet(page, 'Log a meeting');
  await log.getByRole('textbox').first().fill('a word of my own');
  for (const field of await page.locator('input, textarea').all()) {
    const kind = await field.getAttribute('type');
    if (['radio', 'checkbox', 'file', 'range'].includes(kind)) continue;
    await expect(field).toHaveAttribute('autocomplete', 'off');
    expect(await field.getAttribute('name')).toBeNull();
    if (kind !== 'number') await expect(field).toHaveAttribute('spellcheck', 'false');
  }
  await button(log, 'Close').click();
  await goTo(page, 'Plan');
  expect(await kept(page)).toEqual(nothing);
  await lockNow(page);
  expect(await kept(page)).toEqual(nothing);
});
