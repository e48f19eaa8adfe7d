import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, said, sheet, title } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

async function open(page) {
  await goTo(page, 'Plan');
  await page.getByRole('button', { name: /^Aftercare/ }).click();
  await expect(title(page, 'Aftercare')).toBeVisible();
}

test.describe('a record with nothing in it', () => {
  test.use({ client: 'own', evenings: '2026-01-05' });

  test('what is kept up is noted from an idea, comes again, is changed and deleted', async ({
    page,
    device,
  }) => {
    const kept = async () => (await device.call('aftercare')).open.map((view) => view.entry);
    await open(page);
    await expectNoViolations(page, 'aftercare, empty');
    await button(page, 'Medication').click();
    const form = sheet(page, 'Add to my plan');
    await button(form, 'Refill my prescription').click();
    await form.getByLabel('Next step').fill('Call the pharmacy');
    await form.getByLabel('How often').selectOption('Every month');
    await button(form, 'Save').click();
    await expect(form.getByText('This is needed.')).toBeVisible();
    await expect(form.getByLabel('By when')).toBeFocused();
    await expectNoViolations(page, 'aftercare, refused');
    await form.getByLabel('By when').fill('2026-02-05');
    await button(form, 'Save').click();
    await expect(said(page, 'Saved.')).toBeVisible();
    expect(await kept()).toMatchObject([
      { area: 'medication', due_on: '2026-02-05', repeat: { every: 1, unit: 'month' } },
    ]);

    await button(page, 'Done: Refill my prescription').click();
    await expect(said(page, 'Next time: Thursday, March 5.')).toBeVisible();
    expect(await kept()).toMatchObject([{ due_on: '2026-03-05' }]);
    await button(page, 'Undo').click();
    await expect(page.getByText('Due Thursday')).toBeVisible();

    await page.getByRole('button', { name: /^Refill my prescription/ }).click();
    const change = sheet(page, 'Change');
    await change.getByLabel('How often').selectOption('Another rhythm');
    await change.getByLabel('Every', { exact: true }).fill('10');
    await change.getByLabel('Days, weeks, months or years').selectOption('days');
    await button(change, 'Save').click();
    await expect(page.getByText('Every 10 days')).toBeVisible();
    await page.getByRole('button', { name: /^Refill my prescription/ }).click();
    await button(change, 'Delete').click();
    await expect(page.getByText('What goes on after the program?')).toBeVisible();
    await button(page, 'Undo').click();
    await expect(page.getByText('Every 10 days')).toBeVisible();
  });

  test('a date that is none, a number out of bounds and a long text are refused where they stand', async ({
    page,
    device,
  }) => {
    await open(page);
    await button(page, 'Joy').click();
    const form = sheet(page, 'Add to my plan');
    await button(form, 'Save').click();
    await expect(form.getByText('This is needed.')).toBeVisible();
    await form.getByLabel('What I keep up').fill('x'.repeat(400));
    await form.getByLabel('By when').fill('0001-01-01');
    await button(form, 'Save').click();
    await expect(form.getByText('This is not a date.')).toBeVisible();
    await form.getByLabel('By when').fill('2026-02-05');
    await form.getByLabel('How often').selectOption('Another rhythm');
    const every = form.getByLabel('Every', { exact: true });
    for (const [typed, words] of [
      ['0', 'This number is too small.'],
      ['367', 'This number is too large.'],
      ['1.5', /./],
      ['-2', /./],
    ]) {
      await every.fill(typed);
      await button(form, 'Save').click();
      await expect(
        form.getByRole('alert').or(form.locator('.error')).filter({ hasText: words }).first(),
      ).toBeVisible();
      await expect(form.getByLabel('What I keep up')).toHaveValue(/^x+$/);
    }
    await button(form, 'Cancel').click();
    expect((await device.call('aftercare')).open).toEqual([]);
  });
});

test.describe('in the last two weeks of a program', () => {
  test.use({ client: 'own', evenings: '2026-01-05', now: '2026-03-09T09:00' });

  test('the list before leaving comes to the front, also on Today', async ({ page }) => {
    const today = page.getByRole('button', { name: /^Before I leave/ });
    await expect(today).toContainText('what is there to see to?');
    await today.click();
    const list = card(page, 'Before I leave');
    await expect(list).toContainText('Your program is planned to end on');
    await button(list, 'Set the first appointment for afterwards').click();
    await button(list, 'Choose the meetings I will go to').click();
    await expect(list.getByRole('checkbox')).toHaveCount(2);
    await list.getByRole('checkbox', { name: /^Set the first/ }).click();
    await expect(said(page, 'Noted as done.')).toBeVisible();
    await expect(list.getByRole('checkbox', { name: /^Set the first/ })).toBeChecked();
    await expectNoViolations(page, 'before leaving');
    await list.getByRole('checkbox', { name: /^Set the first/ }).click();
    await expect(said(page, 'It is open again.')).toBeVisible();
    await goTo(page, 'Today');
    await expect(today).toContainText('2 things left');
  });
});

test.describe('with the demo client’s life', () => {
  test.use({ client: 'made-up' });

  test('what is next stands on Today and is done in one tap, with Undo', async ({ page }) => {
    const aftercare = card(page, 'Aftercare');
    await expect(aftercare).toContainText('The river on Saturday morning');
    await button(aftercare, 'Done: The river on Saturday morning').click();
    await expect(said(page, 'Next time: Saturday, February 14.')).toBeVisible();
    await expect(aftercare).toContainText('Two meetings a week');
    await button(page, 'Undo').click();
    await expect(aftercare).toContainText('The river on Saturday morning');
  });

  test('it is read by area, done is folded away, and the weeks of treatment are counted', async ({
    page,
    device,
  }) => {
    const { treatment } = await device.call('milestones');
    await open(page);
    await expect(page.getByRole('heading', { level: 3 })).toHaveText([
      'Joy',
      'Support groups',
      'Medication',
      'Doctor',
      'Outpatient therapy',
    ]);
    await expectNoViolations(page, 'aftercare');
    const since = card(page, 'Since treatment began');
    await expect(since).toContainText(`${treatment.weeks} weeks`);
    await page.getByText('1 thing done').click();
    await button(page, 'Open again: Pay goes to Elena’s account first').click();
    await expect(said(page, 'It is open again.')).toBeVisible();
    await expect(page.getByRole('heading', { level: 3, name: 'Money' })).toBeVisible();
    await since.getByRole('button', { name: /^Days and chips/ }).click();
    await expect(title(page, 'Days and chips')).toBeVisible();
  });
});
