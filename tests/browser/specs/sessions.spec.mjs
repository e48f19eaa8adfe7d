import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, like, said, sheet } from '../harness/rooms.mjs';

test.use({ client: 'own', evenings: '2026-01-26', now: '2026-01-31T10:00' });

async function monday(device) {
  const { sessions } = await device.call('week', { of: '2026-01-26' });
  return sessions[0];
}

/** Opens Monday's session. Its kind names the sheet. */
async function openMonday(page, kind = 'Group therapy') {
  await card(page, 'Monday, January 26').getByRole('button').click();
  const open = sheet(page, kind);
  await expect(open.getByText('Monday, January 26, 6:00 – 9:00 pm')).toBeVisible();
  return open;
}

function minutes(open) {
  return open.getByRole('group', { name: 'How long were you there?' });
}

test('a session is logged in every state, with minutes, kind and a private note', async ({
  page,
  device,
}) => {
  await goTo(page, 'Treatment');
  const row = card(page, 'Monday, January 26').getByRole('button');
  await expect(row).toHaveAccessibleName('Group therapy 6:00 – 9:00 pm · 3 h Were you there?');

  let open = await openMonday(page);
  await open.getByRole('radio', { name: 'Attended', exact: true }).check();
  await expect(minutes(open).getByLabel('hours')).toHaveValue('3');
  await open.getByLabel('Private note').fill('Talked about Fridays.');
  await button(open, 'Save').click();
  await expect(said(page, 'Group therapy: Attended, 3 h')).toBeVisible();
  await expect(row).toHaveAccessibleName('Group therapy 6:00 – 9:00 pm · 3 h Attended Talked about Fridays.');
  expect(await monday(device)).toMatchObject({
    state: 'attended',
    attended_minutes: 180,
    note: 'Talked about Fridays.',
  });

  open = await openMonday(page);
  await open.getByRole('radio', { name: 'Attended part of it' }).check();
  await minutes(open).getByLabel('hours').fill('2');
  await minutes(open).getByLabel('minutes').fill('15');
  await button(open, 'Save').click();
  await expect(row).toHaveAccessibleName(like('Attended part of it, 2 h 15 min'));
  expect(await monday(device)).toMatchObject({ state: 'attended_in_part', attended_minutes: 135 });

  for (const [words, state] of [
    ['Excused', 'excused'],
    ['Missed', 'missed'],
    ['Cancelled by the program', 'cancelled'],
  ]) {
    open = await openMonday(page);
    await open.getByRole('radio', { name: words }).check();
    await expect(minutes(open)).toHaveCount(0);
    await button(open, 'Save').click();
    await expect(row).toHaveAccessibleName(
      `Group therapy 6:00 – 9:00 pm · 3 h ${words} Talked about Fridays.`,
    );
    expect(await monday(device)).toMatchObject({
      state,
      attended_minutes: null,
      note: 'Talked about Fridays.',
    });
  }

  open = await openMonday(page);
  await open.getByRole('radio', { name: 'Attended', exact: true }).check();
  await open.getByLabel('What it is').selectOption('Individual counseling');
  await button(open, 'Save').click();
  await expect(said(page, 'Individual counseling: Attended, 3 h')).toBeVisible();
  await expect(row).toHaveAccessibleName(/^Individual counseling/);

  open = await openMonday(page, 'Individual counseling');
  await open.getByRole('radio', { name: 'No answer yet' }).check();
  await button(open, 'Save').click();
  await expect(row).toHaveAccessibleName(/Were you there\?/);
  expect(await monday(device)).toMatchObject({ state: 'planned', kind: 'individual' });
});

test('a drug test does not count toward the hours, and says so', async ({ page, device }) => {
  await goTo(page, 'Treatment');
  const open = await openMonday(page);
  await open.getByLabel('What it is').selectOption('Drug test');
  await expect(open.getByText('This does not count toward your hours.')).toBeVisible();
  await open.getByRole('radio', { name: 'Attended', exact: true }).check();
  await button(open, 'Save').click();
  await expect(said(page, 'Drug test: Attended')).toBeVisible();
  expect((await device.call('week', { of: null })).hours.attended).toBe(0);
});

test('what was logged can be taken back at once', async ({ page, device }) => {
  await goTo(page, 'Treatment');
  const open = await openMonday(page);
  await open.getByRole('radio', { name: 'Missed' }).check();
  await button(open, 'Save').click();
  await button(said(page, 'Group therapy: Missed'), 'Undo').click();
  await expect(card(page, 'Monday, January 26').getByRole('button')).toHaveAccessibleName(/Were you there\?/);
  expect((await monday(device)).state).toBe('planned');
});

test('of a session that lies ahead only what can be known is asked', async ({ page, device }) => {
  await goTo(page, 'Treatment');
  await button(page, 'Week after').click();
  await expect(page.getByRole('heading', { name: 'February 2 – February 8' })).toBeVisible();
  await card(page, 'Monday, February 2').getByRole('button').click();
  const open = sheet(page, 'Group therapy');
  const states = open.getByRole('group', { name: 'Do you know already?' }).getByRole('radio');
  await expect(states).toHaveCount(3);
  await open.getByRole('radio', { name: 'Cancelled by the program' }).check();
  await button(open, 'Save').click();
  await expect(said(page, 'Cancelled by the program')).toBeVisible();
  expect((await device.call('week', { of: '2026-02-02' })).sessions[0].state).toBe('cancelled');
  await button(page, 'Back to this week').click();
  await expect(page.getByRole('heading', { name: 'This week' })).toBeVisible();
});

test('a session outside the pattern is added, logged, deleted and brought back', async ({ page, device }) => {
  await goTo(page, 'Treatment');
  await button(page, 'Add a session').click();
  const adding = sheet(page, 'Add a session');
  await adding.getByLabel('What it is').selectOption('Family therapy');
  await expect(adding.getByLabel('Day', { exact: true })).toHaveValue('2026-01-31');
  await adding.getByLabel('Starts at').fill('09:00');
  await adding.getByLabel('minutes').fill('30');
  await adding.getByLabel('Private note').fill('Bring the list.');
  await button(adding, 'Add').click();
  await expect(said(page, 'Family therapy added, Sat, Jan 31, 9:00 am')).toBeVisible();

  const row = card(page, 'Today, Saturday, January 31').getByRole('button');
  await expect(row).toHaveAccessibleName(
    'Family therapy 9:00 – 10:30 am · 1 h 30 min Going on now Bring the list.',
  );
  await row.click();
  await sheet(page, 'Family therapy').getByRole('radio', { name: 'Attended', exact: true }).check();
  await button(sheet(page, 'Family therapy'), 'Save').click();
  await expect(said(page, 'Family therapy: Attended, 1 h 30 min')).toBeVisible();
  expect((await device.call('week', { of: null })).hours.attended).toBe(90);

  await row.click();
  await button(sheet(page, 'Family therapy'), 'Delete').click();
  await expect(row).toHaveCount(0);
  await button(said(page, 'Session deleted.'), 'Undo').click();
  await expect(row).toBeVisible();
});
