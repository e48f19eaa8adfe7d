import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, said, sheet } from '../harness/rooms.mjs';

/** The log's entries, the newest first. */
async function log(device) {
  const { weeks } = await device.call('groups', { before: null });
  return weeks.flatMap((week) => week.attendances);
}

test.describe('with nothing logged yet', () => {
  test.use({ client: 'own' });

  test('a meeting is logged in full: kind, when, how long, how, what I did there, topic and note', async ({
    page,
    device,
  }) => {
    await goTo(page, 'Groups');
    await expect(page.getByText('No meetings yet')).toBeVisible();
    await button(page, 'Log a meeting').first().click();
    const open = sheet(page, 'Log a meeting');
    // All of them, and the words that ask to choose.
    await expect(open.getByLabel('Kind of group').getByRole('option')).toHaveCount(19);
    await open.getByLabel('Kind of group').selectOption('SMART Recovery');
    await open.getByLabel('Name of the group').fill('Sunday tools');
    await open.getByLabel('Day', { exact: true }).fill('2026-02-01');
    await open.getByLabel('Starts at').fill('19:30');
    await open.getByLabel('hours').fill('1');
    await open.getByLabel('minutes').fill('30');
    await open.getByRole('radio', { name: 'Online' }).check();
    await open.getByRole('checkbox', { name: 'Shared' }).check();
    await open.getByRole('checkbox', { name: 'Did service' }).check();
    await open.getByLabel('What it was about').fill('Urges');
    await open.getByLabel('Private note').fill('Felt lighter after.');
    await button(open, 'Save').click();
    await expect(said(page, 'Logged: Sunday tools, Sun, Feb 1.')).toBeVisible();

    const been = card(page, 'Where I have been');
    await expect(been.getByRole('heading', { name: 'Last week' })).toBeVisible();
    await expect(been.getByRole('button', { name: /^Sunday tools/ })).toHaveAccessibleName(
      /^Sunday tools Sun, Feb 1, 7:30\spm · SMART Recovery · Online · Shared · Did service/,
    );
    await expect(card(page, 'Support groups')).toContainText('0 this week');
    await expect(card(page, 'Support groups')).toContainText('1 meeting in all');
    await been.getByText('How many').click();
    await expect(been.getByRole('table')).toContainText('SMART Recovery');
    expect(await log(device)).toMatchObject([
      {
        fellowship: 'smart_recovery',
        name: 'Sunday tools',
        on: '2026-02-01',
        time: '19:30',
        minutes: 90,
        mode: 'online',
        took: ['shared', 'service'],
        topic: 'Urges',
        note: 'Felt lighter after.',
      },
    ]);
  });

  test('a name without a space breaks everywhere, and Undo stays in sight', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await goTo(page, 'Groups');
    await button(page, 'Log a meeting').first().click();
    const open = sheet(page, 'Log a meeting');
    await open.getByLabel('Kind of group').selectOption('SMART Recovery');
    await open.getByLabel('Name of the group').fill('w'.repeat(100));
    await open.getByLabel('Starts at').fill('07:30');
    await open.getByLabel('Keep as a usual meeting').check();
    await button(open, 'Save').click();
    await expect(button(page, 'Undo')).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  test('what is missing is asked for, field by field, and nothing typed goes', async ({ page, device }) => {
    await goTo(page, 'Groups');
    await button(page, 'Log a meeting').first().click();
    const open = sheet(page, 'Log a meeting');
    await open.getByLabel('What it was about').fill('Gratitude');
    await button(open, 'Save').click();
    await expect(open.getByLabel('Kind of group')).toHaveAccessibleDescription('This is needed.');
    await expect(open.getByLabel('Kind of group')).toBeFocused();
    await open.getByLabel('Kind of group').selectOption('AA, Alcoholics Anonymous');
    await button(open, 'Save').click();
    await expect(open.getByLabel('Starts at')).toHaveAccessibleDescription('This is needed.');
    await open.getByLabel('Starts at').fill('07:00');
    await expect(open.getByLabel('What it was about')).toHaveValue('Gratitude');
    await button(open, 'Save').click();
    await expect(said(page, 'Logged: AA, today.')).toBeVisible();
    expect(await log(device)).toHaveLength(1);
  });

  test('a meeting is kept as a usual one, changed, and taken out again with what was logged left alone', async ({
    page,
    device,
  }) => {
    await goTo(page, 'Groups');
    await button(page, 'Log a meeting').first().click();
    const open = sheet(page, 'Log a meeting');
    await open.getByLabel('Kind of group').selectOption('NA, Narcotics Anonymous');
    await open.getByLabel('Name of the group').fill('Morning light');
    await open.getByLabel('Starts at').fill('07:00');
    await open.getByRole('checkbox', { name: 'Keep as a usual meeting' }).check();
    await button(open, 'Save').click();
    await expect(said(page, 'Logged: Morning light, today.')).toBeVisible();

    const usual = card(page, 'Usual meetings');
    await usual
      .getByRole('button', { name: /Morning light/ })
      .first()
      .click();
    const edit = sheet(page, 'Usual meeting');
    await edit.getByLabel('Where').fill('Oak Street');
    await edit.getByLabel('Starts at').fill('07:30');
    await button(edit, 'Save').click();
    await expect(said(page, 'Saved.')).toBeVisible();
    await expect(usual).toContainText('7:30 am');

    await usual
      .getByRole('button', { name: /Morning light/ })
      .first()
      .click();
    await button(sheet(page, 'Usual meeting'), 'Delete').click();
    await expect(said(page, 'Taken out of your usual meetings.')).toBeVisible();
    await expect(usual).not.toContainText('Morning light');
    expect(await log(device)).toHaveLength(1);
    await button(said(page, 'Taken out'), 'Undo').click();
    await expect(usual).toContainText('Morning light');
  });

  test('a number of meetings a week is asked, shown against what was done, and taken away', async ({
    page,
    device,
  }) => {
    await goTo(page, 'Groups');
    await page.getByRole('button', { name: /^What is asked of me/ }).click();
    await button(page, 'Add what is asked').first().click();
    const open = sheet(page, 'Add what is asked');
    await open.getByLabel('Who asks').selectOption('Court');
    await open.getByLabel('How many').fill('3');
    await open.getByLabel('From when').fill('2026-02-02');
    await open.getByRole('checkbox', { name: 'What is left moves on' }).check();
    await button(open, 'Save').click();
    await expect(said(page, 'Saved.')).toBeVisible();
    const standing = card(page, 'Court: 3 meetings a week');
    await expect(standing).toContainText('0 of 3 this week');
    await expect(standing).toContainText('3 to go by Sunday');
    await goTo(page, 'Groups');

    await device.call('record_attendance', {
      fellowship: 'aa',
      name: '',
      on: '2026-02-02',
      time: '19:00',
      minutes: 60,
      mode: 'phone',
      took: [],
      topic: '',
      note: '',
    });
    await expect(standing).toContainText('1 of 3 this week');
    await goTo(page, 'Today');
    await expect(card(page, 'Support groups')).toContainText('1 of 3 this week');

    // The week after, what was left is asked in addition.
    await device.clock('2026-02-09T09:00');
    await page.getByLabel('Passphrase', { exact: true }).fill('three steps and a rail');
    await button(page, 'Unlock').click();
    await goTo(page, 'Groups');
    await expect(standing).toContainText('0 of 3 this week, 2 to make up');

    await page.getByRole('button', { name: /^What is asked of me/ }).click();
    await standing.getByText('Week by week').click();
    await expect(standing.getByRole('row').last()).toContainText('Feb 2');
    await button(page, 'Edit: Court: 3 meetings a week').click();
    await button(sheet(page, 'What is asked'), 'Delete').click();
    await expect(said(page, 'It is not asked any more.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Nothing is asked' })).toBeVisible();
    expect((await device.call('groups', { before: null })).requirements).toEqual([]);
  });
});

test.describe('on the evening of a usual meeting', () => {
  test.use({ client: 'made-up', now: '2026-02-03T21:00' });

  test('the meeting just over is logged in two taps, and taken back in one', async ({ page, device }) => {
    const before = (await log(device)).length;
    await button(page.getByRole('navigation', { name: 'Rooms' }), 'Groups').click();
    await button(card(page, 'Tuesday Night'), 'I was there').click();
    await expect(said(page, 'Logged: Tuesday Night, today.')).toBeVisible();
    expect((await log(device))[0]).toMatchObject({
      name: 'Tuesday Night',
      fellowship: 'aa',
      on: '2026-02-03',
      time: '19:30',
      minutes: 60,
      mode: 'in_person',
    });

    await button(said(page, 'Logged: Tuesday Night'), 'Undo').click();
    await expect(button(card(page, 'Tuesday Night'), 'I was there')).toBeVisible();
    expect(await log(device)).toHaveLength(before);
  });

  test('from Today it is one tap', async ({ page, device }) => {
    await button(page, 'I was there: Tuesday Night').click();
    await expect(said(page, 'Tuesday Night is in your log.')).toBeVisible();
    expect((await log(device))[0]).toMatchObject({ name: 'Tuesday Night', on: '2026-02-03' });
  });
});

test.describe('with weeks of meetings', () => {
  test.use({ client: 'made-up' });

  test('the log goes by week, with this week and the total counted', async ({ page }) => {
    await goTo(page, 'Groups');
    const been = card(page, 'Where I have been');
    for (const week of [
      'This week',
      'Last week',
      'Week of January 19',
      'Week of January 12',
      'Week of January 5',
    ]) {
      await expect(been.getByRole('heading', { name: week, exact: true })).toBeVisible();
    }
    await expect(card(page, 'Program: 2 meetings a week')).toContainText('1 of 2 this week, 1 to make up');
    await been.getByText('How many').click();
    await expect(been.getByRole('row').last()).toHaveText(/8$/);
  });

  test('an entry is changed, deleted and brought back', async ({ page, device }) => {
    await goTo(page, 'Groups');
    const been = card(page, 'Where I have been');
    const entry = been.getByRole('button', { name: /^Lunch Hour/ });
    await entry.click();
    const open = sheet(page, 'This meeting');
    await expect(open.getByLabel('What it was about')).toHaveValue('Asking for help');
    await open.getByLabel('What it was about').fill('Patience');
    await open.getByRole('checkbox', { name: 'Chaired' }).check();
    await button(open, 'Save').click();
    await expect(entry).toHaveAccessibleName(/Listened · Chaired/);
    expect((await log(device))[0]).toMatchObject({ topic: 'Patience', took: ['listened', 'chaired'] });

    await entry.click();
    await button(sheet(page, 'This meeting'), 'Delete').click();
    await expect(entry).toHaveCount(0);
    await button(said(page, 'Deleted.'), 'Undo').click();
    await expect(entry).toBeVisible();
    expect((await log(device))[0]).toMatchObject({ name: 'Lunch Hour', topic: 'Patience' });
  });

  test('a usual meeting fills the form of another day', async ({ page, device }) => {
    await goTo(page, 'Groups');
    await button(page, 'Log a meeting').first().click();
    const open = sheet(page, 'Log a meeting');
    await button(open, 'Saturday Online').click();
    await expect(open.getByLabel('Kind of group')).toHaveValue('smart_recovery');
    await open.getByLabel('Day', { exact: true }).fill('2026-01-24');
    await button(open, 'Save').click();
    await expect(said(page, 'Logged: Saturday Online, Sat, Jan 24.')).toBeVisible();
    expect((await log(device)).filter(({ on }) => on === '2026-01-24')).toMatchObject([
      { name: 'Saturday Online', mode: 'online' },
    ]);
  });
});
