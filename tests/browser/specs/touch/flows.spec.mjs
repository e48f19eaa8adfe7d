import { PASSPHRASE } from '../../harness/device.mjs';
import { button, card, said, sheet, title } from '../../harness/rooms.mjs';
import { test, expect } from '../../harness/touch.mjs';

// Every main way through the app, by touch, on a slowed processor and at each size and turn of a device.
test.use({ client: 'history', now: '2026-02-04T21:30' });

const LIST = JSON.stringify([
  {
    slug: 'owls',
    name: 'Night Owls',
    day: 3,
    time: '22:00',
    timezone: 'America/New_York',
    location: 'Grace Church',
    formatted_address: '12 Elm St, Albany, NY 12203, USA',
    types: ['O'],
  },
]);

/** A row or a button that leads on, by how it begins. */
const lead = (page, name) => page.getByRole('main').getByRole('button', { name }).first();

test('unlock, today, a session, a check-in', async ({ page, thumb, device }) => {
  await device.call('lock');
  await expect(title(page, 'Welcome back')).toBeVisible();
  await thumb.feelForm('locked');
  await thumb.type(page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
  await thumb.tap(button(page, 'Unlock'));
  await expect(card(page, 'How are you today?')).toBeVisible();
  await thumb.feel('today');

  await thumb.tap(page.getByRole('button', { name: /^Part of it/ }).first());
  await thumb.feelForm('part of a session');
  await thumb.tap(button(sheet(page, 'How long were you there?'), 'Close'));
  await thumb.write(page.getByRole('button', { name: /^Yes, I was there: Group therapy, Today/ }), said(page, 'Group therapy: Attended, 3 h'));
  await thumb.feel('logged');
  await thumb.tap(button(card(page, 'How are you today?'), 'Okay'));
  await thumb.feelForm('check-in');
  await thumb.write(button(sheet(page, 'Check-in'), 'Save'), said(page, 'Check-in saved.'));
  expect((await device.call('today')).check_in.mood).toBe(3);
});

test('treatment: week, month, list, a session by form, tests, coverage', async ({ page, thumb, device }) => {
  await thumb.goTo('Treatment');
  await expect(card(page, 'Monday, February 2')).toBeVisible();
  await thumb.feel('week');
  await thumb.tap(card(page, 'Monday, February 2').getByRole('button').first());
  await thumb.feelForm('session');
  await thumb.tap(button(sheet(page, 'Group therapy'), 'Close'));
  for (const look of ['Month', 'List', 'Week']) {
    await thumb.tap(page.getByRole('radio', { name: look }));
    await expect(page.getByRole('radio', { name: look })).toBeChecked();
    await thumb.feel(look);
  }
  await thumb.tap(button(page, 'Add a session'));
  const adding = sheet(page, 'Add a session');
  await thumb.feelForm('a session by form');
  await thumb.type(adding.getByLabel('Starts at'), '17:00');
  await thumb.write(button(adding, 'Add'), said(page, 'Individual counseling added'));
  for (const tab of ['Hours', 'Path', 'More']) {
    await thumb.tap(page.getByRole('tab', { name: tab }));
    await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
    await thumb.feel(tab);
  }
  await thumb.tap(lead(page, /^Drug tests/));
  await expect(title(page, 'Drug tests')).toBeVisible();
  await thumb.feel('tests');
  await thumb.tap(lead(page, /^Add a line to call/));
  const line = sheet(page, 'Add a line to call');
  await thumb.feelForm('a line to call');
  await thumb.type(line.getByLabel('Your color or number'), 'Blue');
  await thumb.type(line.getByLabel('Phone of the line'), '555-0199');
  await thumb.type(line.getByLabel('Opens at'), '05:00');
  await thumb.type(line.getByLabel('Closes at'), '23:00');
  await thumb.tap(button(line, 'Save'));
  await thumb.write(button(card(page, 'Call the line today'), 'Not up'), card(page, 'Called: not up'));
  expect((await device.call('drug_tests')).lines).toHaveLength(1);
  await thumb.feel('tests, a call logged');
  await thumb.tap(button(page, 'Back'));
  await thumb.tap(lead(page, /^Coverage and cost/));
  await expect(card(page, 'Your account')).toBeVisible();
  await thumb.feel('coverage');
  await thumb.tap(lead(page, /^(Add a charge|Add a payment|Log a payment|Add an entry)/));
  await thumb.feelForm('an entry of the account');
});

test('groups: find, log, what is asked, the attendance record', async ({ page, thumb, device }) => {
  await thumb.goTo('Groups');
  await expect(card(page, 'Where I have been')).toBeVisible();
  await thumb.feel('groups');
  await thumb.tap(lead(page, /^Find a meeting/));
  await thumb.tap(button(page, 'Take in a list'));
  await device.offer('albany.json', LIST);
  await thumb.tap(button(page, 'Choose a file'));
  await expect(page.getByLabel('Name of the list')).toBeVisible();
  await thumb.feelForm('a list');
  await thumb.type(page.getByLabel('Name of the list'), 'Albany');
  await page.getByLabel('Kind of group').selectOption('AA, Alcoholics Anonymous');
  await thumb.write(page.getByRole('button', { name: /^Take in \d+ meeting/ }), said(page, 'Taken in: Albany.'));
  await thumb.feel('lists');
  await thumb.tap(button(page, 'Back'));
  await expect(lead(page, /Night Owls/)).toBeVisible();
  await thumb.feelForm('find');
  await thumb.tap(lead(page, /Night Owls/));
  await thumb.feel('a meeting found');
  await thumb.tap(button(page.getByRole('dialog'), 'Close'));

  await thumb.goTo('Groups');
  await thumb.tap(lead(page, 'Log a meeting'));
  const log = sheet(page, 'Log a meeting');
  await thumb.feelForm('log');
  await log.getByLabel('Kind of group').selectOption('SMART Recovery');
  await thumb.type(log.getByLabel('Name of the group'), 'Sunday tools');
  await thumb.type(log.getByLabel('Starts at'), '19:30');
  await thumb.type(log.getByLabel('Private note'), 'Felt lighter after.');
  await thumb.write(button(log, 'Save'), said(page, /^Logged: Sunday tools/));
  const { weeks } = await device.call('groups', { before: null });
  expect(weeks[0].attendances[0].name).toBe('Sunday tools');
  await thumb.tap(lead(page, /^What is asked of me/));
  await expect(card(page, 'Program: 2 meetings a week')).toBeVisible();
  await thumb.feel('what is asked');
  await thumb.tap(button(page, 'Add what is asked'));
  await thumb.feelForm('something asked');
  await thumb.tap(button(sheet(page, 'Add what is asked'), 'Cancel'));
  await thumb.goTo('Groups');
  await thumb.tap(lead(page, /^Attendance record/));
  await expect(page.getByRole('group', { name: 'Page 1 of 1' })).toBeVisible();
  await thumb.feelForm('attendance record');
});

test('the plan is read and written, and a hard moment ridden out', async ({ page, thumb, device }) => {
  await thumb.goTo('Plan');
  await expect(card(page, 'My reasons')).toBeVisible();
  await thumb.feel('plan');
  const reasons = card(page, 'My reasons');
  await thumb.tap(button(reasons, 'Edit: My reasons'));
  await thumb.feelForm('reasons being written');
  await thumb.type(reasons.getByLabel('Reason 1'), 'Sundays.');
  await thumb.write(button(reasons, 'Save'), said(page, 'Saved.'));
  await expect(reasons).toContainText('Sundays.');
  expect((await device.call('plan')).plan.reasons[0]).toBe('Sundays.');
  await thumb.tap(button(page, 'Edit: People'));
  await thumb.tap(page.getByRole('main').getByRole('button', { expanded: false }).first());
  await thumb.feelForm('people being written');
  await thumb.tap(button(page, 'Cancel'));

  await thumb.goTo('Help now');
  await expect(page.getByRole('link', { name: 'Call Jo' })).toHaveAttribute('href', 'tel:5550117');
  await thumb.feel('hard moment');
  await thumb.tap(page.getByRole('button', { name: 'If I slipped' }));
  await expect(title(page, 'If I slipped')).toBeVisible();
  await thumb.feel('after a slip');
  await thumb.tap(button(page, 'Back'));
  await thumb.tap(button(page, 'Close'));
});

test('reminders, backup, privacy, settings, lock', async ({ page, thumb }) => {
  const more = async (name) => {
    await thumb.goTo('More');
    await thumb.tap(lead(page, name));
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  };
  await thumb.goTo('More');
  await thumb.feel('more');
  await more('Reminders');
  await expect(card(page, 'The next seven days')).toBeVisible();
  await thumb.feel('reminders');
  await thumb.tap(button(page, 'New reminder of my own'));
  await thumb.feelForm('a reminder of one’s own');
  await thumb.tap(button(page, 'Cancel'));
  await more('Backup');
  await thumb.feel('backup');
  await thumb.tap(lead(page, /^Make a backup/));
  await expect(title(page, 'Make a backup')).toBeVisible();
  await thumb.feelForm('a backup');
  await more('Language and week');
  await thumb.feel('language');
  await more('Learn');
  await thumb.feel('learn');
  await more('Privacy and lock');
  await expect(button(page, 'Lock now')).toBeVisible();
  await thumb.feel('privacy');
  await thumb.tap(lead(page, /^Change passphrase/));
  await thumb.feelForm('another passphrase');
  await thumb.tap(button(page, 'Back'));
  await thumb.tap(button(page, 'Lock now'));
  await expect(title(page, 'Welcome back')).toBeVisible();
  await thumb.tap(button(page, 'I forgot it'));
  await thumb.feelForm('recovery');
});
