import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, said, sheet, title } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

const DAY = {
  craving: 2,
  hungry: false,
  angry: false,
  lonely: false,
  tired: true,
  sleep_minutes: 420,
  used: false,
  note: '',
};

/** What the charts and lists behind the card show. */
async function overTime(page) {
  await button(page, 'Over time').click();
  await expect(title(page, 'Check-ins')).toBeVisible();
}

/** A record that Handrail saved, with so many days checked in, back from today. */
function withDays(saved, count) {
  const record = JSON.parse(saved);
  record.check_ins = Array.from({ length: count }, (_, i) => ({
    id: `00000000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`,
    check_in: {
      ...DAY,
      on: new Date(Date.UTC(2026, 1, 3 - i)).toISOString().slice(0, 10),
      mood: 1 + (i % 5),
      note: 'A day like others.',
    },
  }));
  return JSON.stringify(record);
}

test.describe('with nothing told yet', () => {
  test.use({ client: 'own' });

  test('there is one thing to do, and an earlier day is told too', async ({ page, device }) => {
    await overTime(page);
    await expect(page.getByText('No check-ins yet')).toBeVisible();
    await expectNoViolations(page, 'no check-ins');
    await button(page.getByRole('main'), 'Add a check-in').last().click();
    const open = sheet(page, 'Check-in');
    await open.getByRole('radio', { name: 'Yesterday' }).check();
    await open.getByRole('radio', { name: 'Good', exact: true }).check();
    await button(open, 'Save').click();
    await expect(said(page, 'Check-in saved.')).toBeVisible();
    await expect(card(page, 'How I was')).toBeVisible();
    await expect(card(page, 'Day by day').getByRole('button', { name: /^Mon, Feb 2 · Good/ })).toBeVisible();
    expect((await device.call('check_ins', { from: '2026-02-02', to: '2026-02-02' })).check_ins).toHaveLength(1);
  });

  test('a day in the future is refused, and the words go along to the day that was meant', async ({
    page,
    device,
  }) => {
    await button(card(page, 'How are you today?'), 'Good').click();
    const open = sheet(page, 'Check-in');
    await open.getByRole('radio', { name: 'Another day' }).check();
    const day = open.getByLabel('Which day').last();
    await day.fill('2026-03-03');
    await expect(open.getByText('This lies in the future.')).toBeVisible();
    await open.getByRole('radio', { name: 'Okay', exact: true }).check();
    await open.getByLabel('Note').fill('Slept at my sister’s.');
    await button(open, 'Save').click();
    await expect(open.getByRole('alert').filter({ hasText: 'This lies in the future.' })).toBeVisible();
    await expect(open.getByLabel('Note')).toHaveValue('Slept at my sister’s.');
    await day.fill('2026-01-30');
    await expect(open.getByLabel('Note')).toHaveValue('Slept at my sister’s.');
    await expect(open.getByRole('radio', { name: 'Okay', exact: true })).toBeChecked();
    await button(open, 'Save').click();
    await expect(said(page, 'Check-in saved.')).toBeVisible();
    const { check_ins } = await device.call('check_ins', { from: '2026-01-01', to: '2026-12-31' });
    expect(check_ins).toMatchObject([{ on: '2026-01-30', mood: 3, note: 'Slept at my sister’s.' }]);
  });
});

test.describe('with the demo client’s life', () => {
  test.use({ client: 'history' });

  test('weeks and months have pictures and the same numbers as tables, beside what was attended', async ({
    page,
  }) => {
    await overTime(page);
    const how = card(page, 'How I was');
    await expect(how.getByRole('img', { name: /^Mood, over time/ })).toBeVisible();
    await expect(card(page, 'What I went to')).toContainText('One need not cause the other.');
    await expectNoViolations(page, 'check-ins over time');
    await how.getByText('The same as a table').click();
    await card(page, 'What I went to').getByText('The same as a table').click();
    await expect(how.getByRole('row')).toHaveCount(13);
    await expect(how.getByRole('columnheader').first()).toHaveText('Week of');
    await expectNoViolations(page, 'check-ins as tables');
    await page.getByRole('radio', { name: '12 months' }).check();
    await expect(how.getByRole('columnheader').first()).toHaveText('Month');
    await expect(how.getByRole('row')).toHaveCount(13);
    await page.getByRole('radio', { name: 'All' }).check();
    await expect(how.getByRole('rowheader').first()).toHaveText('February 2026');
  });

  test('a day is changed and deleted from the list, and Undo brings it back', async ({ page }) => {
    await overTime(page);
    const days = card(page, 'Day by day');
    await button(days, 'Earlier month').click();
    await expect(days).toContainText('January 2026');
    const last = days.getByRole('button', { name: /^Sat, Jan 31/ });
    await last.click();
    const open = sheet(page, 'Check-in');
    await open.getByRole('radio', { name: 'Very good', exact: true }).check();
    await button(open, 'Save').click();
    await expect(days.getByRole('button', { name: /^Sat, Jan 31 · Very good/ })).toBeVisible();
    await last.click();
    await button(open, 'Delete').click();
    await expect(last).toHaveCount(0);
    await expect(title(page, 'Check-ins')).toBeFocused();
    await button(said(page, 'Check-in deleted.'), 'Undo').click();
    await expect(last).toBeVisible();
  });

  test('nothing on the screen says that one thing causes another, or that it is good or bad', async ({ page }) => {
    await overTime(page);
    await expect(card(page, 'How I was')).toBeVisible();
    expect(await page.getByRole('main').innerText()).not.toMatch(/because|severe|mild|better|worse|streak/i);
  });
});

test.describe('with ten thousand days', () => {
  test.use({ client: 'own' });

  test('the charts and the list are there as before', async ({ page, device, saved }) => {
    await device.call('import_record', { text: withDays(saved, 10_000) });
    await goTo(page, 'Today');
    await overTime(page);
    await expect(card(page, 'How I was')).toBeVisible();
    await page.getByRole('radio', { name: 'All' }).check();
    await expect(page.getByText('The last 11 years are shown here.')).toBeVisible();
    // A month at a time, however many there are.
    await expect(card(page, 'Day by day').getByRole('listitem')).toHaveCount(3);
    expect(await page.locator('*').count()).toBeLessThan(2_500);
  });
});
