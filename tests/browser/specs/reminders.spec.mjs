import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, expect } from '../harness/test.mjs';
import { Device, PASSPHRASE } from '../harness/device.mjs';
import {
  button,
  card,
  goTo,
  goToMore,
  like,
  lockNow,
  said,
  sheet,
  title,
  unlock,
} from '../harness/rooms.mjs';

test.use({ client: 'own', evenings: '2026-02-03' });

/** Words that would tell someone who looks over a shoulder. */
const TELLING = /treat|therap|clinic|program|session|group|recover|rehab|counsel|Cedar|drug|alcohol/i;
const NOTICE = 'Handrail: You have something at 6:00 pm.';

/** Changes how sessions remind. */
async function change(device, change) {
  const { rules } = await device.call('reminder_rules');
  const rule = rules.find(({ source }) => source === 'session');
  await device.call('save_reminder_rule', { ...rule, ...change });
}

/** An hour before sessions, and of nothing else. */
test.beforeEach(async ({ device }) => {
  const { rules } = await device.call('reminder_rules');
  for (const rule of rules) {
    const sessions = rule.source === 'session';
    await device.call('save_reminder_rule', {
      ...rule,
      on: sessions,
      ask: false,
    });
  }
});

/** So much later that Handrail locked itself. */
async function later(page, device, now) {
  await device.clock(now);
  await unlock(page);
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
}

/** What lies outside the lock. */
const outside = (device) => join(device.folder, 'handrail.reminders');

async function coming(device) {
  return (await device.call('reminders')).coming.map(({ on, time }) => `${on} ${time}`);
}

/** The words of what was shown. A figure and its unit are held together by a space of their own kind. */
async function shown(device) {
  return (await device.notifications()).shown.map(({ title, body }) =>
    `${title}: ${body}`.replaceAll(/\s/g, ' '),
  );
}

test('the page shows what will appear, when, and in words that say nothing of treatment', async ({
  page,
  device,
}) => {
  await goToMore(page, 'Reminders');
  const list = card(page, 'The next seven days');
  await expect(list.getByRole('heading', { name: 'Wednesday, February 4' })).toBeVisible();
  const notices = list.getByRole('listitem');
  await expect(notices).toHaveCount(3);
  for (let i = 0; i < 3; i++) await expect(notices.nth(i)).toContainText('You have something at 6:00 pm.');
  expect(await coming(device)).toEqual(['2026-02-04 17:00', '2026-02-06 17:00', '2026-02-09 17:00']);
  for (const { title, body } of (await device.call('reminders')).coming) {
    expect(`${title} ${body}`).not.toMatch(TELLING);
  }
});

test('one is shown when I want to see how it looks', async ({ page, device }) => {
  await goToMore(page, 'Reminders');
  await button(page, 'Show one now').click();
  await expect(page.getByText(/^One was sent just now/)).toBeVisible();
  expect(await shown(device)).toEqual(['Handrail: This is how a reminder looks.']);
});

test('an hour before a session one neutral notice appears, and only one', async ({ device }) => {
  await device.clock('2026-02-04T16:59');
  expect(await shown(device)).toEqual([]);
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual([NOTICE]);
  await device.clock('2026-02-04T17:30');
  expect(await shown(device)).toEqual([NOTICE]);
  expect(NOTICE).not.toMatch(TELLING);
});

test('my own words appear while the record is open, and others while it is locked', async ({
  page,
  device,
}) => {
  // Left open for hours, it would lock first and say neutral words.
  await device.call('save_settings', { language: 'en', week_starts_on: 'monday', lock_after_minutes: null });
  await change(device, { words: 'Pack the blue folder' });
  await goToMore(page, 'Reminders');
  const first = card(page, 'The next seven days').getByRole('listitem').first();
  await expect(first).toContainText('Pack the blue folder');
  await expect(first).toContainText('While locked: You have something at 6:00 pm.');
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual(['Handrail: Pack the blue folder']);
  // What stands on the screen loses its words with the lock.
  await lockNow(page);
  await expect.poll(async () => (await shown(device)).at(-1)).toBe(NOTICE);
  await device.clock('2026-02-06T17:00');
  expect(await shown(device)).toEqual(['Handrail: Pack the blue folder', NOTICE, NOTICE]);
});

test('it appears also while Handrail is locked', async ({ page, device }) => {
  await lockNow(page);
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual([NOTICE]);
});

test('it appears also after a start, before anyone unlocked', async ({ device }) => {
  await device.restart();
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual([NOTICE]);
});

test('nothing appears while it is locked once I have switched that off', async ({ page, device }) => {
  await goToMore(page, 'Privacy and lock');
  const locked = card(page, 'Reminders while locked');
  await locked.getByRole('switch', { name: 'Remind me while locked' }).uncheck();
  await expect(said(page, 'Saved.')).toBeVisible();
  expect((await device.call('reminder_rules')).while_locked).toBe(false);
  await lockNow(page);
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual([]);
});

test('the page follows when another time before is chosen', async ({ page, device }) => {
  await goToMore(page, 'Reminders');
  const first = card(page, 'The next seven days').getByRole('listitem').first();
  await expect(first).toContainText('5:00 pm');
  await change(device, { leads: [{ kind: 'before', minutes: 75 }] });
  await expect(first).toContainText('4:45 pm');
  await device.clock('2026-02-04T16:45');
  expect(await shown(device)).toEqual([NOTICE]);
});

test('switched off, nothing is listed and nothing appears; switched on again it does', async ({
  page,
  device,
}) => {
  await goToMore(page, 'Reminders');
  await change(device, { on: false });
  await expect(page.getByText('Nothing is coming up')).toBeVisible();
  expect(await coming(device)).toEqual([]);
  await change(device, { on: true });
  await expect(card(page, 'The next seven days').getByRole('listitem').first()).toContainText('5:00 pm');
  await change(device, { on: false });
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual([]);
});

test('what quiet hours leave no time for is said, with the way to them', async ({ page, device }) => {
  const always = { from: '00:00', until: '00:00' };
  await device.call('save_quiet_hours', { quiet: Array(7).fill(always) });
  await goToMore(page, 'Reminders');
  const kept = card(page, 'Kept back by quiet hours');
  await expect(kept.getByRole('listitem').first()).toContainText('5:00 pm');
  await expect(page.getByText('Nothing is coming up')).toBeVisible();
  await device.clock('2026-02-04T17:30');
  expect(await shown(device)).toEqual([]);
  await unlock(page);
  await goToMore(page, 'Reminders');
  await button(kept, 'Quiet hours').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quiet hours' })).toBeVisible();
});

test('a reminder that came can come again', async ({ page, device }) => {
  await later(page, device, '2026-02-04T17:00');
  await goToMore(page, 'Reminders');
  await card(page, 'Shown lately')
    .getByRole('button', { name: /^Remind me again/ })
    .click();
  await sheet(page, 'Remind me again').getByRole('button', { name: 'In 10 minutes' }).click();
  await expect(said(page, 'It comes again in 10 minutes.')).toBeVisible();
  const first = card(page, 'The next seven days').getByRole('listitem').first();
  await expect(first).toContainText('5:10 pm');
  await expect(first).toContainText('Comes again');
  await device.clock('2026-02-04T17:10');
  expect(await shown(device)).toEqual([NOTICE, NOTICE]);
});

test('after a session it asks whether I was there, and the answer is logged and can be taken back', async ({
  page,
  device,
}) => {
  const wednesday = async () => (await device.call('week', { of: null })).sessions[0].state;
  await change(device, { ask: true });
  await later(page, device, '2026-02-04T22:00');
  expect((await shown(device)).at(-1)).toMatch(/Were you there\?$/);
  await goToMore(page, 'Reminders');
  const lately = card(page, 'Shown lately');
  await lately.getByRole('button', { name: /^Yes, I was there/ }).click();
  await expect(said(page, 'Logged: you were there.')).toBeVisible();
  expect(await wednesday()).toBe('attended');
  await expect(lately.getByRole('button', { name: /^Yes, I was there/ })).toBeHidden();
  await button(page, 'Undo').click();
  await expect.poll(wednesday).not.toBe('attended');
});

test('of a session that was cancelled or excused beforehand nobody is reminded', async ({ device }) => {
  const [wednesday] = (await device.call('week', { of: null })).sessions;
  await device.call('log_session', {
    session: wednesday.session,
    state: 'cancelled',
  });
  expect((await coming(device))[0]).toBe('2026-02-06 17:00');
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual([]);
});

test('a source reminds twice once another time is added, and the page shows both', async ({
  page,
  device,
}) => {
  await goToMore(page, 'Reminders');
  await button(page, 'What reminds').click();
  await page.getByRole('button', { name: /^Sessions/ }).click();
  await expect(title(page, 'Sessions')).toBeVisible();
  await button(page, 'Add a time').click();
  await sheet(page, 'Another time').getByRole('radio', { name: 'On a day before' }).check();
  await sheet(page, 'Another time').getByLabel('Which day').selectOption('The day before');
  await sheet(page, 'Another time').getByLabel('At what time').fill('18:30');
  await button(sheet(page, 'Another time'), 'Save').click();
  await expect(said(page, 'Saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: like('The evening before at 6:30 pm') })).toBeVisible();
  await button(page, 'Back').click();
  await expect(page.getByRole('button', { name: /^Sessions/ })).toContainText(
    like('The evening before at 6:30 pm · 1 hour before'),
  );
  await button(page, 'Back').click();
  const list = card(page, 'The next seven days');
  await expect(list.getByRole('heading', { level: 3 }).first()).toHaveText('Today, Tuesday, February 3');
  const notices = list.getByRole('listitem');
  await expect(notices.nth(0)).toContainText(like('6:30 pm'));
  await expect(notices.nth(1)).toContainText(like('5:00 pm'));
  expect((await coming(device)).slice(0, 2)).toEqual(['2026-02-03 18:30', '2026-02-04 17:00']);
});

test('a reminder of my own is made, comes, comes again when I want, and is deleted with Undo', async ({
  page,
  device,
}) => {
  const rule = (await device.call('reminder_rules')).rules.find(({ source }) => source === 'own');
  await device.call('save_reminder_rule', { ...rule, on: true });
  await goToMore(page, 'Reminders');
  await button(page, 'New reminder of my own').click();
  await page.getByLabel('What it is about').fill('Ask for the refill');
  await page.getByLabel('Time', { exact: true }).fill('14:00');
  await page.getByLabel('How often').selectOption('Every week');
  await button(page, 'Save').click();
  await expect(title(page, 'Reminders')).toBeVisible();
  const list = card(page, 'The next seven days');
  await expect(list.getByRole('listitem').first()).toContainText('Ask for the refill');
  await expect(list.getByRole('listitem').first()).toContainText(like('2:00 pm'));

  await later(page, device, '2026-02-03T14:00');
  expect(await shown(device)).toEqual(['Handrail: You have something at 2:00 pm.']);
  await goToMore(page, 'Reminders');
  await card(page, 'Shown lately')
    .getByRole('button', { name: /^Remind me again: Ask for the refill/ })
    .click();
  await sheet(page, 'Remind me again')
    .getByRole('button', { name: /^This evening/ })
    .click();
  await expect(said(page, 'It comes again this evening.')).toBeVisible();
  await expect(list.getByRole('listitem').first()).toContainText('Ask for the refill · Comes again');
  expect((await coming(device))[0]).toBe('2026-02-03 19:00');
  await later(page, device, '2026-02-03T19:00');
  expect(await shown(device)).toHaveLength(2);

  await goToMore(page, 'Reminders');
  await button(page, 'What reminds').click();
  await page.getByRole('button', { name: /^Ask for the refill/ }).click();
  await button(page, 'Delete').click();
  await expect(said(page, 'Reminder removed.')).toBeVisible();
  expect((await device.call('reminder_rules')).own).toEqual([]);
  await button(page, 'Undo').click();
  await expect.poll(async () => (await device.call('reminder_rules')).own.length).toBe(1);
});

test('what falls into quiet hours that I set comes when they end', async ({ page, device }) => {
  await change(device, { leads: [{ kind: 'at', days: 1, time: '23:00' }] });
  await goToMore(page, 'Reminders');
  await button(page, 'Quiet hours').click();
  await page.getByRole('switch', { name: 'Quiet hours' }).check();
  await page.getByLabel('From').fill('22:00');
  await page.getByLabel('Until').fill('07:30');
  await button(page, 'Save').click();
  await expect(said(page, 'Saved.')).toBeVisible();
  const first = card(page, 'The next seven days').getByRole('listitem').first();
  await expect(first).toContainText(like('7:30 am'));
  await device.clock('2026-02-04T07:29');
  expect(await shown(device)).toEqual([]);
  await device.clock('2026-02-04T07:30');
  expect(await shown(device)).toEqual([NOTICE]);
});

test('what came while the device was off is told once', async ({ context, device }) => {
  const page = await context.newPage();
  await device.stop({ keep: true });
  const next = await Device.start({
    now: '2026-02-05T09:00',
    folder: device.folder,
  });
  try {
    await next.call('unlock', { passphrase: PASSPHRASE });
    await page.goto(next.address);
    // It is told where the day begins, and leads to the page.
    await expect(title(page, 'Today')).toBeVisible();
    await expect(page.getByText('1 reminder came while Handrail was off')).toBeVisible();
    await goToMore(page, 'Reminders');
    const missed = card(page, '1 reminder came while Handrail was off');
    await expect(missed.getByRole('listitem')).toContainText(like('Yesterday, 5:00 pm'));
    await button(missed, 'Seen').click();
    await expect(missed).toBeHidden();
    await goTo(page, 'Today');
    await expect(page.getByText(/came while Handrail was off/)).toBeHidden();
    await next.restart();
    await unlock(page);
    await expect(title(page, 'Today')).toBeVisible();
    expect((await next.call('reminders')).missed).toEqual([]);
  } finally {
    await next.stop({ keep: true });
  }
});

test('what lies outside the lock has no words of mine, and goes when I switch it off', async ({
  page,
  device,
}) => {
  // Left open for hours, it would lock first and say neutral words.
  await device.call('save_settings', { language: 'en', week_starts_on: 'monday', lock_after_minutes: null });
  await change(device, { words: 'Pack the blue folder' });
  await expect.poll(() => existsSync(outside(device))).toBe(true);
  expect(await readFile(outside(device), 'latin1')).not.toMatch(TELLING);
  expect(await readFile(outside(device), 'latin1')).not.toContain('blue');
  await goToMore(page, 'Privacy and lock');
  const locked = card(page, 'Reminders while locked');
  await locked.getByRole('switch', { name: 'Remind me while locked' }).uncheck();
  await expect(said(page, 'Saved.')).toBeVisible();
  await expect.poll(() => existsSync(outside(device))).toBe(false);
  await locked.getByRole('switch', { name: 'Remind me while locked' }).check();
  await expect.poll(() => existsSync(outside(device))).toBe(true);
});

test('what happens when the window is closed is chosen', async ({ page, device }) => {
  await goToMore(page, 'Reminders');
  const closed = card(page, 'When the window is closed');
  const { supported } = await device.call('background');
  test.skip(!supported, 'this device has no choice');
  const login = closed.getByRole('switch', { name: /^Start when I log in/ });
  await expect(login).toBeHidden();
  await closed.getByRole('switch', { name: /^Keep running/ }).check();
  await login.check();
  await expect
    .poll(() => device.call('background'))
    .toMatchObject({ keeps_running: true, starts_at_login: true });
  await closed.getByRole('switch', { name: /^Keep running/ }).uncheck();
  await expect(login).toBeHidden();
  expect(await device.call('background')).toMatchObject({
    keeps_running: false,
    starts_at_login: false,
  });
});
