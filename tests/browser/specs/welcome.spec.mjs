import { test, expect } from '../harness/test.mjs';
import { button, card, goToMore, sheet, title } from '../harness/rooms.mjs';
import { PASSPHRASE } from '../harness/device.mjs';

/** The recovery key's groups as they stand on the screen. */
async function keyShown(page, name) {
  const groups = page.getByRole('list', { name, exact: true }).getByRole('listitem');
  await expect(groups).toHaveCount(9);
  // Each group is there twice: spelled for a screen reader, and whole for the eye.
  return (await groups.allTextContents()).map((text) => text.replaceAll(/\s/g, '').slice(-4));
}

test('the first screen loads its own words and no room; the rest follows when it is wanted', async ({
  page,
}) => {
  const loaded = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const of = (name) => loaded.filter((path) => path.includes(`/${name}-`)).map((path) => path.split('-')[1]);
  await page.reload();
  await expect(title(page, 'Hello. This is Handrail.')).toBeVisible();
  expect(of('words')).toEqual(['en']);
  expect(of('house')).toEqual([]);
  await page.getByRole('radio', { name: 'Español' }).check();
  await expect(title(page, 'Hola. Esto es Handrail.')).toBeVisible();
  expect(of('words')).toEqual(['en', 'es']);
  await expect.poll(() => of('house')).not.toEqual([]);
});

test('a client starts in English and comes to Today with a program and a key that is written down', async ({
  page,
  device,
}) => {
  await expect(title(page, 'Hello. This is Handrail.')).toBeVisible();
  await expect(page.getByText('Nothing leaves this device. No account, no network.')).toBeVisible();
  await page.getByRole('radio', { name: 'English' }).check();
  await button(page, 'Start').click();

  await expect(title(page, 'Choose a passphrase')).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await button(page, 'Next').click();

  await expect(title(page, 'Write down your recovery key')).toBeVisible();
  const groups = await keyShown(page, 'Recovery key');
  expect(groups.join('-')).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){8}$/);
  await page.getByLabel('Check your copy').fill('0000');
  await button(page, 'I wrote it down').click();
  await expect(
    page.getByText('One of the letters or numbers does not fit. Check what you typed.'),
  ).toBeVisible();
  await page.getByLabel('Check your copy').fill(groups.at(-1).toLowerCase());
  await button(page, 'I wrote it down').click();

  await expect(title(page, 'Your program')).toBeVisible();
  for (const program of [
    'Evening program',
    'Morning program',
    'Five-day program',
    /Partial hospitalization Day program/,
    'Weekly session',
    'Step-down program',
    'My own schedule',
  ]) {
    await expect(page.getByRole('button', { name: program })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Evening program' }).click();

  await expect(title(page, 'Evening program')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Friday' }).uncheck();
  await page.getByRole('checkbox', { name: 'Thursday' }).check();
  await page.getByLabel('Starts at').fill('17:30');
  await page.getByLabel('First day').fill('2026-02-02');
  await page.getByRole('button', { name: /^Time zone/ }).click();
  await sheet(page, 'Time zone').getByLabel('Search for a city').fill('chicago');
  await sheet(page, 'Time zone')
    .getByRole('button', { name: /^Chicago/ })
    .click();
  await button(page, 'Save my program').click();

  await expect(title(page, 'A reminder before sessions?')).toBeVisible();
  await expect(page.getByText('You have something at 6:00 pm.')).toBeVisible();
  await page.getByLabel('How long before').selectOption('30 minutes');
  await button(page, 'Go to Today').click();

  await expect(title(page, 'Today')).toBeVisible();
  await expect(page.getByText('Tuesday, February 3 · week 1 of 10')).toBeVisible();
  await expect(card(page, 'Group therapy · tomorrow, 5:30 pm')).toBeVisible();
  await expect(button(page, 'Show me how')).toBeHidden();
  const { preferences } = await device.call('settings');
  expect(preferences).toMatchObject({
    language: 'en',
    recovery_key_kept: true,
  });
  const { rules } = await device.call('reminder_rules');
  expect(rules.find(({ source }) => source === 'session')).toMatchObject({
    on: true,
    leads: [{ kind: 'before', minutes: 30 }],
  });
  const { episodes } = await device.call('care');
  expect(episodes[0].episode).toMatchObject({
    level: 'intensive_outpatient',
    starts_on: '2026-02-02',
    zone: 'America/Chicago',
  });
  expect(episodes[0].slots.map((slot) => `${slot.weekday} ${slot.time}`)).toEqual([
    'monday 17:30',
    'wednesday 17:30',
    'thursday 17:30',
  ]);
});

test('a client starts in Spanish and everything speaks it, up to Today', async ({ page, device }) => {
  await page.getByRole('radio', { name: 'Español' }).check();
  await expect(title(page, 'Hola. Esto es Handrail.')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await button(page, 'Empezar').click();

  await expect(title(page, 'Elige una frase de acceso')).toBeVisible();
  await page.getByLabel('Frase de acceso', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Otra vez la misma').fill(PASSPHRASE);
  await button(page, 'Siguiente').click();

  await expect(title(page, 'Anota tu clave de recuperación')).toBeVisible();
  const groups = await keyShown(page, 'Clave de recuperación');
  await page.getByLabel('Revisa tu copia').fill(groups.at(-1));
  await button(page, 'Ya la anoté').click();

  await page.getByRole('button', { name: 'Programa de tarde' }).click();
  await page.getByLabel('Primer día').fill('2026-02-02');
  await button(page, 'Guardar mi programa').click();

  await expect(title(page, '¿Un recordatorio antes de las sesiones?')).toBeVisible();
  await button(page, 'Ir a Hoy').click();

  await expect(title(page, 'Hoy')).toBeVisible();
  await expect(page.getByText('Martes, 3 de febrero · semana 1 de 10')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Secciones' })).toBeVisible();
  expect((await device.call('settings')).preferences).toMatchObject({
    language: 'es',
    recovery_key_kept: true,
  });
  await device.restart();
  await expect(title(page, 'Hola de nuevo')).toBeVisible();
});

test('each step after the passphrase can be skipped and done later', async ({ page }) => {
  await button(page, 'Start').click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('The same again').fill(PASSPHRASE);
  await button(page, 'Next').click();
  await button(page, 'I will do it later').click();
  await button(page, 'Skip for now').click();
  await button(page, 'Skip for now').click();

  await expect(title(page, 'Today')).toBeVisible();
  await expect(page.getByText('Start with your week')).toBeVisible();

  // The program, later.
  await button(page, 'Set up my program').click();
  await page.getByRole('button', { name: 'Morning program' }).click();
  await button(page, 'Save my program').click();
  await expect(title(page, 'Today')).toBeVisible();
  await expect(card(page, 'Group therapy · today, 9:00 am')).toBeVisible();

  // The recovery key, later.
  await expect(card(page, 'Write down your recovery key')).toBeVisible();
  await button(page, 'Show me how').click();
  await button(page, 'Make a recovery key').click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await button(page, 'Show the new key').click();
  const groups = await keyShown(page, 'Recovery key');
  await page.getByLabel('Check your copy').fill(groups.at(-1));
  await button(page, 'I wrote it down').click();
  await expect(page.getByText('Your copy is right. Keep it safe.')).toBeVisible();

  // The reminder, later.
  await goToMore(page, 'Reminders');
  const list = card(page, 'The next seven days');
  await expect(list.getByText('You have something at 9:00 am.').first()).toBeVisible();
});

test('a passphrase that is too short or not the same twice is worded, and no record is made', async ({
  page,
  device,
}) => {
  await button(page, 'Start').click();
  const first = page.getByLabel('Passphrase', { exact: true });
  await first.fill('short');
  await page.getByLabel('The same again').fill('short');
  await button(page, 'Next').click();
  await expect(first).toHaveAccessibleDescription(/This is too short\./);
  await expect(first).toBeFocused();

  await first.fill(PASSPHRASE);
  await page.getByLabel('The same again').fill('three steps and a mile');
  await button(page, 'Next').click();
  await expect(page.getByLabel('The same again')).toHaveAccessibleDescription('The two are not the same.');
  await expect(first).toHaveValue(PASSPHRASE);
  expect((await device.call('status')).phase).toBe('new');
});

test('looking around shows a made-up life, and leaving it leads back to the start', async ({
  page,
  device,
}) => {
  await button(page, 'Look around with made-up data').click();
  await expect(title(page, 'Today')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Made-up data' })).toBeVisible();
  await expect(page.getByText('Tuesday, February 3 · week 5 of 10')).toBeVisible();
  await expect(card(page, 'Family therapy')).toBeVisible();
  for (const room of ['Treatment', 'Groups', 'Plan']) {
    await button(page.getByRole('navigation', { name: 'Rooms' }), room).click();
    await expect(page.getByRole('complementary', { name: 'Made-up data' })).toBeVisible();
  }
  await button(page.getByRole('complementary', { name: 'Made-up data' }), 'Leave').click();
  await expect(title(page, 'Hello. This is Handrail.')).toBeVisible();
  expect(await device.call('status')).toMatchObject({ phase: 'new', demo: false });
});
