import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, said, sheet } from '../harness/rooms.mjs';

test.use({ client: 'own' });

async function behind(page, name) {
  await goTo(page, 'Groups');
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
}

test('days are counted from a recovery date, with the chips that are reached, in the colors of the group', async ({
  page,
  device,
}) => {
  await behind(page, 'Days and chips');
  await button(page, 'Set a recovery date').click();
  const form = sheet(page, 'Set a recovery date');
  await form.getByLabel('What is counted').fill('Alcohol');
  await form.getByLabel('From', { exact: true }).fill('2025-12-05');
  await button(form, 'Save').click();
  const alcohol = card(page, 'Alcohol');
  // December 5 is day 0: 27 days of December and 33 of what came after.
  await expect(alcohol).toContainText('60 days');
  await expect(alcohol.getByRole('listitem').first()).toContainText('Feb 3');

  await page.getByText('Colors of this group').click();
  await page.getByLabel('1 month').selectOption('Pink');
  await expect(said(page, 'Saved.')).toBeVisible();
  const { colors } = await device.call('recovery', { fellowship: null });
  expect(colors.filter(({ chosen }) => chosen)).toMatchObject([{ color: 'pink' }]);
});

test('a slip in between keeps the days before it', async ({ page, device }) => {
  await device.call('save_counter', {
    id: null,
    name: '',
    spans: [{ starts_on: '2025-12-05', ends_on: null }],
  });
  await behind(page, 'Days and chips');
  await button(page, 'Edit: Days').click();
  const form = sheet(page, 'Count of days');
  await form.getByLabel(/^To\b/).fill('2026-01-24');
  await button(form, 'Add a span').click();
  const from = form.getByLabel('From', { exact: true });
  await expect(from).toHaveCount(2);
  await from.last().fill('2026-01-27');
  await button(form, 'Save').click();
  const days = card(page, 'Days');
  await expect(days).toContainText('7 days');
  await expect(days).toContainText('of the last');
  const { counters } = await device.call('recovery', { fellowship: null });
  expect(counters[0].days).toMatchObject({ current: 7 });
  expect(counters[0].days.counted).toBeGreaterThan(50);
});

test('sponsor, steps and service are kept, and a step is finished in one tap', async ({ page, device }) => {
  await behind(page, 'Sponsor, steps and service');
  await button(page, 'Add a sponsor').click();
  const sponsor = sheet(page, 'Add a sponsor');
  await sponsor.getByLabel('Kind of group').selectOption('AA, Alcoholics Anonymous');
  await sponsor.getByLabel('Name', { exact: true }).fill('Ruth');
  await sponsor.getByLabel('Phone').fill('555-0114');
  await button(sponsor, 'Save').click();
  await expect(page.getByRole('link', { name: /Ruth/ }).first()).toHaveAttribute('href', /^tel:/);

  await button(page, 'Add a step').click();
  const step = sheet(page, 'Add a step');
  await step.getByLabel('Kind of group').selectOption('AA, Alcoholics Anonymous');
  await step.getByLabel('Step, tool or point').fill('4');
  await button(step, 'Save').click();
  await button(page, 'Finished today: step 4').click();
  await expect(button(page, 'Finished today: step 4')).toHaveCount(0);
  expect((await device.call('step_work')).steps).toMatchObject([{ step: 4, ends_on: '2026-02-03' }]);

  await button(page, 'Add service').click();
  const service = sheet(page, 'Add service');
  await service.getByLabel('Kind of group').selectOption('AA, Alcoholics Anonymous');
  await service.getByLabel('What I do').fill('Coffee');
  await button(service, 'Save').click();
  await expect(page.getByRole('button', { name: /^Coffee/ })).toBeVisible();
});
