import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, goToMore, title } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

// Every page is looked at by axe in light and in dark, in both languages; the two projects make it phone and desktop.

const LANGUAGES = {
  en: {
    learn: 'Learn',
    back: 'Back',
    pages: [
      'Levels of care',
      'What an IOP is',
      'How long it lasts',
      'Is this for me?',
      'What comes after',
      'Questions to ask a program',
      'Sources',
    ],
  },
  es: {
    learn: 'Aprender',
    back: 'Atrás',
    pages: [
      'Niveles de cuidado',
      'Qué es un IOP',
      'Cuánto dura',
      '¿Es para mí?',
      'Qué viene después',
      'Qué preguntar a un programa',
      'Fuentes',
    ],
  },
};
const SHAPES = {
  'the size of the device': () => {},
  '320 px': (page) => page.setViewportSize({ width: 320, height: 640 }),
  'twice the text size': (page) => page.evaluate(() => (document.documentElement.style.fontSize = '200%')),
  'twice the text size at 320 px': async (page) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  },
};

/** To the contents of Learn, in a language. */
async function toLearn(page, device, language) {
  await goToMore(page, 'Learn');
  const { preferences } = await device.call('settings');
  const { week_starts_on, lock_after_minutes } = preferences;
  await device.call('save_settings', { week_starts_on, lock_after_minutes, language });
  await expect(title(page, LANGUAGES[language].learn)).toBeVisible();
}

/** Opens each page from the contents, does something there, and comes back. */
async function everyPage(page, language, look) {
  const { learn, back, pages } = LANGUAGES[language];
  await look(learn);
  for (const name of pages) {
    await page.getByRole('main').getByRole('button', { name }).click();
    await expect(title(page, name)).toBeVisible();
    await look(name);
    await button(page, back).click();
    await expect(title(page, learn)).toBeVisible();
  }
}

test.describe('Learn', () => {
  test.use({ client: 'own' });

  for (const language of Object.keys(LANGUAGES)) {
    test(`has nothing that axe finds, page by page, in ${language}`, async ({ page, device }) => {
      await toLearn(page, device, language);
      await everyPage(page, language, (name) => expectNoViolations(page, name));
    });

    for (const [how, shape] of Object.entries(SHAPES)) {
      test(`reaches beyond no edge at ${how}, in ${language}`, async ({ page, device }) => {
        await toLearn(page, device, language);
        await shape(page);
        await everyPage(page, language, async (name) => {
          const over = await page.evaluate(() => {
            const width = document.documentElement.clientWidth;
            return [...document.querySelectorAll('main *')]
              .filter((one) => !one.closest('.sr-only') && one.getBoundingClientRect().right > width + 0.5)
              .map((one) => one.outerHTML.slice(0, 80));
          });
          expect.soft(over, name).toEqual([]);
        });
      });
    }
  }

  test('shows the levels as a table where there is room, else as cards', async ({ page, isMobile }) => {
    await goToMore(page, 'Learn');
    await button(page, /^Levels of care/).click();
    await expect(title(page, 'Levels of care')).toBeVisible();
    const table = page.getByRole('table');
    const iop = card(page, 'Intensive outpatient (IOP)');
    await expect(isMobile ? iop : table).toBeVisible();
    await expect(isMobile ? table : iop).toBeHidden();
    await expect(page.getByText('9 to under 20').filter({ visible: true })).toHaveCount(1);
    // Large text leaves a desktop no room for four columns.
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    await expect(iop).toBeVisible();
    await expect(table).toBeHidden();
  });

  test('copies the questions', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await goToMore(page, 'Learn');
    await button(page, /^Questions to ask/).click();
    await button(page, 'Copy the list').click();
    await expect(page.getByText('The list is copied.')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^Hours and days\n- Which days/);
  });
});

test.describe('on the path', () => {
  test.use({ client: 'made-up' });

  test('the levels are one tap away, and Back returns to the path', async ({ page }) => {
    await goTo(page, 'Treatment');
    await page.getByRole('tab', { name: 'Path' }).click();
    await button(page, /^Levels of care explained/).click();
    await expect(title(page, 'Levels of care')).toBeVisible();
    await button(page, 'Back').click();
    await expect(page.getByRole('tab', { name: 'Path' })).toHaveAttribute('aria-selected', 'true');
  });
});
