import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, said, sheet, title } from '../harness/rooms.mjs';

/** What became of the sessions of this week, in order. */
async function week(device) {
  const { sessions } = await device.call('week', { of: null });
  return sessions.map(({ state, attended_minutes: minutes }) => [state, minutes]);
}

/** The week's hours, as the picture's heading says them. */
function reached(page, words) {
  return page.getByRole('heading', { level: 2, name: words, exact: true });
}

test.describe('on the Saturday after the first week', () => {
  test.use({ client: 'own', evenings: '2026-01-26', now: '2026-01-31T10:00' });

  test('yes, part and no each answer a session with a tap or two, and the week follows', async ({
    page,
    device,
  }) => {
    await expect(reached(page, '0 h of 9 h this week')).toBeVisible();
    await expect(page.getByText('If you were there, this week comes to 9 h.')).toBeVisible();

    await page
      .getByRole('button', { name: 'Yes, I was there: Group therapy, Mon, Jan 26, 6:00 – 9:00 pm' })
      .click();
    await expect(said(page, 'Group therapy: Attended, 3 h')).toBeVisible();
    await expect(reached(page, '3 h of 9 h this week')).toBeVisible();

    await page.getByRole('button', { name: 'Part of it: Group therapy, Wed, Jan 28' }).click();
    await button(sheet(page, 'How long were you there?'), '2 hours').click();
    await expect(said(page, 'Group therapy: Attended part of it, 2 h')).toBeVisible();
    await expect(reached(page, '5 h of 9 h this week')).toBeVisible();

    await page.getByRole('button', { name: 'No: Group therapy, Yesterday' }).click();
    await sheet(page, 'What happened?').getByRole('button', { name: 'I was excused' }).click();
    await expect(said(page, 'Group therapy: Excused')).toBeVisible();
    await expect(page.getByText('Were you there?')).toHaveCount(0);
    await expect(page.getByText('No sessions left this week. You have 5 h.')).toBeVisible();
    expect(await week(device)).toEqual([
      ['attended', 180],
      ['attended_in_part', 120],
      ['excused', null],
    ]);
  });

  test('every answer can be taken back', async ({ page, device }) => {
    const yes = page.getByRole('button', { name: 'Yes, I was there: Group therapy, Mon, Jan 26' });
    await yes.click();
    await expect(reached(page, '3 h of 9 h this week')).toBeVisible();
    await button(said(page, 'Group therapy'), 'Undo').click();
    await expect(reached(page, '0 h of 9 h this week')).toBeVisible();

    await page.getByRole('button', { name: 'Part of it: Group therapy, Mon, Jan 26' }).click();
    const length = sheet(page, 'How long were you there?').getByRole('group', { name: 'Another length' });
    await length.getByLabel('hours').fill('1');
    await length.getByLabel('minutes').fill('10');
    await button(sheet(page, 'How long were you there?'), 'Save').click();
    await expect(reached(page, '1 h 10 min of 9 h this week')).toBeVisible();
    await button(said(page, 'Group therapy'), 'Undo').click();
    await expect(reached(page, '0 h of 9 h this week')).toBeVisible();

    await page.getByRole('button', { name: 'No: Group therapy, Mon, Jan 26' }).click();
    await sheet(page, 'What happened?').getByRole('button', { name: 'I missed it' }).click();
    await expect(yes).toHaveCount(0);
    await button(said(page, 'Group therapy'), 'Undo').click();
    await expect(yes).toBeVisible();
    expect(await week(device)).toEqual([
      ['planned', null],
      ['planned', null],
      ['planned', null],
    ]);
  });

  test('a session that the program cancelled counts neither for nor against the week', async ({
    page,
    device,
  }) => {
    await page.getByRole('button', { name: 'No: Group therapy, Yesterday' }).click();
    await sheet(page, 'What happened?').getByRole('button', { name: 'The program cancelled it' }).click();
    await expect(said(page, 'Group therapy: Cancelled by the program')).toBeVisible();
    expect((await week(device)).at(-1)).toEqual(['cancelled', null]);
  });
});

test.describe('after two weeks without an answer', () => {
  test.use({ client: 'own', evenings: '2026-01-19', now: '2026-01-31T10:00' });

  test('three questions stand on Today, and the others one tap away', async ({ page }) => {
    await expect(page.getByText('Were you there?')).toHaveCount(3);
    await button(page, '3 more to answer').click();
    await expect(title(page, 'Were you there?')).toBeVisible();
    const yes = page.getByRole('button', { name: /^Yes, I was there/ });
    for (let left = 6; left > 0; left--) {
      await expect(yes).toHaveCount(left);
      await yes.first().click();
    }
    await expect(page.getByText('All answered')).toBeVisible();
    await button(page, 'Back').click();
    await expect(reached(page, '9 h of 9 h this week')).toBeVisible();
    await expect(page.getByText('You have your 9 h for this week.')).toBeVisible();
  });
});

test.describe('in the fifth week', () => {
  test.use({ client: 'made-up' });

  test('the week is one picture that a screen reader can read, and says what is possible', async ({
    page,
  }) => {
    await expect(
      page.getByRole('img', { name: '3 hours of 9 hours attended. 2 sessions still possible.' }),
    ).toBeVisible();
    await expect(page.getByText('Attend both sessions left and this week reaches 9 h.')).toBeVisible();
  });

  test('what is next comes with a call and the way there', async ({ page }) => {
    const next = card(page, 'Group therapy · tomorrow, 6:00 pm');
    await expect(next).toContainText('Cedar House, Room 2');
    await expect(next.getByRole('link', { name: 'Call Cedar House' })).toHaveAttribute('href', 'tel:5550142');
    await expect(next.getByRole('link', { name: 'Directions' })).toHaveAttribute(
      'href',
      /^geo:.*214%20Cedar%20Street/,
    );
  });

  test('a check-in takes a tap to begin, is kept, and can be changed and taken back', async ({
    page,
    device,
  }) => {
    const ask = card(page, 'How are you today?');
    await button(ask, 'Good').click();
    const open = sheet(page, 'Check-in');
    await expect(open.getByRole('radio', { name: 'Good', exact: true })).toBeChecked();
    await open.getByLabel('Craving').fill('3');
    await button(open, 'Tired').click();
    await button(open, '7 hours').click();
    await open.getByRole('radio', { name: 'No', exact: true }).check();
    await open.getByLabel('Note').fill('Walked home by the river.');
    await button(open, 'Save').click();
    await expect(said(page, 'Check-in saved.')).toBeVisible();
    const done = card(page, 'Check-in').getByRole('button').first();
    await expect(done).toHaveAccessibleName('Good Craving 3 of 10 · Tired · Slept 7 h');
    expect((await device.call('today')).check_in).toMatchObject({
      mood: 4,
      craving: 3,
      tired: true,
      sleep_minutes: 420,
      used: false,
      note: 'Walked home by the river.',
    });

    await done.click();
    await expect(sheet(page, 'Check-in').getByLabel('Note')).toHaveValue('Walked home by the river.');
    await button(sheet(page, 'Check-in'), 'Delete').click();
    await expect(ask).toBeVisible();
    await button(said(page, 'Check-in deleted.'), 'Undo').click();
    await expect(done).toBeVisible();
  });

  test('More and Lock stand at the top, and Today is one tap from every room', async ({ page }) => {
    for (const room of ['Treatment', 'Groups', 'Plan', 'More']) {
      await goTo(page, room);
      await goTo(page, 'Today');
    }
    await expect(button(page, 'Lock')).toBeVisible();
  });
});
