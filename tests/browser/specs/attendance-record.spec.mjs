import { readFile } from 'node:fs/promises';
import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, said, sheet, title } from '../harness/rooms.mjs';

async function open(page) {
  await goTo(page, 'Groups');
  await page.getByRole('button', { name: /^Attendance record/ }).click();
  await expect(title(page, 'Attendance record')).toBeVisible();
}

/** Where the file went, as the page says it. */
async function placeSaid(page, ending) {
  const words = page.getByRole('status').getByText(ending);
  await expect(words).toBeVisible();
  return (await words.textContent()).trim().replace(/^Saved: /, '');
}

test.describe('with weeks of meetings', () => {
  test.use({ client: 'made-up' });

  test('the pages are shown as they will be, and follow what is chosen', async ({ page, device }) => {
    const visit = { fellowship: 'na', name: 'Lunch Hour', time: '12:15', minutes: 60, mode: 'in_person', took: [] };
    await device.call('record_attendance', { ...visit, on: '2026-02-01', topic: '', note: 'Solo para mí' });
    await open(page);
    const first = page.getByRole('group', { name: 'Page 1 of 1' });
    await expect(first).toContainText('Lunch Hour');
    await expect(first).not.toContainText('Tuesday Night');
    await page.getByLabel('Dates', { exact: true }).selectOption('Last 90 days');
    await expect(first).toContainText('Tuesday Night');
    await page.getByLabel('Name or initials').fill('J. R.');
    await expect(first).toContainText('J. R.');
    await page.getByText('More about it').click();
    await page.getByRole('checkbox', { name: 'NA', exact: true }).check();
    await expect(first).not.toContainText('Tuesday Night');
    await page.getByRole('radio', { name: 'Español' }).check();
    await expect(first).toContainText('Registro de asistencia');
    // A note leaves the device only if asked.
    await expect(first).not.toContainText('Solo para mí');
    await page.getByRole('checkbox', { name: 'Show my private notes' }).check();
    await expect(first).toContainText('Notas');
    await expect(first).toContainText('Solo para mí');
  });

  test('it is saved as a PDF and as a table', async ({ page }) => {
    await open(page);
    await button(page, 'Save as PDF').click();
    const pdf = await readFile(await placeSaid(page, /\.pdf$/));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await button(page, 'Save as table (CSV)').click();
    expect(await readFile(await placeSaid(page, /\.csv$/), 'utf8')).toContain('Lunch Hour');
  });

  test('dates that end before they begin are refused in words, where they stand', async ({ page }) => {
    await open(page);
    await page.getByLabel('Dates', { exact: true }).selectOption('Other dates');
    await page.getByLabel('First day').fill('2026-02-02');
    await page.getByLabel('Last day').fill('2026-01-02');
    await expect(page.getByLabel('Last day')).toHaveAccessibleDescription(/./);
    await page.getByLabel('Last day').fill('2026-02-03');
    await expect(page.getByLabel('Last day')).toHaveAccessibleDescription('');
    await expect(page.getByRole('group', { name: 'Page 1 of 1' })).toContainText('Lunch Hour');
  });

  test('what is printed are the pages and nothing else', async ({ page }) => {
    await open(page);
    await expect(page.getByRole('group', { name: 'Page 1 of 1' })).toContainText('Lunch Hour');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('group', { name: 'Page 1 of 1' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeHidden();
    await expect(button(page, 'Print')).toBeHidden();
    await expect(page.getByText('Made-up data')).toBeHidden();
    await expect(page.getByRole('heading', { name: /^Preview/ })).toBeHidden();
  });

  test('someone of the group signs on the screen, and the signature is on the paper until it is removed', async ({
    page,
    device,
  }) => {
    await goTo(page, 'Groups');
    const entry = card(page, 'Where I have been').getByRole('button', { name: /^Lunch Hour/ });
    await entry.click();
    const form = sheet(page, 'This meeting');
    await form.getByText('Someone of the group can sign here').click();
    await form.getByLabel('Their first name or initials').fill('Ana');
    const pad = form.getByRole('img', { name: /./ });
    await pad.scrollIntoViewIfNeeded();
    const box = await pad.boundingBox();
    await page.mouse.move(box.x + 40, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 20, { steps: 5 });
    await page.mouse.move(box.x + 150, box.y + box.height - 20, { steps: 5 });
    await page.mouse.up();
    await button(form, 'Save').click();
    await expect(said(page, 'Saved.')).toBeVisible();

    await page.getByRole('button', { name: /^Attendance record/ }).click();
    const first = page.getByRole('group', { name: 'Page 1 of 1' });
    await expect(first).toContainText('Ana');
    await expect(first.locator('polyline')).toHaveCount(1);

    await goTo(page, 'Groups');
    await entry.click();
    await expect(form.getByText('Signed by Ana')).toBeVisible();
    await button(form, 'Remove the signature').click();
    await expect(said(page, 'The signature is removed.')).toBeVisible();
    const { weeks } = await device.call('groups', { before: null });
    expect(weeks[0].attendances[0]).toMatchObject({ name: 'Lunch Hour', signed: false });
  });
});

test.describe('with nothing logged', () => {
  test.use({ client: 'own' });

  test('the paper says that nothing is recorded', async ({ page }) => {
    await open(page);
    await expect(page.getByText('No meetings in these days.')).toBeVisible();
    await expect(page.getByRole('group', { name: 'Page 1 of 1' })).toBeVisible();
  });
});
