import { test, expect } from '../harness/test.mjs';
import { button, card, goToMore, lockNow, said } from '../harness/rooms.mjs';

test.use({ client: 'own', evenings: '2026-02-02' });

/** Words that would tell someone who looks over a shoulder. */
const TELLING = /treat|therap|clinic|program|session|group|recover|rehab|counsel|Cedar|drug|alcohol/i;
const NOTICE = 'Handrail: You have something at 6:00 pm.';

async function coming(device) {
  return (await device.notifications()).scheduled.map(({ on, time }) => `${on} ${time}`);
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
  const list = card(page, 'What will appear');
  await expect(list.getByRole('heading', { name: 'Wednesday, February 4' })).toBeVisible();
  const notices = list.getByRole('listitem');
  await button(list, 'Show 2 more').click();
  // The sessions of two weeks, without Monday's, which is over.
  await expect(notices).toHaveText(Array(6).fill('Handrail5:00 pm You have something at 6:00 pm.'));
  for (const text of await notices.allTextContents()) expect(text).not.toMatch(TELLING);
  expect((await coming(device))[0]).toBe('2026-02-04 17:00');
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

test('it appears also while Handrail is locked', async ({ page, device }) => {
  await lockNow(page);
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual([NOTICE]);
});

test('the time before is chosen, also one of my own', async ({ page, device }) => {
  await goToMore(page, 'Reminders');
  await page.getByLabel('How long before').selectOption('30 minutes');
  await expect(said(page, 'Saved.')).toBeVisible();
  await expect(card(page, 'What will appear').getByRole('listitem').first()).toContainText('5:30 pm');
  expect((await coming(device))[0]).toBe('2026-02-04 17:30');

  await page.getByLabel('How long before').selectOption('Another time');
  const own = page.getByRole('group', { name: 'Your own time before' });
  await own.getByLabel('hours').fill('1');
  // Leaving the first box keeps what is in it; the second is filled after that.
  await own.getByLabel('minutes').click();
  await own.getByLabel('minutes').fill('15');
  await own.getByLabel('minutes').blur();
  await expect(card(page, 'What will appear').getByRole('listitem').first()).toContainText('4:45 pm');
  await device.clock('2026-02-04T16:45');
  expect(await shown(device)).toEqual([NOTICE]);
});

test('a time before that is too long is worded and not kept', async ({ page, device }) => {
  await goToMore(page, 'Reminders');
  await page.getByLabel('How long before').selectOption('Another time');
  const own = page.getByRole('group', { name: 'Your own time before' });
  await own.getByLabel('hours').fill('49');
  await own.getByLabel('hours').blur();
  await expect(own.getByText('This number is too large.')).toBeVisible();
  await expect(own.getByLabel('hours')).toHaveValue('49');
  expect((await device.call('settings')).preferences.session_lead_minutes).toBe(60);
});

test('switched off, nothing is listed and nothing appears; switched on again it does', async ({
  page,
  device,
}) => {
  await goToMore(page, 'Reminders');
  const on = page.getByRole('switch', { name: 'Remind me before a session' });
  await on.uncheck();
  await expect(page.getByText('Reminders are off. Switch them on to be reminded.')).toBeVisible();
  expect(await coming(device)).toEqual([]);
  await on.check();
  await expect(card(page, 'What will appear').getByRole('listitem').first()).toContainText('5:00 pm');
  await on.uncheck();
  await expect(page.getByText('Reminders are off.')).toBeVisible();
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual([]);
});

test('of a session that was cancelled or excused beforehand nobody is reminded', async ({ device }) => {
  const [, wednesday] = (await device.call('week', { of: null })).sessions;
  await device.call('log_session', { session: wednesday.session, state: 'cancelled' });
  expect((await coming(device))[0]).toBe('2026-02-06 17:00');
  await device.clock('2026-02-04T17:00');
  expect(await shown(device)).toEqual([]);
});
