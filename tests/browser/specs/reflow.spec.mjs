import { button, card, goTo, goToMore, sheet, title } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

const SHAPES = [
  ['320 px', (page) => page.setViewportSize({ width: 320, height: 640 })],
  ['twice the text size', (page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%'))],
];

/** Says what of the screen reaches further than the window is wide. Nothing may. */
async function expectItFits(page, screen) {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const page = document.scrollingElement.scrollWidth;
    const sheets = [...document.querySelectorAll('dialog[open]')].filter(
      (sheet) => sheet.scrollWidth > sheet.clientWidth,
    );
    return { page: Math.max(0, page - width), sheets: sheets.length };
  });
  expect.soft(wide, screen).toEqual({ page: 0, sheets: 0 });
}

/** Says which rooms of the bar are not whole in the window, each with its name on one line. None may. */
async function expectTheBarIsWhole(page, screen) {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('nav li button')]
      .filter((room) => room.getClientRects().length > 0)
      .filter((room) => {
        const name = document.createRange();
        name.selectNodeContents(room.querySelector('.name'));
        const { left, right } = name.getBoundingClientRect();
        const whole = left >= 0 && right <= document.documentElement.clientWidth;
        return !whole || name.getClientRects().length > 1;
      })
      .map((room) => room.textContent.trim()),
  );
  expect.soft(cut, screen).toEqual([]);
}

/** Through every room and its longest forms. */
async function everyRoom(page) {
  await expect(card(page, 'Family therapy')).toBeVisible();
  await expectItFits(page, 'today');
  await button(card(page, 'How are you today?'), 'Okay').click();
  await expect(sheet(page, 'Check-in').getByLabel('Note')).toBeVisible();
  await expectItFits(page, 'check-in');
  await button(sheet(page, 'Check-in'), 'Close').click();
  await goTo(page, 'Treatment');
  await card(page, 'Monday, February 2').getByRole('button').click();
  await expectItFits(page, 'session');
  await button(sheet(page, 'Group therapy'), 'Close').click();
  for (const tab of ['Calendar', 'Hours', 'Path']) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByRole('tabpanel', { name: tab })).toBeVisible();
    await expectItFits(page, tab);
  }
  await button(page, 'Change days').click();
  await expect(title(page, 'Change days and times')).toBeVisible();
  await expectItFits(page, 'change of days');
  await goTo(page, 'Groups');
  await expect(card(page, 'Where I have been')).toBeVisible();
  await expectItFits(page, 'groups');
  await button(page, 'Log a meeting').first().click();
  await expectItFits(page, 'log');
  await button(sheet(page, 'Log a meeting'), 'Close').click();
  for (const place of ['Find a meeting', 'What is asked of me', 'Attendance record', 'Days and chips', 'Sponsor, steps']) {
    await page.getByRole('button', { name: new RegExp(`^${place}`) }).click();
    await expect(page.getByRole('heading', { level: 1, name: new RegExp(`^${place}`) })).toBeVisible();
    await expectItFits(page, place);
    await goTo(page, 'Groups');
  }
  await goTo(page, 'Plan');
  await expect(card(page, 'My reasons')).toBeVisible();
  await expectItFits(page, 'plan');
  await button(page, 'Edit: People').click();
  await expectItFits(page, 'people being edited');
  await goTo(page, 'Help now');
  await expect(page.getByRole('link', { name: 'Call Jo' })).toBeVisible();
  await expectItFits(page, 'hard moment');
  await page.getByRole('button', { name: 'If I slipped' }).click();
  await expectItFits(page, 'after a slip');
  await button(page, 'Back').click();
  await button(page, 'Close').click();
  await goTo(page, 'More');
  await expectItFits(page, 'more');
  for (const screen of [
    'Reminders',
    'Privacy and lock',
    'Backup',
    'Move records',
    'Language and week',
    'About Handrail',
  ]) {
    await goToMore(page, screen);
    await expectItFits(page, screen);
  }
  await goToMore(page, 'Reminders');
  await button(page, 'New reminder of my own').click();
  await page.getByLabel('How often').selectOption('Another rhythm');
  await expectItFits(page, 'reminder of one’s own');
  await button(page, 'Back').click();
  await button(page, 'Quiet hours').click();
  await page.getByRole('radio', { name: 'Day by day' }).check();
  await page.getByRole('switch', { name: 'Monday' }).check();
  await expectItFits(page, 'quiet hours');
  await button(page, 'Back').click();
  await button(page, 'What reminds').click();
  await expect(card(page, 'Treatment')).toBeVisible();
  await expectItFits(page, 'what reminds');
  await page.getByRole('button', { name: /^Sessions/ }).click();
  await button(page, 'Add a time').click();
  await page.getByRole('radio', { name: 'On a day before' }).check();
  await expectItFits(page, 'another time');
  await button(sheet(page, 'Another time'), 'Close').click();
}

test.describe('in a full record', () => {
  test.use({ client: 'made-up' });

  for (const [how, shape] of SHAPES) {
    test(`nothing reaches beyond the edge at ${how}`, async ({ page }) => {
      await shape(page);
      await everyRoom(page);
    });
  }

  test('the bar is whole on every phone at twice the text size that the system says', async ({ page }) => {
    await page.evaluate(() => document.documentElement.style.setProperty('--text-scale', '2'));
    await expect(page.locator('html')).toHaveCSS('font-size', '32px');
    for (const width of [320, 360, 390]) {
      await page.setViewportSize({ width, height: 640 });
      await expectTheBarIsWhole(page, `${width} px`);
      await expectItFits(page, `${width} px`);
    }
  });
});

test.describe('in a list to choose from', () => {
  test.use({ client: 'history' });

  test('a long name that is chosen is read whole', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await goTo(page, 'Groups');
    await button(page, 'Log a meeting').first().click();
    const kind = sheet(page, 'Log a meeting').getByLabel('Kind of group');
    const height = async (name) => {
      await kind.selectOption(name);
      return (await kind.boundingBox()).height;
    };
    const one = await height('LifeRing');
    // Three lines and more.
    await kind.evaluate((select) =>
      select.options[1].append(' with a name that goes on, and on, and on, to no end'),
    );
    expect(await height({ index: 1 })).toBeGreaterThan(one + 40);
    await expectItFits(page, 'a long name');
  });
});

test.describe('where a record is opened, copied and destroyed', () => {
  test.use({ client: 'history' });

  const BEHIND = {
    Backup: ['Make a backup', 'Bring back a backup', 'Copies kept by Handrail'],
    'Privacy and lock': ['Change passphrase', 'PIN', 'What lies where', 'Destroy everything'],
  };
  for (const [how, shape] of SHAPES) {
    test(`nothing reaches beyond the edge at ${how}`, async ({ page }) => {
      await shape(page);
      for (const [screen, names] of Object.entries(BEHIND)) {
        for (const name of names) {
          await goToMore(page, screen);
          await expectItFits(page, screen);
          await page.getByRole('button', { name }).first().click();
          await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
          await expectItFits(page, name);
        }
      }
    });
  }
});

test.describe('in Spanish, whose words are longer', () => {
  test.use({ client: 'history' });

  for (const [how, shape] of SHAPES) {
    test(`nothing reaches beyond the edge at ${how}`, async ({ page, device }) => {
      const { preferences } = await device.call('settings');
      const { week_starts_on, lock_after_minutes } = preferences;
      await device.call('save_settings', { week_starts_on, lock_after_minutes, language: 'es' });
      await expect(title(page, 'Hoy')).toBeVisible();
      await shape(page);
      await expectItFits(page, 'Hoy');
      const rooms = page.getByRole('navigation', { name: 'Secciones' });
      for (const room of ['Tratamiento', 'Grupos', 'Plan', 'Ayuda ya']) {
        await button(rooms, room).click();
        await expect(title(page, 'Hoy')).toHaveCount(0);
        await expectItFits(page, room);
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          await expectItFits(page, `${room}, ${await tab.textContent()}`);
        }
      }
      await page.getByRole('button', { name: 'Cerrar' }).click();
      await button(rooms, 'Hoy').click();
      await button(page, 'Más').click();
      await expect(title(page, 'Más')).toBeVisible();
      for (const name of [
        'Recordatorios',
        'Privacidad y bloqueo',
        'Mover registros',
        'Idioma y semana',
        'Acerca de Handrail',
      ]) {
        await page.getByRole('main').getByRole('button', { name }).click();
        await expect(title(page, name)).toBeVisible();
        await expectItFits(page, name);
        await button(page, 'Atrás').click();
        await expect(title(page, 'Más')).toBeVisible();
      }
    });
  }
});

for (const [how, shape] of SHAPES) {
  test(`Welcome fits at ${how}, step by step`, async ({ page }) => {
    await shape(page);
    await expectItFits(page, 'language');
    await button(page, 'Start').click();
    await expectItFits(page, 'passphrase');
    await page.getByLabel('Passphrase', { exact: true }).fill('three steps and a rail');
    await page.getByLabel('The same again').fill('three steps and a rail');
    await button(page, 'Next').click();
    await expect(title(page, 'Write down your recovery key')).toBeVisible();
    await expectItFits(page, 'recovery key');
    await button(page, 'I will do it later').click();
    await expect(title(page, 'Your program')).toBeVisible();
    await expectItFits(page, 'choice of a program');
    await page.getByRole('button', { name: 'Evening program' }).click();
    await expect(title(page, 'Evening program')).toBeVisible();
    await expectItFits(page, 'days and times');
    await button(page, 'Skip for now').click();
    await expect(title(page, 'A reminder before sessions?')).toBeVisible();
    await expectItFits(page, 'reminder');
    await button(page, 'Skip for now').click();
    await expect(title(page, 'Today')).toBeVisible();
    await button(page, 'Lock').click();
    await expect(title(page, 'Welcome back')).toBeVisible();
    await expectItFits(page, 'unlock');
    await button(page, 'I forgot it').click();
    await expectItFits(page, 'recover');
  });
}
