import { test, expect } from '../harness/test.mjs';
import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, lockNow, said, sheet, title, unlock } from '../harness/rooms.mjs';

test.use({ client: 'history' });

const AGAIN = 'What you typed before is still here.';

/** Handrail locks itself once what was typed is kept; then the client comes back. */
async function idleAndBack(page, device, key, typed) {
  await expect.poll(async () => (await device.call('draft', { key })).text).toContain(typed);
  await device.clock('2026-02-03T09:30');
  await expect(title(page, 'Welcome back')).toBeVisible();
  expect(await page.content()).not.toContain(typed);
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
}

test('what is typed into the plan is still there after locking and unlocking', async ({ page, device }) => {
  await goTo(page, 'Plan');
  const reasons = card(page, 'My reasons');
  await button(reasons, 'Edit: My reasons').click();
  await reasons.getByLabel('Reason 1').fill('Half a thought about');
  await lockNow(page);
  await unlock(page);
  await goTo(page, 'Plan');
  await expect(reasons.getByText(AGAIN)).toBeVisible();
  await expect(reasons.getByLabel('Reason 1')).toHaveValue('Half a thought about');
  await reasons.getByLabel('Reason 1').fill('Half a thought about Sundays.');
  await button(reasons, 'Save').click();
  await expect(reasons).toContainText('Half a thought about Sundays.');
  expect((await device.call('plan')).plan.reasons[0]).toBe('Half a thought about Sundays.');
});

test('a session’s note is still there after Handrail locked itself', async ({ page, device }) => {
  await goTo(page, 'Treatment');
  const row = card(page, 'Monday, February 2').getByRole('button');
  await row.click();
  const open = sheet(page, 'Group therapy');
  await open.getByLabel('Private note').fill('We spoke about');
  const [monday] = (await device.call('week', { of: null })).sessions;
  await idleAndBack(page, device, `session/${monday.session}`, 'We spoke about');

  await goTo(page, 'Treatment');
  await row.click();
  await expect(open.getByText(AGAIN)).toBeVisible();
  await expect(open.getByLabel('Private note')).toHaveValue('We spoke about');
  await button(open, 'Save').click();
  await expect(said(page, 'Group therapy: Attended, 3 h')).toBeVisible();
  // Once saved, nothing of it is left to come back.
  await row.click();
  await expect(open.getByLabel('Private note')).toHaveValue('We spoke about');
  await expect(open.getByText(AGAIN)).toHaveCount(0);
});

test('a meeting half written down is still there after locking, closing and opening again', async ({
  page,
  device,
}) => {
  await goTo(page, 'Groups');
  await button(page, 'Log a meeting').first().click();
  const open = sheet(page, 'Log a meeting');
  await open.getByLabel('Kind of group').selectOption('LifeRing');
  await open.getByLabel('Name of the group').fill('The one by the bridge');
  await open.getByLabel('Private note').fill('Sat at the back, then');
  await button(open, 'Close').click();
  await lockNow(page);
  await device.restart();
  await unlock(page);
  await goTo(page, 'Groups');
  await button(page, 'Log a meeting').first().click();
  await expect(open.getByText(AGAIN)).toBeVisible();
  await expect(open.getByLabel('Kind of group')).toHaveValue('life_ring');
  await expect(open.getByLabel('Name of the group')).toHaveValue('The one by the bridge');
  await expect(open.getByLabel('Private note')).toHaveValue('Sat at the back, then');

  await button(open, 'Cancel').click();
  await button(page, 'Log a meeting').first().click();
  await expect(open.getByLabel('Name of the group')).toHaveValue('');
});

test('a check-in half done is still there after Handrail locked itself', async ({ page, device }) => {
  await button(card(page, 'How are you today?'), 'Low').click();
  const open = sheet(page, 'Check-in');
  await open.getByLabel('Note').fill('Bad night, but');
  await idleAndBack(page, device, 'checkin/2026-02-03', 'Bad night, but');
  await button(card(page, 'How are you today?'), 'Low').click();
  await expect(open.getByLabel('Note')).toHaveValue('Bad night, but');
});

test('a passphrase is never kept', async ({ page, device }) => {
  await lockNow(page);
  await page.getByLabel('Passphrase', { exact: true }).fill('half a passphr');
  await device.restart();
  await page.reload();
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
});

test('a lock by hand says first that what is typed cannot be kept, also above a sheet', async ({ page }) => {
  await page.route('**/api/save_draft', (route) =>
    route.fulfill({ status: 400, json: { code: 'DiskFull' } }),
  );
  await goTo(page, 'Groups');
  await button(page, 'Log a meeting').first().click();
  const open = sheet(page, 'Log a meeting');
  const group = open.getByLabel('Name of the group');
  await group.fill('The one by the bridge');
  await expect(open.getByText(/what you type is not kept/)).toBeVisible();
  await page.keyboard.press('Control+L');
  const asked = sheet(page, 'What you typed cannot be kept');
  await expectNoViolations(page, 'what cannot be kept');
  await button(asked, 'Go back to it').click();
  await expect(group).toHaveValue('The one by the bridge');
  await page.keyboard.press('Control+L');
  await button(asked, 'Lock all the same').click();
  await expect(title(page, 'Welcome back')).toBeVisible();
});
