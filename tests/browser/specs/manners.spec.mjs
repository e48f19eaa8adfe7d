import { Device, PASSPHRASE } from '../harness/device.mjs';
import { button, card, goTo, goToMore, lockNow, sheet, title, unlock } from '../harness/rooms.mjs';
import { test, expect } from '../harness/test.mjs';

test.use({ client: 'history' });

/** All that the browser itself knows of the way. */
const known = (page) => page.evaluate(() => ({ state: history.state ?? 0, address: location.pathname + location.hash }));

async function openLog(page) {
  await goTo(page, 'Groups');
  await button(page, 'Log a meeting').first().click();
  const log = sheet(page, 'Log a meeting');
  await expect(log).toBeVisible();
  return log;
}

test('Back closes a sheet first, with what was typed kept, and then leaves the room', async ({ page }) => {
  const log = await openLog(page);
  await log.getByLabel('Name of the group').fill('The one by the bridge');
  await page.goBack();
  await expect(log).toHaveCount(0);
  await expect(title(page, 'Groups')).toBeVisible();
  await button(page, 'Log a meeting').first().click();
  await expect(log.getByLabel('Name of the group')).toHaveValue('The one by the bridge');
  await page.goBack();
  await page.goBack();
  await expect(title(page, 'Today')).toBeVisible();
});

test('a sheet closed by its own button leaves no step behind', async ({ page }) => {
  const log = await openLog(page);
  await button(log, 'Close').click();
  await expect.poll(() => known(page)).toEqual({ state: 1, address: '/' });
  await page.goBack();
  await expect(title(page, 'Today')).toBeVisible();
});

test('a sheet over a sheet closes alone', async ({ page }) => {
  await goTo(page, 'Treatment');
  await card(page, 'Friday, February 6').getByRole('button').first().click();
  const session = sheet(page, 'Group therapy');
  await button(session, 'Change day or time').click();
  const change = page.getByRole('dialog').last();
  await expect(page.getByRole('dialog')).toHaveCount(2);
  await expect(change).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(session).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(title(page, 'Treatment')).toBeVisible();
});

test('Back leads to the same place on the page, and on goes to the top', async ({ page }) => {
  const down = () => page.evaluate(() => Math.round(window.scrollY));
  for (const [room, last] of [
    ['Groups', 'Week of January 5'],
    ['Plan', 'If I slip'],
  ]) {
    await goTo(page, room);
    await expect(page.getByRole('heading', { name: last })).toBeVisible();
    await page.evaluate(() => window.scrollTo(0, 0.8 * (document.body.scrollHeight - innerHeight)));
    const to = await down();
    expect(to).toBeGreaterThan(100);
    await goTo(page, 'Treatment');
    await expect.poll(down).toBe(0);
    await page.goBack();
    await expect.poll(down).toBe(to);
    expect(await page.evaluate(() => typeof history.state)).toBe('number');
  }
});

test('Back closes an editor of the plan, with what was typed kept, and stays at that part', async ({ page }) => {
  await goTo(page, 'Plan');
  const edit = button(page, 'Edit: My reasons');
  await edit.click();
  const field = card(page, 'My reasons').getByRole('textbox').first();
  await field.fill('The one by the bridge');
  await page.goBack();
  await expect(field).toHaveCount(0);
  await expect(title(page, 'My plan')).toBeVisible();
  await expect(edit).toBeInViewport();
  await edit.click();
  await expect(field).toHaveValue('The one by the bridge');
  await page.goBack();
  await page.goBack();
  await expect(title(page, 'Today')).toBeVisible();
});

test('Back leads to the form or the choice that someone went on from', async ({ page }) => {
  await goTo(page, 'Treatment');
  await button(page, 'Add a session').click();
  const add = sheet(page, 'Add a session');
  await add.getByLabel('Note').fill('The one by the bridge');
  await button(add, 'Days off').click();
  await expect(title(page, 'Days off')).toBeVisible();
  await page.goBack();
  await expect(add.getByLabel('Note')).toHaveValue('The one by the bridge');
  await page.goBack();
  await expect(add).toHaveCount(0);
  await expect(title(page, 'Treatment')).toBeVisible();

  await goTo(page, 'Groups');
  await page.getByRole('button', { name: /^Find a meeting/ }).click();
  await button(page, 'Add a meeting by hand').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(title(page, 'Find a meeting')).toBeVisible();

  await page.goBack();
  await goTo(page, 'Help now');
  await button(page, 'Hungry').click();
  await page.getByRole('button', { name: /^If I slipped/ }).click();
  await expect(title(page, 'If I slipped')).toBeVisible();
  await page.goBack();
  await expect(button(page, 'Hungry')).toHaveAttribute('aria-pressed', 'true');
});

test('where someone was is known to nobody after a lock, and Back finds nothing of it', async ({ page }) => {
  await goTo(page, 'Plan');
  await goToMore(page, 'Privacy and lock');
  expect(await known(page)).toEqual({ state: 4, address: '/' });
  await openLog(page);
  await page.keyboard.press('Control+l');
  await expect(title(page, 'Welcome back')).toBeVisible();
  await expect.poll(() => known(page)).toEqual({ state: 0, address: '/' });
  await page.goForward();
  await expect(title(page, 'Welcome back')).toBeVisible();
  await expect.poll(() => known(page)).toEqual({ state: 0, address: '/' });
  await unlock(page);
  await expect(title(page, 'Today')).toBeVisible();
});

test('Back goes a step back before the lock, too', async ({ page }) => {
  await lockNow(page);
  await button(page, 'I forgot it').click();
  await expect(title(page, 'Use your recovery key')).toBeVisible();
  await page.goBack();
  await expect(title(page, 'Welcome back')).toBeVisible();
});

test('turned, and on half of the screen, it is where it was with what was typed', async ({ page, hasTouch }) => {
  test.skip(!hasTouch, 'a desktop is not turned');
  const log = await openLog(page);
  await log.getByLabel('Name of the group').fill('The one by the bridge');
  await log.getByLabel('Private note').fill('Sat at the back');
  for (const [width, height] of [
    [844, 390],
    [390, 420],
    [1180, 820],
    [390, 844],
  ]) {
    await page.setViewportSize({ width, height });
    await expect(log.getByLabel('Private note')).toBeFocused();
    await expect(log.getByLabel('Private note')).toBeInViewport();
    await expect(log.getByLabel('Name of the group')).toHaveValue('The one by the bridge');
    await expect(log.getByLabel('Private note')).toHaveValue('Sat at the back');
  }
});

test('ended by the system and begun anew, it is locked, and what was typed is there', async ({
  page,
  context,
  device,
}) => {
  const log = await openLog(page);
  await log.getByLabel('Private note').fill('Sat at the back, then');
  await expect.poll(async () => (await device.call('draft', { key: 'groups/log' })).text).toContain('Sat at the back');
  const ended = new Promise((resolve) => device.bridge.once('exit', resolve));
  device.bridge.kill('SIGKILL');
  await ended;
  await page.goto('about:blank');

  const again = await Device.start({ now: '2026-02-03T09:05', folder: device.folder });
  try {
    const next = await context.newPage();
    await next.goto(again.address);
    await expect(title(next, 'Welcome back')).toBeVisible();
    expect(await next.content()).not.toContain('Sat at the back');
    await unlock(next, PASSPHRASE);
    await expect(title(next, 'Today')).toBeVisible();
    const back = await openLog(next);
    await expect(back.getByLabel('Private note')).toHaveValue('Sat at the back, then');
    await next.close();
  } finally {
    await again.stop({ keep: true });
  }
});

test.describe('two fingers', () => {
  /** Moves two fingers from where they touch to where they leave, in a few steps. */
  async function two(page, from, to) {
    const client = await page.context().newCDPSession(page);
    const at = (part) => from.map(([x, y], id) => ({ id, x: x + (to[id][0] - x) * part, y: y + (to[id][1] - y) * part }));
    const send = (type, touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
    await send('touchStart', at(0));
    for (let step = 1; step <= 5; step++) await send('touchMove', at(step / 5));
    await send('touchEnd', []);
    await client.detach();
  }

  test.beforeEach(({ hasTouch }) => test.skip(!hasTouch, 'there is no touch screen'));

  test('drawn down anywhere lock at once, over a sheet as well', async ({ page, device }) => {
    await openLog(page);
    await two(page, [[120, 300], [220, 310]], [[122, 480], [218, 495]]);
    await expect(title(page, 'Welcome back')).toBeVisible();
    expect((await device.call('status')).phase).toBe('locked');
  });

  test('that look closer, or that go sideways or up, lock nothing', async ({ page, device }) => {
    await goTo(page, 'Plan');
    await two(page, [[180, 400], [200, 440]], [[120, 250], [260, 620]]);
    await page.evaluate(() => window.scrollTo(0, 0));
    await two(page, [[100, 400], [160, 400]], [[290, 410], [350, 410]]);
    await two(page, [[120, 500], [220, 500]], [[120, 300], [220, 300]]);
    await two(page, [[120, 300], [220, 300]], [[122, 360], [218, 360]]);
    expect((await device.call('status')).phase).toBe('open');
    await expect(title(page, 'My plan')).toBeVisible();
  });

  test('are told of where locking is chosen', async ({ page }) => {
    await goToMore(page, 'Privacy and lock');
    await expect(card(page, 'Lock')).toContainText('draw two fingers down');
  });
});
