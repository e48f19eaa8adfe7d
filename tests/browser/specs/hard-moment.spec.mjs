import { test, expect } from '../harness/test.mjs';
import { button, goTo, lockNow, title } from '../harness/rooms.mjs';

const CRISIS = ['tel:988', 'sms:988', 'tel:911', 'tel:18006624357', 'sms:435748', 'tel:18004874889'];

/** Where every link of the screen leads. */
function links(page) {
  return page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
}

/** There are the crisis lines, and no other link. */
async function expectCrisisLinesAlone(page) {
  await expect.poll(() => links(page)).toEqual(CRISIS);
}

test.describe('unlocked', () => {
  test.use({ client: 'made-up' });

  test('one tap leads there from every room, and one tap back', async ({ page }) => {
    for (const room of ['Today', 'Treatment', 'Groups', 'Plan', 'More']) {
      await goTo(page, room);
      await button(page.getByRole('navigation', { name: 'Rooms' }), 'Help now').click();
      await expect(title(page, 'This will pass.')).toBeVisible();
      await expect(page.getByRole('navigation', { name: 'Rooms' })).toHaveCount(0);
      await button(page, 'Close').click();
      await expect(title(page, room === 'Plan' ? 'My plan' : room)).toBeVisible();
    }
  });

  test('it shows what works, my people in order with their numbers, my reasons and the crisis lines', async ({
    page,
  }) => {
    await goTo(page, 'Help now');
    await expect(page.getByRole('timer')).toContainText(/^1\d:\d\d left$/);
    const main = page.getByRole('main');
    for (const skill of [
      'Walk to the river and back',
      'Cold water on my face, ten slow breaths',
      'Call Jo before, not after',
    ]) {
      await expect(main.getByText(skill, { exact: true })).toBeVisible();
      await button(page, 'Next thing that works').click();
    }
    const calls = async () => (await links(page)).filter((href) => href.startsWith('tel:555'));
    await expect.poll(calls).toEqual(['tel:5550117', 'tel:5550142', 'tel:5550163', 'tel:5550188']);
    await expect(page.getByRole('link', { name: 'Text Jo' })).toHaveAttribute('href', 'sms:5550117');
    await expect
      .poll(async () => (await links(page)).filter((href) => !href.includes('555')))
      .toEqual(CRISIS);
    await expect(main.getByText('I like who I am in the morning now.')).toBeVisible();
  });

  test('after a slip it leads step by step, and the way back is there', async ({ page }) => {
    await goTo(page, 'Help now');
    await page.getByRole('button', { name: 'If I slipped' }).click();
    await expect(title(page, 'If I slipped')).toBeVisible();
    await expect(page.getByText('Go to Elena’s. Do not stay alone.')).toBeVisible();
    await expect(page.getByText('After a break the body can take much less.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Call Jo' })).toHaveAttribute('href', 'tel:5550117');
    await button(page, 'Back').click();
    await expect(title(page, 'This will pass.')).toBeVisible();
  });
});

test.describe('with an empty plan', () => {
  test.use({ client: 'own' });

  test('it still has something to try, and the crisis lines', async ({ page }) => {
    await goTo(page, 'Help now');
    await expect(page.getByText('Breathe out slowly, ten times.')).toBeVisible();
    await expectCrisisLinesAlone(page);
  });
});

test.describe('locked', () => {
  test.use({ client: 'history' });

  test('the lock screen leads there too, with the crisis lines and nothing of the client', async ({
    page,
  }) => {
    await lockNow(page);
    await button(page, 'Help now').click();
    await expect(title(page, 'This will pass.')).toBeVisible();
    await expectCrisisLinesAlone(page);
    await expect(page.getByRole('link', { name: /^Call or text 988/ })).toBeVisible();
    const shown = await page.content();
    for (const own of ['Jo', 'Elena', 'Cedar House', 'river', 'Mia']) expect(shown).not.toContain(own);
    await button(page, 'Close').click();
    await expect(title(page, 'Welcome back')).toBeVisible();
  });

  test('it stays on the screen when Handrail locks itself, without what is the client’s', async ({
    page,
    device,
  }) => {
    await goTo(page, 'Help now');
    await expect(page.getByRole('link', { name: 'Call Jo' })).toBeVisible();
    await device.clock('2026-02-03T09:30');
    await expect(page.getByRole('link', { name: 'Call Jo' })).toHaveCount(0);
    await expect(title(page, 'This will pass.')).toBeVisible();
    await expectCrisisLinesAlone(page);
  });
});

test('before there is any record it is one tap away', async ({ page }) => {
  await button(page, 'Help now').click();
  await expect(title(page, 'This will pass.')).toBeVisible();
  await expectCrisisLinesAlone(page);
});
