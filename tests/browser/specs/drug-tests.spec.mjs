import { test, expect } from '../harness/test.mjs';
import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, like, said, sheet, title, unlock } from '../harness/rooms.mjs';

// A Tuesday, with care since Monday.
test.use({ client: 'own', now: '2026-01-06T09:00', evenings: '2026-01-05' });

const EVERY_DAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const BLUE = {
  name: 'Blue',
  phone: '555-0199',
  opens: '05:00',
  closes: '17:00',
  weekdays: EVERY_DAY,
  starts_on: '2026-01-05',
};

async function openTests(page) {
  await goTo(page, 'Treatment');
  await page.getByRole('tab', { name: 'More' }).click();
  await page.getByRole('button', { name: /^Drug tests/ }).click();
  await expect(title(page, 'Drug tests')).toBeVisible();
}

test('a line is added, and Today asks for the call while it is open', async ({ page, device }) => {
  await openTests(page);
  await expect(page.getByText(/some programs test at random/i)).toBeVisible();
  await expectNoViolations(page, 'drug tests, empty');
  await page.getByRole('main').getByRole('button', { name: 'Add a line to call' }).last().click();
  const form = sheet(page, 'Add a line to call');
  await form.getByLabel('Your color or number').fill('Blue');
  await form.getByLabel('Phone of the line').fill('555-0199');
  // Without hours it is refused, and all that was typed stays.
  await button(form, 'Save').click();
  await expect(form.getByLabel('Opens at')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Opens at').fill('05:00');
  await form.getByLabel('Closes at').fill('17:00');
  await form.getByRole('checkbox', { name: 'Saturday' }).uncheck();
  await form.getByRole('checkbox', { name: 'Sunday' }).uncheck();
  await expectNoViolations(page, 'a line');
  await button(form, 'Save').click();
  await expect(card(page, 'Call the line today')).toContainText('Mon, Tue, Wed, Thu, Fri');
  const { lines } = await device.call('drug_tests');
  expect(lines[0].line.weekdays).toEqual(EVERY_DAY.slice(0, 5));

  await goTo(page, 'Today');
  const asked = card(page, 'Call the line today');
  await expect(asked).toContainText(like('Open until 5:00 pm'));
  await expect(asked.getByRole('link', { name: 'Call Blue' })).toHaveAttribute('href', 'tel:5550199');
  await expectNoViolations(page, 'Today with a line');
  // One tap.
  await button(asked, 'Not up').click();
  await expect(card(page, 'Called: not up')).toBeVisible();
  await expect(said(page, 'Saved.')).toBeVisible();
  await expect(button(card(page, 'Called: not up'), 'Change the answer')).toBeFocused();
  await button(page, 'Undo').click();
  await expect(card(page, 'Call the line today')).toBeVisible();
});

test.describe('at closing time', () => {
  test.use({ now: '2026-01-06T16:59' });
  test('Today says by itself that the hours are over, and takes an answer still', async ({
    page,
    device,
  }) => {
    await device.call('save_call_line', BLUE);
    await page.reload();
    await expect(card(page, 'Call the line today')).toBeVisible();
    await device.clock('2026-01-06T17:00');
    const over = card(page, 'Not logged');
    await expect(over).toContainText(like('It closed at 5:00 pm'));
    await button(over, 'Not up').click();
    await expect(card(page, 'Called: not up')).toBeVisible();
  });
});

test('up today asks for the time and puts the test into the calendar', async ({ page, device }) => {
  await device.call('save_call_line', BLUE);
  await page.reload();
  await button(card(page, 'Call the line today'), 'Up today').click();
  const form = sheet(page, 'Up today');
  await button(form, 'Save').click();
  await expect(form.getByLabel('Test due by')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('Test due by').fill('15:30');
  await expectNoViolations(page, 'up today');
  await button(form, 'Save').click();
  await expect(card(page, 'Up today')).toContainText(like('Test due by 3:30 pm'));
  const { next } = await device.call('today');
  expect([next.session.kind, next.session.ends]).toEqual(['drug_test', '15:30']);

  // Said otherwise, the test goes again.
  await button(card(page, 'Up today'), 'Change the answer').click();
  await button(card(page, 'Up today'), 'Not up').click();
  await expect(card(page, 'Called: not up')).toBeVisible();
  expect((await device.call('drug_tests')).tests).toEqual([]);
});

test('a result is told, hidden until it is asked for, and hidden again', async ({ page, device }) => {
  await device.call('add_session', {
    kind: 'drug_test',
    on: '2026-01-05',
    time: '08:30',
    minutes: 15,
    note: '',
  });
  await openTests(page);
  await page.getByRole('button', { name: like('Add result, Yesterday, 8:30 am') }).click();
  const form = sheet(page, 'Drug test, Mon, Jan 5');
  await form.getByRole('radio', { name: 'Expected, because prescribed' }).check();
  const medicines = form.getByLabel('Prescribed medicines that may show');
  await medicines.fill('Buprenorphine');
  // The lock by key comes from anywhere: what was typed waits behind it.
  await page.keyboard.press('Control+L');
  await unlock(page);
  await openTests(page);
  await page.getByRole('button', { name: like('Add result, Yesterday, 8:30 am') }).click();
  await expect(medicines).toHaveValue('Buprenorphine');
  await expectNoViolations(page, 'a result to tell');
  await button(form, 'Save').click();
  await expect(said(page, 'Saved.')).toBeVisible();

  const show = page.getByRole('button', {
    name: like('Show result, Yesterday, 8:30 am'),
  });
  const result = page.getByText('Expected, because prescribed');
  await expect(show).toHaveAttribute('aria-expanded', 'false');
  // Not merely covered: it is not in the page at all, nor in its title or in any label.
  expect(await page.content()).not.toMatch(/Expected|Buprenorphine/);
  await show.click();
  await expect(result).toBeVisible();
  await expect(page.getByText('Buprenorphine')).toBeVisible();
  await expectNoViolations(page, 'a result that is shown');
  expect(await page.title()).not.toMatch(/Expected|test/);
  await button(page, 'Hide result').click();
  await expect(result).toHaveCount(0);
  await show.click();
  await expect(result).toBeVisible();
  await goTo(page, 'Today');
  await openTests(page);
  await expect(show).toBeVisible();
  await expect(result).toHaveCount(0);
  const notices = JSON.stringify(await device.notifications());
  expect(notices).not.toMatch(/expected|negative|positive|dilute/i);
});

test.describe('after months', () => {
  test.use({ now: '2026-06-02T09:00' });
  test('the log is changed, added to and goes back in pages', async ({ page, device }) => {
    const { id } = await device.call('save_call_line', BLUE);
    for (const on of ['2026-01-06', '2026-06-01']) await device.call('log_call', { line: id, on, up: false });
    await openTests(page);
    const calls = card(page, 'Calls');
    await expect(calls.getByRole('listitem')).toHaveCount(1);
    await button(page, 'Show earlier').click();
    await expect(calls.getByRole('listitem')).toHaveCount(2);
    await expect(button(page, 'Show earlier')).toHaveCount(0);
    await expectNoViolations(page, 'drug tests');

    await calls.getByRole('button', { name: /^Yesterday/ }).click();
    const form = sheet(page, 'Change a call');
    await form.getByRole('radio', { name: 'Up', exact: true }).check();
    await form.getByLabel('Test due by').fill('16:00');
    await expectNoViolations(page, 'a call');
    await button(form, 'Save').click();
    await expect(calls.getByRole('button', { name: /^Yesterday Up$/ })).toBeVisible();
    await expect(card(page, 'Tests').getByRole('listitem')).toHaveCount(1);

    await button(page, 'Log a call').click();
    await sheet(page, 'Log a call').getByLabel('Day').fill('2026-05-29');
    await button(sheet(page, 'Log a call'), 'Save').click();
    await expect(calls.getByRole('listitem')).toHaveCount(3);
    await calls.getByRole('button', { name: /^Fri, May 29/ }).click();
    await button(sheet(page, 'Change a call'), 'Delete').click();
    await expect(calls.getByRole('listitem')).toHaveCount(2);
    await button(page, 'Undo').click();
    await expect(calls.getByRole('listitem')).toHaveCount(3);
  });
});

test('a line is changed and deleted, and its tests stay', async ({ page, device }) => {
  const { id } = await device.call('save_call_line', BLUE);
  await device.call('log_call', { line: id, up: true, due_by: '15:30' });
  await openTests(page);
  await button(page, 'Change the line: Blue').click();
  const form = sheet(page, 'Change the line');
  await form.getByLabel('Last day').fill('2026-01-01');
  await button(form, 'Save').click();
  await expect(form.getByLabel('Last day')).toHaveAttribute('aria-invalid', 'true');
  await button(form, 'Delete').click();
  await expect(said(page, 'The line is deleted.')).toBeVisible();
  await expect(card(page, 'Calls')).toHaveCount(0);
  await expect(card(page, 'Coming up').getByRole('listitem')).toHaveCount(1);
});

test.describe('in the night', () => {
  test.use({ now: '2026-01-07T01:00' });
  test('the hours stand for the day on which the line opened, past midnight too', async ({
    page,
    device,
  }) => {
    await device.call('save_call_line', {
      ...BLUE,
      opens: '20:00',
      closes: '02:00',
    });
    await page.reload();
    const asked = card(page, 'Call the line today');
    await expect(asked).toContainText(like('Open until 2:00 am'));
    await button(asked, 'Up today').click();
    await sheet(page, 'Up today').getByLabel('Test due by').fill('09:00');
    await button(sheet(page, 'Up today'), 'Save').click();
    await expect(card(page, 'Up today')).toContainText(like('Test due by 9:00 am'));
    const { calls } = await device.call('drug_tests');
    expect(calls[0].on).toBe('2026-01-06');
  });
});
