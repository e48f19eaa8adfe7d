import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, said, sheet, title } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

async function open(page) {
  await goTo(page, 'Plan');
  await page.getByRole('button', { name: /^Mooring lines/ }).click();
  await expect(title(page, 'Mooring lines')).toBeVisible();
}

/** Ticks a line, as a thumb does. */
const tick = (where, name) => where.getByRole('checkbox', { name, exact: true }).click();

test.describe('a record with nothing in it', () => {
  test.use({ client: 'own', evenings: '2026-01-05' });

  test('lines are chosen from ideas and own words, ordered, changed, and one goes', async ({
    page,
    device,
  }) => {
    const texts = async () => (await device.call('mooring')).lines.map((line) => line.text);
    await open(page);
    await expectNoViolations(page, 'mooring lines, empty');
    await button(page, 'Choose my lines').click();
    const form = sheet(page, 'My lines');
    await expect(form).toContainText('“Stay positive” is not');
    await button(form, 'In bed by 11').click();
    await button(form, 'Two meetings a week').click();
    await button(form, 'Another line').click();
    await form.getByLabel('Line 3').fill('Feed the dog at seven');
    await expect(form).toContainText('You have 3. Four to six work well.');
    await button(form, 'Another line').click();
    await form.getByLabel('Line 4').fill('Call Ruth');
    await button(form, 'Move up: Call Ruth').click();
    await expectNoViolations(page, 'mooring lines, being chosen');
    await button(form, 'Save').click();
    await expect(said(page, 'Saved.')).toBeVisible();
    expect(await texts()).toEqual([
      'In bed by 11',
      'Two meetings a week',
      'Call Ruth',
      'Feed the dog at seven',
    ]);

    await button(page, 'Change my lines').click();
    await button(form, 'Remove: Two meetings a week').click();
    await button(form, 'Save').click();
    await expect(card(page, 'My lines')).toContainText('You have 3.');
    expect(await texts()).toEqual(['In bed by 11', 'Call Ruth', 'Feed the dog at seven']);
    await button(page, 'Undo').click();
    await expect(card(page, 'My lines')).toContainText('Two meetings a week');
  });

  test('too many lines are said at once and refused, and nothing typed is lost', async ({ page, device }) => {
    const lines = Array.from({ length: 12 }, (_, i) => ({ text: `Line no. ${i + 1}` }));
    await device.call('save_mooring_lines', { lines });
    await open(page);
    await button(page, 'Change my lines').click();
    const form = sheet(page, 'My lines');
    await button(form, 'Another line').click();
    await form.getByLabel('Line 13').fill('x'.repeat(300));
    await expect(form.getByText('12 at most. Take some off, then save.')).toBeVisible();
    await button(form, 'Save').click();
    await expect(form.getByText('12 at most. Take some off, then save.')).toBeVisible();
    await expectNoViolations(page, 'mooring lines, too many');
    await button(form, 'Close').click();
    await button(page, 'Change my lines').click();
    await expect(form.getByLabel('Line 13')).toHaveValue('x'.repeat(300));
    await button(form, 'Remove: Line no. 1').click();
    await button(form, 'Save').click();
    await expect(said(page, 'Saved.')).toBeVisible();
    expect((await device.call('mooring')).lines).toHaveLength(12);
  });
});

test.describe('with the demo client’s life', () => {
  test.use({ client: 'made-up' });

  test('a week is gone through with a tick for each, and Undo takes it back', async ({ page, device }) => {
    await open(page);
    await expectNoViolations(page, 'mooring lines');
    const week = card(page, 'Which of them held?');
    for (const name of ['In bed by 11', 'Call Jo before work', 'Two meetings a week', 'Gym on Thursday'])
      await tick(week, name);
    await button(week, 'Save the week').click();
    await expect(said(page, '4 of 5 held')).toBeVisible();
    await expect(card(page, '4 of 5 held')).toContainText('Not this time: Breakfast with Mia on school days');
    await expect(button(card(page, '4 of 5 held'), 'Change: week of Feb 2')).toBeFocused();
    expect((await device.call('mooring')).weeks[0]).toMatchObject({ gone_through: true, held: 4 });
    await button(page, 'Undo').click();
    await expect(card(page, 'Which of them held?')).toBeVisible();
  });

  test('an earlier week is gone through once more, from the table', async ({ page, device }) => {
    await open(page);
    const row = page.getByRole('row', { name: /Jan 19/ });
    await expect(row).toContainText('3 of 5');
    await button(row, 'Change: week of Jan 19').click();
    const form = sheet(page, 'Week of Jan 19');
    await tick(form, 'In bed by 11');
    await expectNoViolations(page, 'an earlier week');
    await button(form, 'Save the week').click();
    await expect(row).toContainText('4 of 5');
    await expect(row).toContainText('Not that week: Gym on Thursday');
    expect((await device.call('mooring')).weeks[2].held).toBe(4);
  });

  test('a line that went keeps what was ticked of it, and this week asks about the others', async ({
    page,
    device,
  }) => {
    const { lines } = await device.call('mooring');
    await device.call('save_mooring_week', { on: '2026-02-03', held: lines.map((line) => line.id) });
    await device.call('save_mooring_lines', { lines: lines.slice(1).map(({ id, text }) => ({ id, text })) });
    await open(page);
    await expect(page.getByRole('row', { name: /Jan 19/ })).toContainText('In bed by 11');
    await button(card(page, '5 of 5 held'), 'Change: week of Feb 2').click();
    const form = sheet(page, 'Week of Feb 2');
    await expect(form.getByRole('checkbox')).toHaveCount(4);
    await button(form, 'Save the week').click();
    await expect(said(page, '4 of 4 held')).toBeVisible();
  });

  test('drift leads to the warning signs and to people with one tap', async ({ page, device }) => {
    const { lines } = await device.call('mooring');
    await device.call('save_mooring_week', { on: '2026-02-03', held: lines.slice(2).map((line) => line.id) });
    await open(page);
    const drift = card(page, '2 lines did not hold');
    await expect(drift).toContainText('This week: In bed by 11 · Call Jo before work.');
    await expectNoViolations(page, 'drift');
    await button(drift, 'My warning signs').click();
    await expect(page.getByRole('heading', { name: 'Warning signs', exact: true })).toBeFocused();
    await expect(page.getByRole('heading', { name: 'Warning signs', exact: true })).toBeInViewport();
    await page.goBack();
    await button(card(page, '2 lines did not hold'), 'My people').click();
    await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeInViewport();
    await page.goBack();
    await button(card(page, '2 lines did not hold'), 'Help now').click();
    await expect(title(page, 'Mooring lines')).toHaveCount(0);
  });
});
