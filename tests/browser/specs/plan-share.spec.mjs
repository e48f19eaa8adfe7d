// The plan on paper, as a card for the wallet, and as text.

import { readFile } from 'node:fs/promises';
import { test, expect } from '../harness/test.mjs';
import { expectNoViolations } from '../harness/axe.mjs';
import { button, goTo, title } from '../harness/rooms.mjs';

test.use({ client: 'made-up' });

async function open(page) {
  await goTo(page, 'Plan');
  await button(page, 'Print or share').click();
  await expect(title(page, 'Print or share')).toBeVisible();
}

/** Where the file went, as the page says it. */
async function placeSaid(page, ending) {
  const words = page.getByRole('status').getByText(ending);
  await expect(words).toBeVisible();
  return (await words.textContent()).trim().replace(/^Saved: /, '');
}

test('the whole plan is shown as it will be, without what is left out, and saved as a PDF', async ({ page }) => {
  await open(page);
  const first = page.getByRole('group', { name: /^Page 1 of/ });
  await expect(first).toContainText('Keep my job');
  await expectNoViolations(page, 'the plan on paper');
  await page.getByRole('checkbox', { name: 'My reasons' }).uncheck();
  await expect(first).not.toContainText('Keep my job');
  await button(page, 'Save as PDF').click();
  const place = await placeSaid(page, /\.pdf$/);
  expect(place).not.toContain('plan');
  expect((await readFile(place)).subarray(0, 5).toString()).toBe('%PDF-');
});

test('the card for the wallet is one page with whom to call and crisis lines', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: /^A card for the wallet/ }).check();
  const card = page.getByRole('group', { name: 'Page 1 of 1' });
  await expect(card).toContainText('Crisis lines');
  await expect(card).toContainText('988');
  await expect(card).toContainText('Jo');
});

test('as text it holds the chosen parts, and the file says the same', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: /^Text/ }).check();
  await page.getByRole('checkbox', { name: 'My reasons' }).uncheck();
  const text = page.getByText('Leave the room, walk ten minutes').last();
  await expect(text).toBeVisible();
  await expect(page.getByText('Keep my job')).toHaveCount(0);
  await expectNoViolations(page, 'the plan as text');
  await button(page, 'Save as text file').click();
  const saved = await readFile(await placeSaid(page, /\.txt$/), 'utf8');
  expect(saved).toContain('Leave the room, walk ten minutes');
  expect(saved).not.toContain('Keep my job');
});
