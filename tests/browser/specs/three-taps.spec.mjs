import { button, card, sheet, title } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

/** Counts the taps, with a finger where there is one. */
function thumb(hasTouch) {
  const taps = {
    count: 0,
    async on(target) {
      taps.count++;
      await (hasTouch ? target.tap() : target.click());
    },
  };
  return taps;
}

test.use({ client: 'history', now: '2026-02-04T21:30' });

test('the session just over is logged in one tap', async ({ page, hasTouch }) => {
  const tap = thumb(hasTouch);
  await tap.on(page.getByRole('button', { name: /^Yes, I was there: Group therapy, Today/ }));
  await expect(page.getByText('Group therapy: Attended, 3 h')).toBeVisible();
  expect(tap.count).toBe(1);
});

test('a check-in takes a tap, and one to save', async ({ page, hasTouch, device }) => {
  const tap = thumb(hasTouch);
  await tap.on(button(card(page, 'How are you today?'), 'Okay'));
  await tap.on(button(sheet(page, 'Check-in'), 'Save'));
  await expect(page.getByText('Check-in saved.')).toBeVisible();
  expect((await device.call('today')).check_in.mood).toBe(3);
  expect(tap.count).toBe(2);
});

test('the plan is one tap away, and a call to someone on it two', async ({ page, hasTouch }) => {
  const tap = thumb(hasTouch);
  await tap.on(button(page.getByRole('navigation', { name: 'Rooms' }), 'Plan'));
  await expect(title(page, 'My plan')).toBeVisible();
  expect(tap.count).toBe(1);
  await tap.on(button(page.getByRole('navigation', { name: 'Rooms' }), 'Help now'));
  await expect(page.getByRole('link', { name: 'Call Jo' })).toHaveAttribute('href', 'tel:5550117');
});

test('what one finger can hit is big enough for it', async ({ page }) => {
  await expect(card(page, 'How are you today?')).toBeVisible();
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  for (const room of ['Today', 'Treatment', 'Groups', 'Plan']) {
    await button(rooms, room).click();
    const small = await page
      .getByRole('button')
      .or(page.getByRole('link'))
      .or(page.getByRole('tab'))
      .evaluateAll((all) =>
        all
          .map((one) => ({
            name: one.getAttribute('aria-label') ?? one.textContent.trim(),
            box: one.getBoundingClientRect(),
          }))
          // Seven days side by side are as wide as a phone lets them be.
          .filter(({ box }) => box.width > 0 && (box.width < 42 || box.height < 47.5))
          .map(({ name, box }) => `${name}: ${Math.round(box.width)} × ${Math.round(box.height)}`),
      );
    expect.soft(small, room).toEqual([]);
  }
});
