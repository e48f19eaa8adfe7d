import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, like, said, sheet, title } from '../harness/rooms.mjs';

test.use({ client: 'made-up' });

/** Minutes as the tables say them. */
function words(minutes) {
  const [h, min] = [Math.floor(minutes / 60), minutes % 60];
  return min === 0 ? `${h} h` : h === 0 ? `${min} min` : `${h} h ${min} min`;
}

async function openTab(page, name) {
  await goTo(page, 'Treatment');
  await page.getByRole('tab', { name }).click();
  await expect(page.getByRole('tabpanel', { name })).toBeVisible();
}

test('the bars and the table of hours hold the same numbers, for every week since the start', async ({
  page,
  device,
}) => {
  const { weeks, episodes } = await device.call('hours');
  await openTab(page, 'Hours');
  const pictures = page.getByRole('img', { name: 'Hours attended each week, against the target.' });
  const tables = page.getByRole('table');
  await expect(pictures).toHaveCount(2);
  await expect(tables).toHaveCount(2);

  // The newest level of care stands first.
  for (const [place, episode] of [...episodes].reverse().entries()) {
    const own = weeks.filter((week) => week.episode === episode.id);
    const table = tables.nth(place);
    const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
    await expect(rows).toHaveCount(own.length);
    for (const [at, week] of [...own].reverse().entries()) {
      await expect(rows.nth(at).getByRole('rowheader')).toContainText(String(week.number));
      const without = [
        week.missed && `${words(week.missed)} missed`,
        week.excused && `${words(week.excused)} excused`,
        week.made_up && `${words(week.made_up)} made up`,
        week.owed && `${words(week.owed)} to make up`,
      ];
      await expect(rows.nth(at).getByRole('cell')).toHaveText([
        words(week.attended),
        words(week.target),
        without.filter(Boolean).join(' ') || '–',
      ]);
    }

    // A bar's height is its part of the tallest, in the order of the weeks.
    const most = Math.max(
      ...own.map((week) => Math.max(week.attended + week.waiting + week.ahead, week.target)),
    );
    const bars = await pictures.nth(place).evaluate((picture) => {
      const bars = [...picture.querySelectorAll('[style*="--h:"]')];
      const columns = [...(bars[0]?.parentElement?.parentElement?.children ?? [])].filter(
        (one) => one.tagName === 'DIV',
      );
      return columns.map((column) =>
        bars
          .filter((bar) => bar.parentElement === column)
          .map((bar) => Number(bar.style.getPropertyValue('--h'))),
      );
    });
    const expected = own.map((week) =>
      [week.ahead, week.waiting, week.attended]
        .filter((minutes) => minutes > 0)
        .map((minutes) => minutes / most),
    );
    expect(bars.map((column) => column.map((part) => part.toFixed(4)))).toEqual(
      expected.map((column) => column.map((part) => part.toFixed(4))),
    );
  }
});

test('a week that steps down as planned is not shown as short', async ({ page }) => {
  await openTab(page, 'Hours');
  const now = page.getByRole('row', { name: /5 · now/ });
  await expect(now).toContainText('This week');
  await expect(page.getByRole('table').first()).not.toContainText(/fail/i);
});

test('the path shows what is behind, where the client is, and what comes next', async ({ page }) => {
  await openTab(page, 'Path');
  const here = page.getByRole('listitem').and(page.locator('[aria-current="step"]')).first();
  await expect(here).toContainText('Intensive outpatient');
  await expect(page.getByText('Week 5 of 10 · 5 weeks left').first()).toBeVisible();
  const current = card(page, 'Intensive outpatient').last();
  await expect(current).toContainText('January 5, 2026 – March 15, 2026');
  await expect(current).toContainText('9 h a week');
  await expect(current).toContainText('9 to under 20 h a week (ASAM 2.1, 3rd edition)');
  await expect(current.getByRole('link', { name: 'Call Cedar House' })).toHaveAttribute(
    'href',
    'tel:5550142',
  );
  await expect(card(page, 'Partial hospitalization')).toContainText('Completed');
});

test('days and times are changed from a day on, and the calendar follows', async ({ page, device }) => {
  await openTab(page, 'Path');
  await button(page, 'Change days').click();
  await expect(title(page, 'Change days and times')).toBeVisible();
  await page.getByLabel('From which day').fill('2026-02-05');
  await page.getByRole('checkbox', { name: 'Friday' }).uncheck();
  await page.getByRole('checkbox', { name: 'Thursday' }).check();
  await page.getByLabel('Starts at').fill('17:00');
  await button(page, 'Save').click();
  await expect(said(page, 'Your days are changed.')).toBeVisible();

  await page.getByRole('tab', { name: 'Calendar' }).click();
  await expect(card(page, 'Wednesday, February 4').getByRole('button')).toHaveAccessibleName(
    like('6:00 – 9:00 pm'),
  );
  await expect(card(page, 'Thursday, February 5').getByRole('button')).toHaveAccessibleName(
    like('5:00 – 8:00 pm'),
  );
  await expect(card(page, 'Friday, February 6')).toHaveCount(0);
  expect(
    (await device.call('week', { of: '2026-02-09' })).sessions.map(({ on, time }) => `${on} ${time}`),
  ).toEqual(['2026-02-09 17:00', '2026-02-11 17:00', '2026-02-12 17:00']);

  await button(said(page, 'Your days are changed.'), 'Undo').click();
  await expect(card(page, 'Friday, February 6')).toBeVisible();
});

test('the provider is written down and changed', async ({ page, device }) => {
  await openTab(page, 'Path');
  await button(card(page, 'Intensive outpatient').last(), 'Change').click();
  const open = sheet(page, 'Where you go');
  await open.getByLabel('Room or group').fill('Room 5');
  await open.getByLabel('Link to join online').fill('https://example.org/room5');
  await button(open, 'Save').click();
  await expect(said(page, 'Saved.')).toBeVisible();
  await goTo(page, 'Today');
  await expect(card(page, 'Group therapy · tomorrow, 6:00 pm')).toContainText('Cedar House, Room 5');
  await expect(page.getByRole('link', { name: 'Join' })).toHaveAttribute('href', 'https://example.org/room5');
  expect((await device.call('care')).episodes.at(-1).episode.provider.room).toBe('Room 5');
});

test('the next level of care is started, and the one before ends the day before', async ({
  page,
  device,
}) => {
  await openTab(page, 'Path');
  await button(page, 'Start the next level').click();
  await page.getByRole('button', { name: 'Weekly session' }).click();
  await page.getByLabel('First day').fill('2026-03-16');
  await button(page, 'Save my program').click();
  await expect(said(page, 'Your program is set.')).toBeVisible();
  const { episodes } = await device.call('care');
  expect(episodes.map(({ episode }) => [episode.level, episode.ends_on])).toEqual([
    ['partial_hospitalization', '2026-01-04'],
    ['intensive_outpatient', '2026-03-15'],
    ['outpatient', null],
  ]);
  await expect(card(page, 'Outpatient')).toBeVisible();

  await button(page, 'Delete Outpatient').click();
  await button(said(page, 'Outpatient deleted'), 'Undo').click();
  await expect(card(page, 'Outpatient')).toBeVisible();
});

test.describe('across the change of clocks', () => {
  test.use({ client: 'own', evenings: '2026-03-02', now: '2026-03-07T09:00' });

  test('a session keeps its hour on the clock', async ({ page, device }) => {
    await goTo(page, 'Treatment');
    await expect(card(page, 'Friday, March 6').getByRole('button')).toHaveAccessibleName(
      like('6:00 – 9:00 pm'),
    );
    await button(page, 'Week after').click();
    await expect(card(page, 'Monday, March 9').getByRole('button')).toHaveAccessibleName(
      like('6:00 – 9:00 pm'),
    );
    // An hour before it, on a clock that is an hour further from Greenwich than the week before.
    expect((await device.notifications()).scheduled[0]).toMatchObject({
      on: '2026-03-09',
      time: '17:00',
      at: '2026-03-09T21:00:00Z',
    });
  });
});
