import { button, card, goTo, goToMore, lockNow, said, title } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

test.use({ client: 'history' });

test('the language is changed at once, also for the lock screen, and taken back', async ({
  page,
  device,
}) => {
  await goToMore(page, 'Language and week');
  await page.getByRole('radio', { name: 'Español' }).check();
  await expect(title(page, 'Idioma y semana')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await button(said(page, 'Guardado.'), 'Deshacer').click();
  await expect(title(page, 'Language and week')).toBeVisible();

  await page.getByRole('radio', { name: 'Español' }).check();
  await expect(title(page, 'Idioma y semana')).toBeVisible();
  await device.restart();
  await expect(title(page, 'Hola de nuevo')).toBeVisible();
});

test('a week that starts on another day is counted from it', async ({ page }) => {
  // Monday's meeting belongs to the week of Tuesday before.
  await goTo(page, 'Groups');
  await expect(card(page, 'Program: 2 meetings a week')).toContainText('1 of 2 this week');
  await goToMore(page, 'Language and week');
  await page.getByLabel('Your week starts on').selectOption('Tuesday');
  await expect(said(page, 'Saved.')).toBeVisible();
  await goTo(page, 'Groups');
  await expect(card(page, 'Program: 2 meetings a week')).toContainText('0 of 2 this week');
  await goTo(page, 'Treatment');
  await expect(card(page, 'Wednesday, February 4')).toBeVisible();
  await expect(card(page, 'Monday, February 2')).toHaveCount(0);
});

test('the page says what the lock stops and what the lock cannot stop, without promising more', async ({
  page,
}) => {
  await goToMore(page, 'Privacy and lock');
  await expect(card(page, 'What it cannot stop')).toContainText('A court order.');
  await expect(page.getByText('This is your own record, not a clinic’s.')).toBeVisible();
  const said = await page.getByRole('main').innerText();
  expect(said).not.toMatch(/HIPAA|100\s*%/);
  await lockNow(page);
});
