import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expectNoViolations } from '../harness/axe.mjs';
import { Device, PASSPHRASE } from '../harness/device.mjs';
import { button, card, goTo, goToMore, said, sheet, title, unlock } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

const BACKUP = 'quiet river morning lamp';
const NEW = 'cedar ticket oven coast';

/** Sealing and opening cost time on purpose, and most of all without optimization. */
const COSTLY = { timeout: 40_000 };

/** All that a client can see of a record. */
const exported = async (device) => {
  const { saved } = await device.call('export_record');
  return readFile(saved, 'utf8');
};

async function goToBackup(page, part) {
  await goToMore(page, 'Backup');
  if (!part) return;
  await page.getByRole('button', { name: part }).click();
  await expect(page.getByRole('heading', { level: 1, name: part })).toBeVisible();
}

/** Saves one with a passphrase of its own; answers its file's name. */
async function makeBackup(page) {
  await goToBackup(page, 'Make a backup');
  await page.getByLabel('Passphrase of the backup').fill(BACKUP);
  await page.getByLabel('The same again').fill(BACKUP);
  await button(page, 'Save the backup').click();
  const saved = said(page, 'Your backup is saved and was checked:');
  await expect(saved).toBeVisible(COSTLY);
  const place = saved.getByRole('paragraph').last();
  return basename((await place.textContent()).trim());
}

/** Up to the preview of what is in it. */
async function lookInside(page, secret = BACKUP) {
  await button(page, 'Choose a backup').click();
  await page.getByLabel('Its passphrase, or the recovery key').fill(secret);
  await button(page, 'Look inside').click();
  await expect(page.getByRole('heading', { name: 'What is in it' })).toBeFocused(COSTLY);
}

async function newPassphrase(page) {
  await page.getByLabel('New passphrase for this record').fill(NEW);
  await page.getByLabel('The same again').fill(NEW);
}

async function writeDownTheKey(page) {
  await expect(title(page, 'Write down your recovery key')).toBeVisible(COSTLY);
  const groups = page.getByRole('list', { name: 'Recovery key', exact: true }).getByRole('listitem');
  await expect(groups).toHaveCount(9);
  const last = (await groups.last().textContent()).replaceAll(/\s/g, '').slice(-4);
  await page.getByLabel('Check your copy').fill(last);
  await button(page, 'I wrote it down').click();
}

test.describe('with a full record', () => {
  test.use({ client: 'history' });

  test('a backup is made, and the day of it is told', async ({ page, device }) => {
    await goToBackup(page);
    await expect(page.getByRole('heading', { name: 'You have no backup yet' })).toBeVisible();
    await expectNoViolations(page, 'backup');
    const name = await makeBackup(page);
    await expectNoViolations(page, 'a backup was made');
    const bytes = await readFile(join(device.folder, 'saved', name), 'latin1');
    expect(bytes).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
    for (const own of ['Cedar House', 'SQLite format']) expect(bytes).not.toContain(own);
    await button(page, 'Back').click();
    await expect(page.getByRole('heading', { name: 'February 3, 2026' })).toBeVisible();
    await expect(page.getByText('This was more than 30 days ago.')).toHaveCount(0);
  });

  test('the recovery key can open it instead, and no other key', async ({ page, device }) => {
    await goToBackup(page, 'Make a backup');
    await page.getByRole('radio', { name: /^My recovery key/ }).check();
    const key = page.getByLabel('Recovery key', { exact: true });
    await key.fill(device.recoveryKey.replace(/^./, (first) => (first === 'A' ? 'B' : 'A')));
    await button(page, 'Save the backup').click();
    await expect(key).toHaveAccessibleDescription(/One of the letters or numbers does not fit/);
    await key.fill(device.recoveryKey.toLowerCase());
    await button(page, 'Save the backup').click();
    await expect(said(page, 'Your backup is saved and was checked:')).toBeVisible(COSTLY);
  });

  test('it comes back in the place of what is here, which is put aside and can be put back', async ({
    page,
    device,
  }) => {
    const before = await exported(device);
    const name = await makeBackup(page);
    await device.call('save_mooring_lines', { lines: [] }).catch(() => {});
    await device.choose(name);
    await goToBackup(page, 'Bring back a backup');
    await lookInside(page);
    await expect(page.getByRole('row', { name: /^Sessions \d+$/ })).toBeVisible();
    await expect(page.getByText('Made on February 3, 2026')).toBeVisible();
    await expectNoViolations(page, 'what is in a backup');

    await newPassphrase(page);
    await page.getByLabel('Passphrase of the record that is here now').fill('not it at all');
    await button(page, 'Make it my record').click();
    await expect(page.getByLabel('Passphrase of the record that is here now')).toBeFocused();
    await page.getByLabel('Passphrase of the record that is here now').fill(PASSPHRASE);
    await button(page, 'Make it my record').click();
    await expect(title(page, 'Write down your recovery key')).toBeVisible();
    await expectNoViolations(page, 'the new key');
    await writeDownTheKey(page);
    await expect(title(page, 'Today')).toBeVisible();
    expect(JSON.parse(await exported(device)).sessions).toEqual(JSON.parse(before).sessions);

    await goToBackup(page, 'Records put aside');
    const kept = card(page, 'Put aside on February 3, 2026');
    await expectNoViolations(page, 'records put aside');
    await button(kept, 'Put it back').click();
    await sheet(page, 'Put it back').getByLabel('Passphrase of the record that is here now').fill(NEW);
    await button(sheet(page, 'Put it back'), 'Put it back').click();
    await expect(title(page, 'Welcome back')).toBeVisible();
    await unlock(page, PASSPHRASE);
    await expect(title(page, 'Today')).toBeVisible();

    await goToBackup(page, 'Records put aside');
    await button(card(page, 'Put aside on February 3, 2026'), 'Delete for good').click();
    await expectNoViolations(page, 'deleting for good');
    await button(sheet(page, 'Delete this record for good?'), 'Delete for good').click();
    await expect(said(page, 'It is gone.')).toBeVisible();
    await expect(page.getByText('Nothing was put aside')).toBeVisible();
    expect(await readdir(join(device.folder, 'kept'))).toEqual([]);
  });

  test('a file that is no backup, and a wrong passphrase, are told apart', async ({ page, device }) => {
    const name = await makeBackup(page);
    await exported(device);
    const [other] = (await readdir(join(device.folder, 'saved'))).filter((one) => one.endsWith('.json'));
    await goToBackup(page, 'Bring back a backup');
    await device.choose(other);
    await button(page, 'Choose a backup').click();
    await page.getByLabel('Its passphrase, or the recovery key').fill(BACKUP);
    await button(page, 'Look inside').click();
    const none = page.getByText('This is not a backup that Handrail saved, or it is damaged.');
    await expect(none).toBeVisible();
    await device.choose(name);
    await button(page, 'Choose another').click();
    await expect(none).toBeHidden();
    await page.getByLabel('Its passphrase, or the recovery key').fill('not its passphrase');
    await button(page, 'Look inside').click();
    await expect(page.getByText('That passphrase does not fit. You can try again.')).toBeVisible(COSTLY);
  });

  test('a copy that Handrail kept by itself is looked into and gone back to', async ({ page, device }) => {
    // A copy is kept at a lock, once a day when something changed.
    await device.call('lock');
    await expect(title(page, 'Welcome back')).toBeVisible();
    await unlock(page);
    await expect(title(page, 'Today')).toBeVisible();
    const before = await exported(device);
    await goTo(page, 'Groups');
    await goToBackup(page, 'Copies kept by Handrail');
    await expectNoViolations(page, 'copies');
    await page.getByRole('button', { name: /^February 3, 2026/ }).click();
    const copy = sheet(page, 'Copy of February 3, 2026');
    await copy.getByLabel('Passphrase or recovery key').fill(PASSPHRASE);
    await button(copy, 'See what is in it').click();
    await expect(copy.getByRole('row', { name: /^Sessions \d+$/ })).toBeVisible();
    await expectNoViolations(page, 'what is in a copy');
    await button(copy, 'Go back to this copy').click();
    await expect(said(page, 'Your record is back as it was on February 3, 2026.')).toBeVisible();
    expect(JSON.parse(await exported(device)).sessions).toEqual(JSON.parse(before).sessions);
    expect((await device.call('copies')).kept).toHaveLength(1);
  });
});

test('a backup from another device becomes the record of a new one', async ({ page, device, saved }) => {
  const other = await Device.start({ now: '2026-02-03T09:00' });
  try {
    await other.makeRecord();
    await other.call('import_record', { text: saved });
    const place = await other.call('save_backup', {
      secret: BACKUP,
      is_recovery_key: false,
    });
    await device.bring(place.saved, 'from-elsewhere.age');
  } finally {
    await other.stop();
  }
  await button(page, 'I have a backup').click();
  await expect(title(page, 'Bring back your record')).toBeVisible();
  await expectNoViolations(page, 'bringing a record back');
  await device.choose('from-elsewhere.age');
  await lookInside(page);
  await expect(page.getByLabel('Passphrase of the record that is here now')).toHaveCount(0);
  await newPassphrase(page);
  await button(page, 'Make it my record').click();
  await writeDownTheKey(page);
  await expect(title(page, 'Today')).toBeVisible();
  await expect(page.getByText('Cedar House').first()).toBeVisible();
});

test.describe('with made-up data', () => {
  test.use({ client: 'made-up' });

  test('there are no backups, and the page says so', async ({ page }) => {
    await goToMore(page, 'Backup');
    await expect(page.getByText('Made-up data has no backups.')).toBeVisible();
  });
});
