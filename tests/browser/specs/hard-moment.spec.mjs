import { expectNoViolations } from '../harness/axe.mjs';
import { test, expect } from '../harness/test.mjs';
import { button, goTo, like, lockNow, said, title, unlock } from '../harness/rooms.mjs';

const CRISIS = [
  'tel:988',
  'sms:988',
  'tel:911',
  'tel:18006624357',
  'sms:435748',
  'tel:18004874889',
  // The lifeline in Spanish, for who reads it for somebody else.
  'tel:988',
  'sms:988?&body=AYUDA',
];

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
    await expect(page.getByRole('link', { name: 'Text Jo' })).toHaveAttribute(
      'href',
      'sms:5550117?&body=I%20am%20having%20a%20hard%20moment.%20Can%20you%20talk%3F',
    );
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

test.describe('riding it out', () => {
  test.use({ client: 'history' });

  const timer = (page) => page.getByRole('timer');
  const help = (page) => button(page.getByRole('navigation', { name: 'Rooms' }), 'Help now');

  test.beforeEach(async ({ page }) => {
    await page.clock.install();
    await page.reload();
    await goTo(page, 'Help now');
  });

  test('the timer goes on across rooms, lock, unlock and a turn of the phone', async ({ page }) => {
    await page.clock.fastForward('00:40');
    await button(page, 'Close').click();
    await expect(help(page)).toHaveAccessibleDescription(like('15 min left'));
    await page.clock.fastForward('01:00');
    await goTo(page, 'Groups');
    await expect(help(page)).toContainText(like('14 min'));
    await lockNow(page);
    await page.clock.fastForward('01:00');
    await button(page, 'Help now').click();
    await expect(timer(page)).toContainText(/^12:[12]\d left$/);
    await page.setViewportSize({ width: 844, height: 390 });
    await expect(timer(page)).toContainText(/^12:[12]\d left$/);
    await button(page, 'Close').click();
    await unlock(page);
    await expect(help(page)).toContainText(like('13 min'));
    await help(page).click();
    await page.getByRole('radio', { name: '20 min' }).check();
    await expect(timer(page)).toContainText(/^17:[12]\d left$/);
  });

  test('who only looked in leaves no timer behind', async ({ page }) => {
    await button(page, 'Close').click();
    await expect(help(page)).toHaveAccessibleDescription('');
  });

  test('afterwards one question, kept and found again, deleted and brought back', async ({
    page,
    device,
  }) => {
    await page.clock.fastForward('05:00');
    await button(page, 'Close').click();
    await expect(page.getByRole('heading', { name: 'How is it now?' })).toBeFocused();
    await expectNoViolations(page, 'how it is now');
    await page.getByRole('radio', { name: '3', exact: true }).check();
    await button(page, 'Keep it').click();
    await expect(title(page, 'Today')).toBeVisible();
    await expect(said(page, 'Kept. You stayed.')).toBeVisible();
    await expect(help(page)).toHaveAccessibleDescription('');
    const rides = async () =>
      (await device.call('rides')).rides.map(({ minutes, craving }) => [minutes, craving]);
    expect(await rides()).toEqual([[5, 3]]);

    await goTo(page, 'Help now');
    await button(page, 'Times I stayed').click();
    await expect(title(page, 'Times I stayed')).toBeVisible();
    await expectNoViolations(page, 'times I stayed');
    await page.getByRole('button', { name: /^Delete: / }).click();
    await expect(page.getByText('Nothing kept')).toBeVisible();
    await button(said(page, 'Deleted.'), 'Undo').click();
    await expect.poll(rides).toEqual([[5, 3]]);
  });

  test('the question is passed over with one tap, or by keyboard alone, and nothing is kept', async ({
    page,
    device,
  }) => {
    await page.clock.fastForward('02:00');
    await button(page, 'Close').click();
    await button(page, 'Skip').click();
    await expect(title(page, 'Today')).toBeVisible();
    await expect(help(page)).toContainText(like('13 min'));
    // At the end it may be asked again, in place of the breath.
    await help(page).click();
    await page.clock.fastForward('14:00');
    await expect(page.getByText('15 minutes have passed.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'How is it now?' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(title(page, 'Today')).toBeVisible();
    expect((await device.call('rides')).rides).toEqual([]);
  });
});

test.describe('in Spanish', () => {
  test.use({ locale: 'es-MX' });

  test('the lifeline is reached in Spanish, also before there is a record', async ({ page }) => {
    await button(page, 'Ayuda ya').click();
    await expect(title(page, 'Esto va a pasar.')).toBeVisible();
    await expect(page.getByText(/oprime 2, o manda la palabra AYUDA/)).toBeVisible();
    await expect
      .poll(() => links(page))
      .toEqual([
        'tel:988',
        'sms:988?&body=AYUDA',
        'tel:911',
        'tel:18006624357',
        'sms:435748',
        'tel:18004874889',
      ]);
  });
});

test.describe('with an empty plan', () => {
  test.use({ client: 'own' });

  test('it still has something to try, and the crisis lines', async ({ page }) => {
    await goTo(page, 'Help now');
    await expect(page.getByText('Breathe out slowly, ten times.')).toBeVisible();
    await expectCrisisLinesAlone(page);
    await button(page, 'Tired').click();
    await expect(page.getByText('Nothing has to be decided now.')).toBeVisible();
    await page.getByRole('button', { name: 'Your own words can stand here' }).click();
    await expect(title(page, 'My plan')).toBeVisible();
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
