import { PASSPHRASE } from '../../harness/device.mjs';
import { button, card, said, sheet, title } from '../../harness/rooms.mjs';
import { test, expect } from '../../harness/touch.mjs';

// Every form that the ways through the app did not come by.
test.use({ client: 'history', now: '2026-02-04T21:30' });

/** A row or a button that leads on, by how it begins. */
const lead = (page, name) => page.getByRole('main').getByRole('button', { name }).first();

/** Opens a form by its button, feels it and leaves it. */
async function look(page, thumb, opener, name, way = 'Cancel') {
  await thumb.tap(opener);
  const form = sheet(page, name);
  await expect(form).toBeVisible();
  await thumb.feelForm(name);
  await thumb.tap(button(form, way));
  await expect(form).toHaveCount(0);
}

test('a session is moved, cancelled and searched, and days are taken off', async ({ page, thumb, device }) => {
  await thumb.goTo('Treatment');
  const sessions = page.getByRole('tabpanel').getByRole('button', { name: /Group therapy/ });
  await thumb.tap(sessions.last());
  await thumb.tap(button(page, 'Change day or time'));
  const change = sheet(page, 'Change day or time');
  await expect(change).toBeVisible();
  await thumb.feelForm('change day or time');
  await thumb.type(change.getByLabel('Starts at'), '17:00');
  await thumb.write(button(change, 'Save'), said(page, 'Your change is saved.'));
  await thumb.tap(sessions.last());
  await thumb.tap(button(page, 'Cancel session'));
  const cancel = sheet(page, 'Cancel session');
  await expect(cancel).toBeVisible();
  await thumb.feel('cancel session');
  await thumb.write(button(cancel, 'Cancel session'), said(page, 'Cancelled.'));
  await thumb.tap(button(page, 'Search your sessions'));
  await expect(title(page, 'Search your sessions')).toBeVisible();
  await thumb.feelForm('search');
  await thumb.tap(button(page, 'Back'));
  await thumb.tap(button(page, 'Add a session'));
  await thumb.tap(button(sheet(page, 'Add a session'), 'Days off'));
  await expect(title(page, 'Days off')).toBeVisible();
  await thumb.feel('days off');
  await thumb.tap(button(page, 'Add days off'));
  const off = sheet(page, 'Add days off');
  await thumb.feelForm('add days off');
  await thumb.type(off.getByLabel('First day'), '2026-02-20');
  await thumb.type(off.getByLabel('Last day'), '2026-02-20');
  await thumb.write(button(off, 'Save'), said(page, /^Saved\./));
  expect((await device.call('closures')).closures.at(-1).starts_on).toBe('2026-02-20');
});

test('what is covered, what it costs, who pays', async ({ page, thumb }) => {
  await thumb.goTo('Treatment');
  await thumb.tap(page.getByRole('tab', { name: 'More' }));
  await thumb.tap(lead(page, /^Coverage and cost/));
  await expect(card(page, 'Your account')).toBeVisible();
  await look(page, thumb, button(card(page, 'What is covered'), 'Add what is covered'), 'Add what is covered');
  await look(page, thumb, button(card(page, 'Likely cost'), 'Add what you pay'), 'Add what you pay');
  await look(page, thumb, button(card(page, 'Who pays'), 'Add who pays'), 'Add who pays');
});

test('what is asked, a pause, a goal, a usual meeting, a sponsor', async ({ page, thumb }) => {
  await thumb.goTo('Groups');
  await look(page, thumb, button(page, 'Add a usual meeting'), 'Add a usual meeting');
  await thumb.tap(lead(page, /^What is asked of me/));
  await expect(card(page, 'Program: 2 meetings a week')).toBeVisible();
  await look(page, thumb, button(page, 'Add a pause'), 'Add a pause');
  await look(page, thumb, button(page, 'Another goal'), 'Another goal');
  await thumb.goTo('Groups');
  await thumb.tap(lead(page, /^Sponsor, steps and service/));
  await look(page, thumb, button(page, 'Add a sponsor'), 'Add a sponsor');
  await look(page, thumb, button(page, 'Add service'), 'Add service');
});

test('every part of the plan is written, versions are read, and it is shared', async ({ page, thumb }) => {
  await thumb.goTo('Plan');
  await expect(card(page, 'My reasons')).toBeVisible();
  const edits = page.getByRole('button', { name: /^Edit: / });
  const names = await edits.evaluateAll((all) => all.map((one) => one.ariaLabel ?? one.textContent.trim()));
  expect(names).toHaveLength(11);
  for (const name of names) {
    await thumb.tap(button(page, name));
    await thumb.feel(name);
    await thumb.tap(button(page, 'Cancel'));
    await expect(edits).toHaveCount(11);
  }
  await thumb.tap(button(page, 'Earlier versions'));
  await expect(title(page, 'Earlier versions')).toBeVisible();
  await thumb.feel('earlier versions');
  await thumb.tap(button(page, 'Compare two versions'));
  await expect(title(page, 'Compare two versions')).toBeVisible();
  await thumb.feel('two versions');
  await thumb.goTo('Plan');
  await thumb.tap(button(page, 'Print or share'));
  await expect(title(page, 'Print or share')).toBeVisible();
  await expect(page.getByRole('group', { name: /^Page 1 of/ })).toBeVisible();
  await thumb.feel('print or share');
});

test('quiet hours, how a reminder comes, crisis lines, another key', async ({ page, thumb, device }) => {
  const more = async (screen, name) => {
    await thumb.goTo('More');
    await thumb.tap(lead(page, screen));
    await expect(page.getByRole('heading', { level: 1, name: screen })).toBeVisible();
    await thumb.tap(lead(page, name));
  };
  await more('Reminders', 'Quiet hours');
  await thumb.tap(page.getByRole('switch', { name: 'Quiet hours' }));
  await thumb.feel('quiet hours');
  await thumb.tap(button(page, 'Cancel'));
  await more('Reminders', 'What reminds');
  await expect(card(page, 'Treatment')).toBeVisible();
  await thumb.feel('what reminds');
  await thumb.tap(page.getByRole('button', { name: /^Sessions/ }));
  await expect(card(page, 'What it says')).toBeVisible();
  await thumb.feel('how sessions remind');
  await thumb.tap(button(page, 'Add a time'));
  await expect(sheet(page, 'Another time')).toBeVisible();
  await thumb.feel('another time');
  await thumb.tap(button(sheet(page, 'Another time'), 'Close'));

  await more('Privacy and lock', /^Crisis lines/);
  await expect(title(page, 'Crisis lines')).toBeVisible();
  await thumb.tap(button(page, 'Write my own'));
  await thumb.feelForm('crisis lines');
  await more('Privacy and lock', /^Make a recovery key/);
  await thumb.feelForm('asking for the passphrase');
  await thumb.type(page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
  await thumb.tap(button(page, 'Show the new key'));
  await expect(page.getByRole('list', { name: 'Recovery key' })).toBeVisible();
  await thumb.feelForm('a new recovery key');
  await thumb.tap(button(page, 'I will do it later'));
  expect((await device.call('settings')).preferences.recovery_key_kept).toBe(false);
});

test('a copy is looked into and gone back to, and a backup is brought back', async ({ page, thumb, device }) => {
  await device.call('lock');
  await expect(title(page, 'Welcome back')).toBeVisible();
  await thumb.type(page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
  await thumb.tap(button(page, 'Unlock'));
  await expect(title(page, 'Today')).toBeVisible();
  const backup = async (name) => {
    await thumb.goTo('More');
    await thumb.tap(lead(page, /^Backup/));
    await thumb.tap(lead(page, name));
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  };
  await backup('Copies kept by Handrail');
  await thumb.feel('copies');
  await thumb.tap(page.getByRole('button', { name: /^February 4, 2026/ }));
  const copy = sheet(page, 'Copy of February 4, 2026');
  await thumb.feelForm('a copy');
  await thumb.type(copy.getByLabel('Passphrase or recovery key'), PASSPHRASE);
  await thumb.ask(button(copy, 'See what is in it'), button(copy, 'Go back to this copy'));
  await thumb.feel('what is in a copy');
  await thumb.write(button(copy, 'Go back to this copy'), said(page, /^Your record is back as it was/));
  expect((await device.call('copies')).kept).toHaveLength(1);
  await backup('Bring back a backup');
  await thumb.feel('a backup is brought back');
});
