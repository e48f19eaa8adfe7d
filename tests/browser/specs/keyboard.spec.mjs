import { PASSPHRASE } from '../harness/device.mjs';
import { button, card, sheet, title } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

/** Tabs on until it is reached. What cannot be reached by keyboard fails here. */
async function tabTo(page, target) {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 150; steps++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      // What has the focus shows it, and is on the screen.
      await expect(target).toBeInViewport();
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by Tab: ${target}`);
}

async function press(page, target, key = 'Enter') {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test('from Welcome to a logged session by keyboard alone', async ({ page, device }) => {
  await page.keyboard.press('Tab');
  await press(page, button(page, 'Start'));
  await expect(title(page, 'Choose a passphrase')).toBeFocused();
  await tabTo(page, page.getByLabel('Passphrase', { exact: true }));
  await page.keyboard.type(PASSPHRASE);
  await tabTo(page, page.getByLabel('The same again'));
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(title(page, 'Write down your recovery key')).toBeFocused();
  await press(page, button(page, 'I will do it later'));
  await expect(title(page, 'Your program')).toBeFocused();
  await press(page, page.getByRole('button', { name: 'Evening program' }));
  await expect(title(page, 'Evening program')).toBeFocused();
  await press(page, page.getByRole('checkbox', { name: 'Wednesday' }), 'Space');
  await press(page, page.getByRole('checkbox', { name: 'Tuesday' }), 'Space');
  await tabTo(page, page.getByLabel('First day'));
  await page.keyboard.type('02022026');
  await press(page, button(page, 'Save my program'));
  await expect(title(page, 'A reminder before sessions?')).toBeFocused();
  await press(page, button(page, 'Go to Today'));

  // Monday's session was over before today.
  await expect(title(page, 'Today')).toBeFocused();
  await press(page, page.getByRole('button', { name: /^Part of it: Group therapy, Yesterday/ }));
  await press(page, button(sheet(page, 'How long were you there?'), '2 hours'));
  await expect(page.getByRole('heading', { name: '2 h of 9 h this week' })).toBeVisible();
  // The answered card is gone; the focus did not fall into nothing.
  await expect(page.locator(':focus')).toHaveCount(1);
  const { sessions } = await device.call('week', { of: null });
  expect(sessions.map(({ on, state }) => [on, state])).toEqual([
    ['2026-02-02', 'attended_in_part'],
    ['2026-02-03', 'planned'],
    ['2026-02-06', 'planned'],
  ]);

  await press(page, button(page.getByRole('status'), 'Undo'));
  await expect(page.getByRole('heading', { name: '0 h of 9 h this week' })).toBeVisible();

  await press(page, button(page, 'Lock'));
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(title(page, 'Today')).toBeFocused();
});

test.describe('in a full record', () => {
  test.use({ client: 'made-up' });

  test('the rooms, tabs, a sheet and the hard moment by keyboard alone', async ({ page }) => {
    const rooms = page.getByRole('navigation', { name: 'Rooms' });
    await press(page, button(rooms, 'Treatment'));
    await expect(title(page, 'Treatment')).toBeFocused();
    await tabTo(page, page.getByRole('tab', { name: 'Calendar' }));
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Hours' })).toBeFocused();
    await expect(page.getByRole('table').first()).toBeVisible();
    await page.keyboard.press('Home');
    const monday = card(page, 'Monday, February 2').getByRole('button');
    await press(page, monday);
    const open = sheet(page, 'Group therapy');
    await expect(open.getByRole('heading', { name: 'Group therapy' })).toBeFocused();
    await tabTo(page, open.getByRole('radio', { name: 'Attended', exact: true }));
    await page.keyboard.press('ArrowDown');
    await expect(open.getByRole('radio', { name: 'Attended part of it' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(open).toHaveCount(0);
    await expect(monday).toBeFocused();

    await press(page, button(rooms, 'Help now'));
    await expect(title(page, 'This will pass.')).toBeFocused();
    await tabTo(page, page.getByRole('link', { name: 'Call Jo' }));
    await page.keyboard.press('Escape');
    await expect(title(page, 'Treatment')).toBeVisible();
  });

  test('the plan is written and a meeting logged by keyboard alone', async ({ page, device }) => {
    const rooms = page.getByRole('navigation', { name: 'Rooms' });
    await press(page, button(rooms, 'Plan'));
    await expect(title(page, 'My plan')).toBeFocused();
    await press(page, button(page, 'Edit: My week'));
    const week = card(page, 'My week');
    await tabTo(page, week.getByLabel('What I do 1'));
    await page.keyboard.press('End');
    await page.keyboard.type(', phone away');
    await press(page, button(week, 'Save'));
    await expect(button(week, 'Edit: My week')).toBeFocused();
    expect((await device.call('plan')).plan.routine[0]).toBe('In bed by 11, phone away');

    await press(page, button(rooms, 'Groups'));
    await expect(title(page, 'Groups')).toBeFocused();
    await press(page, button(page, 'Log a meeting').first());
    const open = sheet(page, 'Log a meeting');
    await press(page, button(open, 'Saturday Online'));
    // That of Saturday is logged; this one was on Sunday.
    await tabTo(page, open.getByLabel('Day'));
    await page.keyboard.type('02012026');
    await tabTo(page, open.getByLabel('What it was about'));
    await page.keyboard.type('Patience');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Logged: Saturday Online')).toBeVisible();
    expect((await device.call('groups', { before: null })).counts.total).toBe(9);
  });
});
