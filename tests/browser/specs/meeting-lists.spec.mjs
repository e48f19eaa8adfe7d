import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, said, sheet, title } from '../harness/rooms.mjs';
import { expectNoViolations } from '../harness/axe.mjs';

test.use({ client: 'own' });

/** A list as a local office gives it out: Tuesday is day 2. */
function list(change = (meetings) => meetings) {
  const meeting = (slug, name, day, time, more = {}) => ({
    slug,
    name,
    day,
    time,
    timezone: 'America/New_York',
    location: 'Grace Church',
    formatted_address: '12 Elm St, Albany, NY 12203, USA',
    ...more,
  });
  return JSON.stringify(
    change([
      meeting('dawn', 'Dawn Patrol', 2, '06:30', { types: ['O', 'X'] }),
      meeting('noon', 'Noon Step', 2, '12:00', { types: ['C', 'ST'] }),
      meeting('web', 'Web Group', 2, '20:00', {
        timezone: 'America/Los_Angeles',
        conference_url: 'https://zoom.us/j/5551234',
        types: ['ONL', 'O'],
      }),
      meeting('late', 'Night Owls', 3, '22:00'),
    ]),
  );
}

async function toLists(page) {
  await goTo(page, 'Groups');
  await page.getByRole('button', { name: /^Find a meeting/ }).click();
  await expect(title(page, 'Find a meeting')).toBeVisible();
  await button(page, 'Lists').click();
  await expect(title(page, 'Lists of meetings')).toBeVisible();
}

async function choose(page, device, text) {
  await device.offer('albany.json', text);
  await button(page, 'Choose a file').click();
}

async function takeIn(page, device, text) {
  await toLists(page);
  await choose(page, device, text);
  await page.getByLabel('Name of the list').fill('Albany');
  await page.getByLabel('Kind of group').selectOption('AA, Alcoholics Anonymous');
  await page.getByRole('button', { name: /^Take in \d+ meeting/ }).click();
  await expect(said(page, 'Taken in: Albany.')).toBeVisible();
}

test('a list is looked at before it is taken in, then searched by day, hour, place and kind', async ({ page, device }) => {
  await toLists(page);
  await choose(page, device, list());
  const found = page.getByRole('region', { name: 'In albany.json' });
  await expect(found).toContainText('Meeting Guide · 4 meetings');
  await expect(found).toContainText('Dawn Patrol');
  expect((await device.call('meeting_lists')).lists).toEqual([]);
  await expectNoViolations(page, 'a list before it is taken in');
  await page.getByLabel('Kind of group').selectOption('AA, Alcoholics Anonymous');
  await button(found, 'Take in 4 meetings').click();
  await expect(said(page, 'Taken in: albany.')).toBeVisible();

  await goTo(page, 'Groups');
  await page.getByRole('button', { name: /^Find a meeting/ }).click();
  // Today is a Tuesday; what is over for today is not offered.
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(page.getByRole('status').filter({ hasText: 'meetings' })).toHaveText('2 meetings');
  await expect(rows.first()).toContainText('Noon Step');
  await expect(rows.last()).toContainText('Web Group');
  // 8 pm on the other coast is 11 pm here.
  await expect(rows.last()).toContainText('11:00 pm');
  await page.getByLabel('When').selectOption('Any day');
  await expect(rows).toHaveCount(4);
  await page.getByText('Filters').click();
  await page.getByLabel('Time of day').selectOption('Morning');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Dawn Patrol');
  await expectNoViolations(page, 'found');
  await button(page, 'Clear all').click();
  await page.getByRole('radio', { name: 'Online' }).check();
  await expect(rows).toHaveCount(1);
  await button(page, 'Clear all').click();
  await page.getByLabel('Search').fill('nothing like it');
  await expect(page.getByText('No meeting fits')).toBeVisible();
  await button(page, 'Clear all').click();
  await expect(rows).toHaveCount(4);
});

test('what is found becomes a usual meeting, and a newer edition says what changed', async ({ page, device }) => {
  await takeIn(page, device, list());
  await goTo(page, 'Groups');
  await page.getByRole('button', { name: /^Find a meeting/ }).click();
  await page.getByRole('button', { name: /^Web Group/ }).click();
  const open = sheet(page, 'Web Group');
  await expect(open.getByRole('link', { name: 'Join' })).toHaveAttribute('href', 'https://zoom.us/j/5551234');
  await expectNoViolations(page, 'one meeting of a list');
  await button(open, 'Add to my usual meetings').click();
  await expect(said(page, 'Added to your usual meetings.')).toBeVisible();
  const [usual] = (await device.call('groups', { before: null })).usual;
  // Kept as the list has it, in the zone where it is held.
  expect(usual.meeting).toMatchObject({ weekday: 'tuesday', time: '20:00', zone: 'America/Los_Angeles' });
  expect(usual.next_time).toBe('23:00');

  await toLists(page);
  await choose(
    page,
    device,
    list((meetings) => meetings.filter(({ slug }) => slug !== 'web')),
  );
  await page.getByLabel('This is').selectOption('A newer edition of Albany');
  await expect(page.getByRole('row', { name: /^No longer in it/ })).toContainText('1');
  await expect(page.getByText('These usual meetings are not in it any more.')).toBeVisible();
  await page.getByRole('button', { name: /^Take in 3 meetings/ }).click();
  await expect(said(page, 'Taken in: Albany.')).toBeVisible();
  await goTo(page, 'Groups');
  await expect(page.getByText('The list does not have it any more.')).toBeVisible();
  await button(page, 'Keep mine').click();
  await expect(page.getByText('The list does not have it any more.')).toHaveCount(0);
  expect((await device.call('groups', { before: null })).usual).toHaveLength(1);

  await toLists(page);
  await button(page, 'Remove: Albany').click();
  await expect(said(page, 'The list is removed. Your usual meetings stay.')).toBeVisible();
  await button(said(page, 'The list is removed.'), 'Undo').click();
  await expect(button(page, 'Remove: Albany')).toBeVisible();
});

for (const [what, text, words] of [
  ['that is broken', '[{"name":"Dawn', 'This file is broken. Get it once more and try again.'],
  ['of something else', '{"songs":[1]}', 'This is no list of meetings that Handrail can read.'],
  ['with nothing in it', '[]', 'There is no meeting in this list.'],
]) {
  test(`a file ${what} is refused with words, and nothing changes`, async ({ page, device }) => {
    await toLists(page);
    await choose(page, device, text);
    await expect(page.getByText(words)).toBeVisible();
    expect((await device.call('meeting_lists')).lists).toEqual([]);
  });
}

test('markup and links that run in a list are words and nothing else', async ({ page, device }) => {
  await takeIn(
    page,
    device,
    list((meetings) => [
      { ...meetings[1], name: '<img src=x onerror=alert(1)>Noon', notes: 'javascript:alert(1)', conference_url: 'javascript:alert(1)' },
    ]),
  );
  await goTo(page, 'Groups');
  await page.getByRole('button', { name: /^Find a meeting/ }).click();
  await page.getByLabel('When').selectOption('Any day');
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  const open = page.getByRole('dialog');
  await expect(open.getByRole('heading', { level: 2 })).toBeVisible();
  await expect(open.locator('img')).toHaveCount(0);
  await expect(open.getByRole('link', { name: 'Join' })).toHaveCount(0);
});
