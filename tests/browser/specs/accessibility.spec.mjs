import { expectNoViolations } from '../harness/axe.mjs';
import { PASSPHRASE } from '../harness/device.mjs';
import { button, card, goTo, goToMore, lockNow, sheet, title, unlock } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

// Every screen is looked at by axe, in light and in dark; the two projects make it phone and desktop.

test('Welcome, each of its steps', async ({ page }) => {
  await expectNoViolations(page, 'language');
  await button(page, 'Start').click();
  await expectNoViolations(page, 'passphrase');
  await button(page, 'Next').click();
  await expect(page.getByText('This is too short.')).toBeVisible();
  await expectNoViolations(page, 'passphrase refused');
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await button(page, 'Next').click();
  await expect(title(page, 'Write down your recovery key')).toBeVisible();
  await expectNoViolations(page, 'recovery key');
  await button(page, 'I will do it later').click();
  await expect(title(page, 'Your program')).toBeVisible();
  await expectNoViolations(page, 'choice of a program');
  await page.getByRole('button', { name: 'Step-down program' }).click();
  await expect(title(page, 'Step-down program')).toBeVisible();
  await page.getByText('Name, phone, address, link').click();
  await expectNoViolations(page, 'days and times');
  await page.getByRole('button', { name: /^Time zone/ }).click();
  await expectNoViolations(page, 'time zones');
  await button(sheet(page, 'Time zone'), 'Close').click();
  await button(page, 'Skip for now').click();
  await expect(title(page, 'A reminder before sessions?')).toBeVisible();
  await expectNoViolations(page, 'reminder');
});

test.describe('with the demo client’s life', () => {
  test.use({ client: 'history' });

  test('Unlock, recovery and the hard moment behind the lock', async ({ page }) => {
    await lockNow(page);
    await expectNoViolations(page, 'unlock');
    await unlock(page, 'not the passphrase');
    await expect(page.getByText('That passphrase does not fit. You can try again.')).toBeVisible();
    await expectNoViolations(page, 'unlock refused');
    await button(page, 'I forgot it').click();
    await expect(title(page, 'Use your recovery key')).toBeVisible();
    await expectNoViolations(page, 'recover');
    await button(page, 'Help now').click();
    await expect(title(page, 'This will pass.')).toBeVisible();
    await expectNoViolations(page, 'hard moment, locked');
  });

  test('the record that cannot be opened', async ({ page, device }) => {
    await page.route('**/api/status', (route) => route.fulfill({ status: 400, json: { code: 'ReadOnly' } }));
    await device.restart();
    await expect(title(page, 'Handrail cannot save here')).toBeVisible();
    await expectNoViolations(page, 'trouble');
  });

  test('Today, its sheets and the check-in', async ({ page }) => {
    await expect(card(page, 'Family therapy')).toBeVisible();
    await expectNoViolations(page, 'today');
    await page.getByRole('button', { name: /^Part of it/ }).click();
    await expectNoViolations(page, 'part of a session');
    await button(sheet(page, 'How long were you there?'), 'Close').click();
    await page.getByRole('button', { name: /^No: / }).click();
    await expectNoViolations(page, 'what happened');
    await button(sheet(page, 'What happened?'), 'Close').click();
    await button(card(page, 'How are you today?'), 'Okay').click();
    await expect(sheet(page, 'Check-in').getByLabel('Note')).toBeVisible();
    await expectNoViolations(page, 'check-in');
    await button(sheet(page, 'Check-in'), 'Save').click();
    await expect(page.getByText('Check-in saved.')).toBeVisible();
    await expectNoViolations(page, 'today with a line that offers Undo');
  });

  test('Treatment: calendar, session, one-off, hours, path, change of days', async ({ page }) => {
    await goTo(page, 'Treatment');
    await expect(card(page, 'Monday, February 2')).toBeVisible();
    await expectNoViolations(page, 'calendar');
    await card(page, 'Monday, February 2').getByRole('button').click();
    await sheet(page, 'Group therapy').getByRole('radio', { name: 'Attended part of it' }).check();
    await expectNoViolations(page, 'session');
    await button(sheet(page, 'Group therapy'), 'Close').click();
    await button(page, 'Add a session').click();
    await expectNoViolations(page, 'one-off');
    await button(sheet(page, 'Add a session'), 'Close').click();
    await page.getByRole('tab', { name: 'Hours' }).click();
    await expect(page.getByRole('table').first()).toBeVisible();
    await expectNoViolations(page, 'hours');
    await page.getByRole('tab', { name: 'Path' }).click();
    await expect(button(page, 'Change days')).toBeVisible();
    await expectNoViolations(page, 'path');
    await button(card(page, 'Intensive outpatient').last(), 'Change').click();
    await expectNoViolations(page, 'where you go');
    await button(sheet(page, 'Where you go'), 'Close').click();
    await button(page, 'Change days').click();
    await expect(title(page, 'Change days and times')).toBeVisible();
    await expectNoViolations(page, 'change of days');
  });

  test('Groups: the room, its forms, and what lies behind it', async ({ page }) => {
    await goTo(page, 'Groups');
    await expect(card(page, 'Where I have been')).toBeVisible();
    await expectNoViolations(page, 'groups');
    await button(page, 'Log a meeting').first().click();
    await expectNoViolations(page, 'log');
    await button(sheet(page, 'Log a meeting'), 'Save').click();
    await expect(sheet(page, 'Log a meeting').getByText('This is needed.')).toBeVisible();
    await expectNoViolations(page, 'log refused');
    await button(sheet(page, 'Log a meeting'), 'Cancel').click();
    await button(page, 'Add a usual meeting').click();
    await expectNoViolations(page, 'usual meeting');
    await button(sheet(page, 'Add a usual meeting'), 'Cancel').click();
    await page.getByRole('button', { name: /^What is asked of me/ }).click();
    await expect(card(page, 'Program: 2 meetings a week')).toBeVisible();
    await page.getByText('Week by week').click();
    await expect(page.getByRole('table')).toBeVisible();
    await expectNoViolations(page, 'what is asked');
    await button(page, 'Add what is asked').click();
    await expectNoViolations(page, 'a requirement');
    await button(sheet(page, 'Add what is asked'), 'Cancel').click();
    await button(page, 'Add a pause').click();
    await expectNoViolations(page, 'a pause');
    await button(sheet(page, 'Add a pause'), 'Cancel').click();
    await button(page, 'Another goal').click();
    await expectNoViolations(page, 'a goal');
    await button(sheet(page, 'Another goal'), 'Cancel').click();
    await goTo(page, 'Groups');
    await page.getByRole('button', { name: /^Attendance record/ }).click();
    await expect(page.getByRole('group', { name: 'Page 1 of 1' })).toBeVisible();
    await expectNoViolations(page, 'attendance record');
    await goTo(page, 'Groups');
    await page.getByRole('button', { name: /^Days and chips/ }).click();
    await button(page, 'Another count').click();
    await expectNoViolations(page, 'a recovery date');
    await button(sheet(page, 'Set a recovery date'), 'Cancel').click();
    await page.getByText('Colors of this group').click();
    await expectNoViolations(page, 'days and chips');
    await goTo(page, 'Groups');
    await page.getByRole('button', { name: /^Sponsor, steps and service/ }).click();
    await button(page, 'Add a sponsor').click();
    await expectNoViolations(page, 'a sponsor');
    await button(sheet(page, 'Add a sponsor'), 'Cancel').click();
    await expectNoViolations(page, 'sponsor, steps and service');
    await goTo(page, 'Groups');
    await page.getByRole('button', { name: /^Find a meeting/ }).click();
    await expect(page.getByRole('heading', { name: 'No list yet' })).toBeVisible();
    await expectNoViolations(page, 'no list yet');
    await button(page, 'Take in a list').click();
    await expect(title(page, 'Lists of meetings')).toBeVisible();
    await expectNoViolations(page, 'lists');
  });

  test('Plan: the page, every editor, versions', async ({ page }) => {
    await goTo(page, 'Plan');
    await expect(card(page, 'My reasons')).toBeVisible();
    await expectNoViolations(page, 'plan');
    const edits = page.getByRole('button', { name: /^Edit: / });
    for (let left = 11; left > 0; left--) {
      await expect(edits).toHaveCount(left);
      await edits.first().click();
    }
    // Folded entries are opened too.
    const folds = page.getByRole('main').getByRole('button', { expanded: false });
    for (let left = await folds.count(); left > 0; left--) {
      await folds.first().click();
      await expect(folds).toHaveCount(left - 1);
    }
    await expectNoViolations(page, 'plan, all of it being edited');
    const cancels = page.getByRole('button', { name: 'Cancel' });
    for (let left = 11; left > 0; left--) {
      await expect(cancels).toHaveCount(left);
      await cancels.first().click();
    }
    await button(page, 'Earlier versions').click();
    await expect(title(page, 'Earlier versions')).toBeVisible();
    await expectNoViolations(page, 'versions');
    await page.getByRole('main').getByRole('listitem').getByRole('button').last().click();
    await expect(button(page, 'Bring this version back')).toBeVisible();
    await expectNoViolations(page, 'a version');
  });

  test('Hard moment and what to do after a slip', async ({ page }) => {
    await goTo(page, 'Help now');
    await expect(page.getByRole('link', { name: 'Call Jo' })).toBeVisible();
    await expectNoViolations(page, 'hard moment');
    await page.getByRole('button', { name: 'If I slipped' }).click();
    await expect(title(page, 'If I slipped')).toBeVisible();
    await expectNoViolations(page, 'after a slip');
  });

  test('More and each of its screens', async ({ page, device, saved }) => {
    await goTo(page, 'More');
    await expectNoViolations(page, 'more');
    await goToMore(page, 'Reminders');
    await expect(card(page, 'The next seven days')).toBeVisible();
    await expectNoViolations(page, 'reminders');
    await button(page, 'New reminder of my own').click();
    await page.getByLabel('How often').selectOption('Another rhythm');
    await expectNoViolations(page, 'reminder of one’s own');
    await button(page, 'Cancel').click();
    await button(page, 'Quiet hours').click();
    await page.getByRole('switch', { name: 'Quiet hours' }).check();
    await expectNoViolations(page, 'quiet hours');
    await page.getByRole('radio', { name: 'Day by day' }).check();
    await expectNoViolations(page, 'quiet hours, day by day');
    await button(page, 'Cancel').click();
    await button(page, 'What reminds').click();
    await expect(card(page, 'Treatment')).toBeVisible();
    await expectNoViolations(page, 'what reminds');
    await page.getByRole('button', { name: /^Sessions/ }).click();
    await expect(card(page, 'What it says')).toBeVisible();
    await expectNoViolations(page, 'how sessions remind');
    await button(page, 'Add a time').click();
    await expectNoViolations(page, 'another time');
    await button(sheet(page, 'Another time'), 'Close').click();
    await goToMore(page, 'Privacy and lock');
    await expect(button(page, 'Lock now')).toBeVisible();
    await expectNoViolations(page, 'privacy');
    await page.getByRole('button', { name: /^Make a recovery key/ }).click();
    await expectNoViolations(page, 'asking for the passphrase');
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await button(page, 'Show the new key').click();
    await expect(page.getByRole('list', { name: 'Recovery key' })).toBeVisible();
    await expectNoViolations(page, 'new recovery key');
    await button(page, 'I will do it later').click();
    await goToMore(page, 'Move records');
    await device.offer('handrail.json', saved);
    await button(page, 'Choose a file').click();
    await expect(page.getByRole('table')).toBeVisible();
    await expectNoViolations(page, 'move records');
    await goToMore(page, 'Language and week');
    await expectNoViolations(page, 'language');
    await goToMore(page, 'About Handrail');
    await expectNoViolations(page, 'about');
  });
});

test.describe('with nothing written yet', () => {
  test.use({ client: 'own' });

  test('every room when it is empty', async ({ page }) => {
    await expect(page.getByText('Start with your week')).toBeVisible();
    await expectNoViolations(page, 'today');
    await goTo(page, 'Treatment');
    await expect(page.getByText('No program yet')).toBeVisible();
    await expectNoViolations(page, 'treatment');
    await goTo(page, 'Groups');
    await expect(page.getByText('No meetings yet')).toBeVisible();
    await expectNoViolations(page, 'groups');
    await goTo(page, 'Plan');
    await expect(page.getByText('A plan in your own words')).toBeVisible();
    await expectNoViolations(page, 'plan');
    await button(page, 'Write: People').click();
    await expectNoViolations(page, 'the first person');
    await goToMore(page, 'Reminders');
    await expect(page.getByText('Nothing is coming up')).toBeVisible();
    await expectNoViolations(page, 'reminders');
    await goTo(page, 'Today');
    await goTo(page, 'Help now');
    await expectNoViolations(page, 'hard moment');
  });
});

test.describe('with made-up data', () => {
  test.use({ client: 'made-up' });

  test('the band that says so, in a room and in the hard moment', async ({ page }) => {
    await expectNoViolations(page, 'today');
    await goToMore(page, 'About Handrail');
    await expectNoViolations(page, 'about');
    await goTo(page, 'Help now');
    await expectNoViolations(page, 'hard moment');
  });
});
