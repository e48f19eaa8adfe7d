import { test, expect } from '../harness/test.mjs';
import { PASSPHRASE } from '../harness/device.mjs';
import { button, card, goTo, goToMore, lockNow, said, title, unlock } from '../harness/rooms.mjs';

test.use({ client: 'history' });

test('locking now takes everything from the screen, and the passphrase brings it back', async ({ page }) => {
  await expect(page.getByText('Cedar House')).toBeVisible();
  await lockNow(page);
  const shown = await page.content();
  for (const own of ['Cedar House', 'Mia', 'Lunch Hour', 'Elena']) expect(shown).not.toContain(own);
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
  await expect(card(page, 'Group therapy · tomorrow, 6:00 pm')).toContainText('Cedar House');
});

test('Lock stands also in More, and under Privacy and lock', async ({ page }) => {
  await goTo(page, 'More');
  await button(page, 'Lock').click();
  await expect(title(page, 'Welcome back')).toBeVisible();
  await unlock(page);
  await goToMore(page, 'Privacy and lock');
  await button(page, 'Lock now').click();
  await expect(title(page, 'Welcome back')).toBeVisible();
});

test('Back does not lead behind the lock', async ({ page }) => {
  await goTo(page, 'Groups');
  await goTo(page, 'Plan');
  await lockNow(page);
  // The locked page stands where the app began: Back leads out of it, and forward is the lock again.
  await page.waitForFunction(() => history.state === null || history.state === 0);
  await page.goBack();
  await expect(page.getByRole('heading')).toHaveCount(0);
  await page.goForward();
  await expect(title(page, 'Welcome back')).toBeVisible();
});

for (const [width, height] of [
  [844, 390],
  [360, 340],
  [844, 190],
])
  test(`Help now is in sight while the passphrase is typed in ${width} × ${height}`, async ({ page }) => {
    await lockNow(page);
    await page.setViewportSize({ width, height });
    await page.getByLabel('Passphrase', { exact: true }).click();
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeInViewport({ ratio: 1 });
    await expect(button(page, 'Help now')).toBeInViewport({ ratio: 1 });
    await button(page, 'Help now').click();
    await expect(title(page, 'This will pass.')).toBeVisible();
  });

test('a wrong passphrase is told kindly, and the next try is the field’s', async ({ page, device }) => {
  await lockNow(page);
  await unlock(page, 'three steps and a mile');
  await expect(
    page.getByRole('alert').filter({ hasText: 'That passphrase does not fit. You can try again.' }),
  ).toBeVisible();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  expect((await device.call('status')).phase).toBe('locked');
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
});

test('after several wrong ones there is a wait, which is shown and then over', async ({ page, device }) => {
  await lockNow(page);
  for (let tries = 1; tries < 5; tries++) {
    await unlock(page, `wrong passphrase ${tries}`);
    await expect(button(page, 'Unlock')).toBeEnabled();
    await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  }
  await page.clock.install();
  await unlock(page, 'wrong passphrase 5');
  await expect(page.getByRole('button', { name: /^Wait 0:1\d$/ })).toBeDisabled();
  await device.clock('2026-02-03T09:01');
  await page.clock.runFor(16_000);
  await expect(button(page, 'Unlock')).toBeEnabled();
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
});

test('it locks itself after the idle minutes, and not before', async ({ page, device }) => {
  await device.clock('2026-02-03T09:04');
  await goTo(page, 'Groups');
  // What is asked for counts as being there, once it has been answered.
  await expect(card(page, 'Where I have been')).toBeVisible();
  await device.clock('2026-02-03T09:08');
  await expect(title(page, 'Groups')).toBeVisible();
  expect((await device.call('status')).phase).toBe('open');
  await device.clock('2026-02-03T09:14');
  await expect(title(page, 'Welcome back')).toBeVisible();
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
});

test('the idle minutes are chosen, and can be left out', async ({ page, device }) => {
  await goToMore(page, 'Privacy and lock');
  await page.getByLabel('Lock by itself').selectOption('After 1 minute');
  await expect(said(page, 'Saved.')).toBeVisible();
  await device.clock('2026-02-03T09:02');
  await expect(title(page, 'Welcome back')).toBeVisible();
  await unlock(page);

  await goToMore(page, 'Privacy and lock');
  await page.getByLabel('Lock by itself').selectOption('Only when I lock it');
  await expect(said(page, 'Saved.')).toBeVisible();
  await device.clock('2026-02-03T21:00');
  await goTo(page, 'Today');
  expect((await device.call('status')).phase).toBe('open');
});

test('closed and opened again, all is there', async ({ page, device }) => {
  const before = await Promise.all(
    ['today', 'hours', 'plan', 'care'].map((operation) => device.call(operation)),
  );
  await device.restart();
  await expect(title(page, 'Welcome back')).toBeVisible();
  await page.reload();
  await expect(title(page, 'Welcome back')).toBeVisible();
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
  await expect(page.getByText('Tuesday, February 3 · week 5 of 10')).toBeVisible();
  expect(
    await Promise.all(['today', 'hours', 'plan', 'care'].map((operation) => device.call(operation))),
  ).toEqual(before);
});

test('forgotten: the recovery key opens it and sets a new passphrase', async ({ page, device }) => {
  await lockNow(page);
  await button(page, 'I forgot it').click();
  await expect(title(page, 'Use your recovery key')).toBeVisible();

  // A slip of the pen is told before anything is tried.
  const key = page.getByLabel('Recovery key', { exact: true });
  const slip = device.recoveryKey.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
  await key.fill(slip);
  await page.getByLabel('New passphrase').fill('quiet river morning');
  await page.getByLabel('The same again').fill('quiet river morning');
  await button(page, 'Open my record').click();
  await expect(key).toHaveAccessibleDescription(
    /One of the letters or numbers does not fit\. Check what you typed\./,
  );
  await expect(key).toHaveValue(slip);

  await key.fill(device.recoveryKey.toLowerCase().replaceAll('-', ' '));
  await button(page, 'Open my record').click();
  await expect(title(page, 'Today')).toBeVisible();
  await expect(card(page, 'Group therapy · tomorrow, 6:00 pm')).toBeVisible();

  await lockNow(page);
  await unlock(page, PASSPHRASE);
  await expect(page.getByText('That passphrase does not fit. You can try again.')).toBeVisible();
  await unlock(page, 'quiet river morning');
  await expect(title(page, 'Today')).toBeVisible();
});

test('a new recovery key makes the old one open nothing', async ({ page, device }) => {
  const old = device.recoveryKey;
  await goToMore(page, 'Privacy and lock');
  await page.getByRole('button', { name: /^Make a recovery key/ }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill('not the passphrase');
  await button(page, 'Show the new key').click();
  await expect(page.getByText('That passphrase does not fit. You can try again.')).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await button(page, 'Show the new key').click();
  await expect(page.getByRole('list', { name: 'Recovery key' })).toBeVisible();
  await button(page, 'I will do it later').click();

  await lockNow(page);
  await button(page, 'I forgot it').click();
  await page.getByLabel('Recovery key', { exact: true }).fill(old);
  await page.getByLabel('New passphrase').fill('quiet river morning');
  await page.getByLabel('The same again').fill('quiet river morning');
  await button(page, 'Open my record').click();
  await expect(
    page.getByText('This key has no typing mistake, but it does not open this record.'),
  ).toBeVisible();
  await button(page, 'Back').click();
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
});

test('looking around from the lock screen leaves the own record locked', async ({ page, device }) => {
  await lockNow(page);
  await button(page, 'Look around with made-up data').click();
  await expect(page.getByRole('complementary', { name: 'Made-up data' })).toBeVisible();
  expect((await device.call('status')).demo).toBe(true);
  await button(page, 'Leave').click();
  await expect(title(page, 'Welcome back')).toBeVisible();
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Made-up data' })).toHaveCount(0);
});
