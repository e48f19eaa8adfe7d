import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, lockNow, said, sheet, title, unlock } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

test.use({ client: 'history' });

async function open(page) {
  await goTo(page, 'Today');
  await button(page, 'Over time').click();
  await page.getByRole('button', { name: /^Slips/ }).click();
  await expect(title(page, 'After a slip')).toBeVisible();
}

test('a slip is written down with its day alone, and leads on to the next step and to people', async ({
  page,
  device,
}) => {
  const before = (await device.call('recovery', { fellowship: null })).counters;
  await open(page);
  await expect(page.getByText('This can stop here.')).toBeVisible();
  await expectNoViolations(page, 'a slip');
  await button(page, 'Write it down').click();
  await expect(card(page, 'It is written down. This can stop here.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Call Jo' })).toBeVisible();
  await expectNoViolations(page, 'after a slip');
  expect((await device.call('slips')).slips).toMatchObject([{ on: '2026-02-03', time: null, what: '' }]);
  // Nothing begins anew that the client did not choose.
  expect((await device.call('recovery', { fellowship: null })).counters).toEqual(before);
  expect(await page.getByRole('main').innerText()).not.toMatch(/fail|relapse|lost|reset|shame/i);
  await button(page, 'What to do now, step by step').click();
  await expect(title(page, 'If I slipped')).toBeVisible();
});

test('what is chosen begins anew and all days before stay counted, and one Undo takes all of it back', async ({
  page,
  device,
}) => {
  await device.call('save_counter', {
    id: null,
    name: 'Alcohol',
    spans: [{ starts_on: '2025-12-05', ends_on: null }],
  });
  const [day] = (await device.call('check_ins', { from: '2026-02-02', to: '2026-02-02' })).check_ins;
  await open(page);
  await page.getByRole('radio', { name: 'Yesterday' }).check();
  await page.getByLabel('What it was').fill('Two beers');
  await page.getByLabel('What led to it').fill('Payday.');
  await page.getByLabel('Time').fill('22:30');
  await expect(page.getByText('All days before stay counted.')).toBeVisible();
  await page.getByRole('checkbox', { name: /^Alcohol/ }).check();
  await page.getByRole('checkbox', { name: 'My check-in of that day says so, too' }).check();
  await button(page, 'Write it down').click();
  await expect(said(page, 'Written down.')).toBeVisible();
  const alcohol = async () =>
    (await device.call('recovery', { fellowship: null })).counters.find((one) => one.counter.name === 'Alcohol');
  const used = async () =>
    (await device.call('check_ins', { from: '2026-02-02', to: '2026-02-02' })).check_ins[0].used;
  expect((await alcohol()).counter.spans).toHaveLength(2);
  expect((await alcohol()).days.counted).toBeGreaterThan(55);
  expect(await used()).toBe(true);

  await button(said(page, 'Written down.'), 'Undo').click();
  await expect(button(page, 'Write it down')).toBeVisible();
  expect((await device.call('slips')).slips).toEqual([]);
  expect((await alcohol()).counter.spans).toHaveLength(1);
  expect(await used()).toBe(day.used);
});

test('what was written down is changed and deleted, and what is half written survives a lock', async ({
  page,
  device,
}) => {
  await device.call('record_slip', {
    on: '2026-01-10',
    time: '22:30',
    what: 'Two beers',
    led_to_it: 'Payday.',
    note: '',
    counters: [],
    in_check_in: false,
  });
  await open(page);
  await page.getByLabel('What led to it').fill('I was tired and');
  await lockNow(page);
  await unlock(page);
  await open(page);
  await expect(page.getByLabel('What led to it')).toHaveValue('I was tired and');

  const before = card(page, 'Written down before');
  await before.getByRole('button').click();
  const form = sheet(page, 'What you wrote down');
  await form.getByLabel('What it was').fill('Three beers');
  await form.getByLabel('When').last().fill('2026-03-01');
  await button(form, 'Save').click();
  await expect(form.getByText('This lies in the future.')).toBeVisible();
  await expect(form.getByLabel('What it was')).toHaveValue('Three beers');
  await form.getByLabel('When').last().fill('2026-01-11');
  await expectNoViolations(page, 'a slip to change');
  await button(form, 'Save').click();
  await expect(before).toContainText('January 11, 2026');
  await expect(before).toContainText('Three beers');
  await before.getByRole('button').click();
  await button(form, 'Delete').click();
  await expect(before).toHaveCount(0);
  await button(said(page, 'Deleted.'), 'Undo').click();
  await expect(before).toContainText('Three beers');
});
