import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { test, expect } from '../harness/test.mjs';
import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, goToMore, lockNow, said, title, unlock } from '../harness/rooms.mjs';

/** Where every link of the screen leads. */
function links(page) {
  return page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
}

/** The file beside the record, as anyone with the device can read it. */
const file = (device) => join(device.folder, 'handrail.card');
const there = (device) =>
  stat(file(device)).then(
    () => true,
    () => false,
  );

async function goToPrivacy(page, name) {
  await goToMore(page, 'Privacy and lock');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function expectItFits(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

test.describe('in a record of one’s own', () => {
  test.use({ client: 'history' });

  test('the lock screen shows what was chosen and nothing else, until it is removed', async ({
    page,
    device,
  }) => {
    await goToPrivacy(page, 'On the lock screen');
    await expect(card(page, 'In the file now')).toContainText('Nothing. There is no such file.');
    await expect(page.getByText('What you put here is not locked.')).toBeVisible();
    expect(await there(device)).toBe(false);
    await expectNoViolations(page, 'lock card');

    await page.getByRole('checkbox', { name: /^Jo/ }).check();
    await page.getByRole('checkbox', { name: 'Walk to the river and back' }).check();
    await page.getByRole('checkbox', { name: /^Go to Elena’s/ }).check();
    await button(page, 'Show this on the lock screen').click();
    await expect(said(page, 'Saved.')).toBeVisible();
    await expect(card(page, 'In the file now')).toContainText('Walk to the river and back');
    const written = JSON.parse(await readFile(file(device), 'utf8'));
    expect(written.about).toContain('not encrypted');
    expect(written.card).toEqual({
      reasons: [],
      skills: ['Walk to the river and back'],
      people: [{ name: 'Jo', phone: '555-0117', message: '' }],
      slip_steps: ['Go to Elena’s. Do not stay alone.'],
    });

    await lockNow(page);
    await button(page, 'Help now').click();
    await expect(page.getByRole('link', { name: 'Call Jo' })).toHaveAttribute('href', 'tel:5550117');
    await expect(page.getByText('Walk to the river and back')).toBeVisible();
    expect(await links(page)).toContain('tel:988');
    const shown = await page.content();
    for (const own of ['Cedar House', 'Dana', 'Mia']) expect(shown).not.toContain(own);
    await expectNoViolations(page, 'hard moment with a lock card');
    await page.getByRole('button', { name: 'If I slipped' }).click();
    await expect(page.getByText('Go to Elena’s. Do not stay alone.')).toBeVisible();
    await button(page, 'Back').click();
    await button(page, 'Close').click();

    await unlock(page);
    await goToPrivacy(page, 'On the lock screen');
    await button(page, 'Remove it').click();
    await expect(said(page, 'Removed.')).toBeVisible();
    expect(await there(device)).toBe(false);
    await lockNow(page);
    await button(page, 'Help now').click();
    await expect(page.getByRole('link', { name: /988/ }).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Call Jo' })).toHaveCount(0);
  });

  test('lines of another country come first, outlive a restart, and a number that is none is refused', async ({
    page,
    device,
  }) => {
    await goToPrivacy(page, 'Crisis lines');
    await button(page, 'Write my own').click();
    await page.getByLabel('Name').fill('Samaritans');
    await page.getByLabel('Number to call').fill('no number');
    await button(page, 'Save').click();
    const call = page.getByLabel('Number to call');
    await expect(call).toBeFocused();
    await expect(call).toHaveAttribute('aria-invalid', 'true');
    await expectNoViolations(page, 'crisis lines being written');
    await call.fill('');
    await button(page, 'Save').click();
    await expect(call).toHaveAttribute('aria-invalid', 'true');
    await call.fill('116 123');
    await page.getByLabel('When it is open, or what it offers').fill('Day and night');
    await page.getByRole('checkbox', { name: /lines of the United States/ }).uncheck();
    await button(page, 'Save').click();
    await expect(said(page, 'Saved.')).toBeVisible();

    await device.restart();
    await expect(title(page, 'Welcome back')).toBeVisible();
    await button(page, 'Help now').click();
    await expect(page.getByRole('link', { name: 'Call Samaritans' })).toBeVisible();
    await expect.poll(() => links(page)).toEqual(['tel:116123']);
    await button(page, 'Close').click();
    await unlock(page);

    // Without lines of one's own those of the United States are there again.
    await goToPrivacy(page, 'Crisis lines');
    await button(page, 'Samaritans').click();
    await button(page, 'Remove: Samaritans').click();
    await button(page, 'Save').click();
    await expect(said(page, 'Saved.')).toBeVisible();
    await goTo(page, 'Help now');
    await expect(page.getByRole('link', { name: 'Call or text 988' })).toBeVisible();
  });

  test('what is half written of a line survives a lock', async ({ page }) => {
    await goToPrivacy(page, 'Crisis lines');
    await button(page, 'Write my own').click();
    await page.getByLabel('Name').fill('Telefonseelsorge');
    await lockNow(page);
    await unlock(page);
    await goToPrivacy(page, 'Crisis lines');
    await expect(page.getByText('What you typed before is still here.')).toBeVisible();
    await expect(button(page, 'Telefonseelsorge')).toBeVisible();
  });

  test('both screens fit at 320 px and at 200 % text', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const name of ['On the lock screen', 'Crisis lines']) {
      await goToPrivacy(page, name);
      await expectItFits(page);
      await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
      await expectItFits(page);
      await page.evaluate(() => (document.documentElement.style.fontSize = ''));
    }
  });
});

test.describe('with an empty plan', () => {
  test.use({ client: 'own' });

  test('the lock card says where its words come from', async ({ page }) => {
    await goToPrivacy(page, 'On the lock screen');
    await button(page, 'To my plan').click();
    await expect(title(page, 'My plan')).toBeVisible();
  });
});

test.describe('with made-up data', () => {
  test.use({ client: 'made-up' });

  test('nothing can be put on a lock screen, and both screens say so', async ({ page }) => {
    await goToPrivacy(page, 'On the lock screen');
    await expect(page.getByText('Made-up data has no lock screen.')).toBeVisible();
    await expect(page.getByRole('checkbox')).toHaveCount(0);
    await goToPrivacy(page, 'Crisis lines');
    await expect(page.getByText('nothing is changed here')).toBeVisible();
  });
});
