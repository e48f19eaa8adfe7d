import { open, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectNoViolations } from '../harness/axe.mjs';
import { PASSPHRASE } from '../harness/device.mjs';
import { button, card, goToMore, lockNow, sheet, title, unlock } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

test.use({ client: 'history' });

const database = (device) => join(device.folder, 'handrail.db');
const key = (device) => join(device.folder, 'handrail.key');

/** Writes over the bytes of a file from there on. */
async function overwrite(path, at, bytes) {
  const file = await open(path, 'r+');
  await file.write(Buffer.alloc(bytes, 0xa5), 0, bytes, at);
  await file.close();
}

const TROUBLES = [
  [
    'The key to your record is missing',
    async (device) => {
      await rm(key(device));
      await rm(`${key(device)}.copy`);
    },
  ],
  [
    'The key to your record is damaged',
    async (device) => {
      await overwrite(key(device), 20, 40);
      await overwrite(`${key(device)}.copy`, 20, 40);
    },
  ],
  ['Your record is missing', (device) => rename(database(device), join(device.folder, 'elsewhere.db'))],
  ['Your record is an empty file', (device) => truncate(database(device))],
  [
    'This is not Handrail’s file',
    (device) => writeFile(database(device), 'SQLite format 3\0'.padEnd(8192, '.')),
  ],
];

/** Closes Handrail, does that to its files, and opens it again. */
async function harm(page, device, how) {
  await lockNow(page);
  await how(device);
  await device.restart();
  await page.reload();
}

for (const [name, how] of TROUBLES) {
  test(`${name}: it says so, changes nothing, offers what can be done, and help`, async ({
    page,
    device,
  }) => {
    await harm(page, device, how);
    await expect(title(page, name)).toBeVisible();
    await expect(page.getByText('Nothing was changed.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Bring back a backup/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Start anew/ })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Save what can be read/ })).toHaveCount(0);
    await expectNoViolations(page, name);
    await button(page, 'Help now').click();
    await expect(title(page, 'This will pass.')).toBeVisible();
    await button(page, 'Close').click();

    await page.getByRole('button', { name: /^Start anew/ }).click();
    await expectNoViolations(page, 'starting anew');
    await button(page, 'Put it aside and go on').click();
    await expect(title(page, 'Hello. This is Handrail.')).toBeVisible();
    expect((await device.call('copies')).kept).toHaveLength(1);
  });
}

test('a database that is gone comes back from a copy on this device', async ({ page, device }) => {
  await harm(page, device, (device) => rename(database(device), join(device.folder, 'elsewhere.db')));
  await page.getByRole('button', { name: /^Go back to a copy/ }).click();
  await page.getByRole('button', { name: /^February 3, 2026/ }).click();
  const copy = sheet(page, 'Copy of February 3, 2026');
  await copy.getByLabel('Passphrase or recovery key').fill(PASSPHRASE);
  await button(copy, 'See what is in it').click();
  await expect(copy.getByRole('row', { name: /^Sessions \d+$/ })).toBeVisible();
  await button(copy, 'Go back to this copy').click();
  await expect(title(page, 'Today')).toBeVisible();
  await expect(page.getByText('Cedar House').first()).toBeVisible();
});

test('what still reads of a damaged one is saved, and every byte of it is kept', async ({ page, device }) => {
  let harmed;
  await harm(page, device, async (device) => {
    const { size } = await stat(database(device));
    await overwrite(database(device), Math.floor(size / 2 / 4096) * 4096 + 100, 64);
    harmed = await readFile(database(device));
  });
  // Nothing that is read at opening lies there: it is found by who looks.
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
  await goToMore(page, 'Privacy and lock');
  await button(page, 'Check the record now').click();
  const check = card(page, 'Check the record now');
  await expect(check).toContainText('A part of your record cannot be read.');
  await expectNoViolations(page, 'a check that found something');
  await button(check, 'Lock now').click();
  await expect(title(page, 'Welcome back')).toBeVisible();
  await unlock(page);
  await expect(title(page, 'Your record is damaged')).toBeVisible();
  expect((await readFile(database(device))).equals(harmed)).toBe(true);
  await expectNoViolations(page, 'a damaged record');
  await page.getByRole('button', { name: /^Save what can be read/ }).click();
  await page.getByLabel('Passphrase or recovery key').fill(PASSPHRASE);
  await expectNoViolations(page, 'saving what can be read');
  await button(page, 'Save what can be read').click();
  await expect(title(page, 'This could be saved')).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  await expectNoViolations(page, 'what was saved');
  await button(page, 'Go on').click();
  await expect(title(page, 'Today')).toBeVisible();
});

test('a first page that is gone is told once the passphrase is right, and a copy helps', async ({
  page,
  device,
}) => {
  await harm(page, device, (device) => overwrite(database(device), 100, 64));
  await expect(title(page, 'Welcome back')).toBeVisible();
  await unlock(page);
  await expect(title(page, 'Your record is damaged')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Go back to a copy/ })).toBeVisible();
});

test('without passphrase and key one can go on, and put the old record back later', async ({
  page,
  device,
}) => {
  await lockNow(page);
  await button(page, 'I forgot it').click();
  await button(page, 'I have neither').click();
  await expect(title(page, 'Without both')).toBeVisible();
  await expectNoViolations(page, 'without both');
  await page.getByRole('button', { name: /^I have a backup/ }).click();
  await button(page, 'Put it aside and go on').click();
  await expect(title(page, 'Bring back your record')).toBeVisible();
  await button(page, 'Put it back').click();
  await button(sheet(page, 'Put it back'), 'Put it back').click();
  await expect(title(page, 'Welcome back')).toBeVisible();
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
  const { kept } = await device.call('copies');
  expect(kept.filter(({ bytes }) => bytes > 0)).toEqual([]);
});

test('a web view that cannot run the page is told so, in both languages', async ({ page }) => {
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.reload();
  const words = [/web view is too old for Handrail/, /visor web de este dispositivo es demasiado antiguo/];
  for (const one of words) await expect(page.getByText(one)).toBeHidden();
  for (const one of words) await expect(page.getByText(one)).toBeVisible();
  await expectNoViolations(page, 'too old');
  await page.unroute('**/assets/*.js');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const one of words) await expect(page.getByText(one)).toHaveCount(0);
});
