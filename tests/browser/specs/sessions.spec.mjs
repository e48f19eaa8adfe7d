import { test, expect } from '../harness/test.mjs';
import { expectNoViolations } from '../harness/axe.mjs';
import { button, card, goTo, said, sheet, title } from '../harness/rooms.mjs';

const KEPT = { minutes: 180, state: 'attended' };

/** A session of this week's calendar, opened. */
async function openSession(page, kind, place = 0) {
  await goTo(page, 'Treatment');
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: new RegExp(`^${kind}`) })
    .nth(place)
    .click();
  await expect(sheet(page, kind)).toBeVisible();
}

test.describe('the made-up client', () => {
  test.use({ client: 'made-up' });

  test('writes down topic and homework, finds it on Today, and does it with one tap and Undo', async ({ page }) => {
    // One still ahead: nothing is written into it yet.
    await openSession(page, 'Group therapy', 1);
    const form = sheet(page, 'Group therapy');
    await form.getByText('More about it').click();
    await form.getByLabel('Topic').fill('Weekend plans');
    await form.getByLabel('Homework', { exact: false }).first().fill('Call two people before Friday');
    await form.getByLabel('Due by').fill('2026-02-05');
    await expectNoViolations(page, 'a session with homework');
    await button(form, 'Save').click();
    await expect(form).toBeHidden();

    await goTo(page, 'Today');
    const homework = card(page, 'Homework');
    await expect(homework).toContainText('Call two people before Friday');
    await expectNoViolations(page, 'Today with homework');
    await homework.getByRole('checkbox', { name: /Call two people/ }).click();
    await expect(said(page, 'Homework done')).toBeVisible();
    await expect(homework.getByRole('checkbox', { name: /Call two people/ })).toBeHidden();
    await button(page, 'Undo').click();
    await expect(homework.getByRole('checkbox', { name: /Call two people/ })).toBeVisible();
  });

  test('who came late says how late, and the length follows', async ({ page, device }) => {
    await openSession(page, 'Group therapy');
    const form = sheet(page, 'Group therapy');
    await form.getByRole('radio', { name: 'Attended part of it' }).check();
    await form.getByLabel('Minutes late').fill('20');
    await form.getByLabel('Minutes you left early').fill('200');
    await button(form, 'Save').click();
    await expect(form.getByLabel('Minutes you left early')).toHaveAttribute('aria-invalid', 'true');
    await form.getByLabel('Minutes you left early').fill('10');
    await expectNoViolations(page, 'a session attended in part');
    await button(form, 'Save').click();
    await expect(form).toBeHidden();
    const { sessions } = await device.call('week', { of: null });
    expect(sessions.find((one) => one.state === 'attended_in_part').attended_minutes).toBe(KEPT.minutes - 30);
  });

  test('a missed session is made up, and nothing is owed any more', async ({ page, device }) => {
    const before = await device.call('to_make_up');
    expect(before.sessions.length).toBeGreaterThan(0);
    await goTo(page, 'Today');
    await page.getByRole('button', { name: /1 session to make up/ }).click();
    await expect(title(page, 'Treatment')).toBeVisible();
    await card(page, '1 session to make up').getByRole('button').first().click();
    const form = page.getByRole('dialog');
    await expect(form.getByText(/to make up/)).toBeVisible();
    await button(form, 'Plan a make-up session').click();
    await form.getByLabel('Day', { exact: true }).fill('2026-02-02');
    await form.getByLabel('Starts at').fill('07:00');
    await expectNoViolations(page, 'planning a make-up session');
    await button(form, 'Add').click();
    await expect(form).toBeHidden();
    const { sessions } = await device.call('week', { of: null });
    const added = sessions.find((one) => one.makes_up === before.sessions[0].session);
    await device.call('log_session', { session: added.session, state: 'attended' });
    expect((await device.call('to_make_up')).minutes).toBe(0);
    await page.reload();
    await goTo(page, 'Today');
    await expect(page.getByRole('button', { name: /to make up/ })).toBeHidden();
  });

  test('a search shows each hit with its words marked, and opens it', async ({ page }) => {
    await goTo(page, 'Treatment');
    await button(page, 'Search your sessions').click();
    await expect(title(page, 'Search your sessions')).toBeVisible();
    const field = page.getByLabel('Words to look for');
    await field.fill('riding URG');
    const hits = page.getByRole('button', { name: /Topic: Riding out an urge/ });
    await expect(hits.first()).toContainText('Riding out an urge');
    await expect(hits.first().locator('mark')).toHaveText(['Riding', 'urge']);
    await expectNoViolations(page, 'search');
    await hits.first().click();
    await expect(page.getByRole('dialog').getByLabel('Topic')).toHaveValue('Riding out an urge');
    await page.keyboard.press('Escape');
    for (const odd of ['"', 'NEAR(', '* OR', '\u{1f642}', "'); --"]) {
      await field.fill(odd);
      await expect(page.getByText('Nothing found')).toBeVisible();
    }
    await expectNoViolations(page, 'search that found nothing');
  });

  test('the hours say totals, the rate and what it is, and show one kind alone', async ({ page, device }) => {
    const { ledger } = await device.call('hours');
    await goTo(page, 'Treatment');
    await page.getByRole('tab', { name: 'Hours' }).click();
    const { percent, sessions_attended, sessions_expected } = ledger.episodes.at(-1);
    const totals = page.getByRole('region', { name: /^In all/ }).first();
    await expect(totals).toContainText(`${percent}% (${sessions_attended} of ${sessions_expected})`);
    await expect(card(page, 'All levels of care')).toContainText(`${ledger.all.percent}%`);
    await expect(page.getByText(/^Attendance is the sessions you went to/)).toBeVisible();
    await page.getByLabel('Kind').first().selectOption('education');
    await expect(page.getByRole('table').first().getByRole('columnheader')).toHaveText(['Week', 'Attended', 'Planned']);
    await expectNoViolations(page, 'hours of one kind');
  });
});

test.describe('a year of weeks', () => {
  test.use({ client: 'own', now: '2026-02-03T09:00' });

  test('fits on the narrowest phone, and weeks without an answer look otherwise than those to come', async ({
    page,
    device,
  }) => {
    const slots = ['monday', 'wednesday', 'friday'].map((weekday) => ({
      weekday,
      time: '18:00',
      minutes: 180,
      kind: 'group',
    }));
    await device.call('start_care', {
      level: 'intensive_outpatient',
      age_group: 'adult',
      starts_on: '2025-02-10',
      zone: 'America/New_York',
      provider: { name: '', phone: '', address: '', room: '', link: '' },
      phases: [{ weeks: 60, target_minutes: 540, slots }],
    });
    await page.reload();
    await page.setViewportSize({ width: 320, height: 700 });
    await goTo(page, 'Treatment');
    await page.getByRole('tab', { name: 'Hours' }).click();
    const picture = page.getByRole('img', { name: /^Hours attended each week/ });
    await expect(picture).toBeVisible();
    await expect(picture.locator('.column')).toHaveCount(53);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    // Every bar can be seen, and lies within the picture.
    const [frame, bars] = await picture.evaluate((img) => [
      img.getBoundingClientRect().toJSON(),
      [...img.querySelectorAll('.column .bar')].map((bar) => bar.getBoundingClientRect().toJSON()),
    ]);
    for (const bar of bars) {
      expect(bar.width).toBeGreaterThan(2);
      expect(bar.left).toBeGreaterThanOrEqual(frame.left - 1);
      expect(bar.right).toBeLessThanOrEqual(frame.right + 1);
    }
    await expect(picture.locator('.column .waiting')).not.toHaveCount(0);
    await expect(picture.locator('.column').first().locator('.possible')).toHaveCount(0);
    const look = (bar) => bar.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await look(picture.locator('.waiting').first())).not.toBe(await look(picture.locator('.possible').first()));
    await expectNoViolations(page, 'a year of hours');
  });
});
