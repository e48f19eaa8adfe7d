import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, lockNow, said, title, unlock } from '../harness/rooms.mjs';

test.describe('with nothing written yet', () => {
  test.use({ client: 'own' });

  test('six short questions make a first plan, saved as one version', async ({ page, device }) => {
    await goTo(page, 'Plan');
    await button(page, 'Write it step by step').click();
    await expect(page.getByText('Question 1 of 6')).toBeVisible();
    await button(page, 'I want to keep my job and my home.').click();
    await button(page, 'Next').click();
    await expect(page.getByRole('heading', { level: 2, name: 'What brings on the urge?' })).toBeFocused();
    await button(page, 'Bad sleep').click();
    await button(page, 'Next').click();
    await button(page, 'Skip for now').click();
    await page.getByLabel('What I do 1').fill('The river');
    await page.getByLabel('What I do 2').fill('Call Jo');
    await button(page, 'Next').click();
    await page.getByLabel('Name').fill('Jo');
    await page.getByLabel('Phone').fill('at work');
    await button(page, 'Next').click();
    await button(page, 'Stop. Put it away or leave.').click();
    await button(page, 'Save my plan').click();

    // The number is none: it is said where it was typed, and nothing is lost.
    await expect(page.getByText('This is not a phone number.')).toBeVisible();
    await expect(page.getByLabel('Phone')).toHaveValue('at work');
    await page.getByLabel('Phone').fill('555-0117');
    await button(page, 'Next').click();
    await button(page, 'Save my plan').click();
    await expect(title(page, 'My plan')).toBeVisible();
    await expect(page.getByText('5 of 11 parts are written.', { exact: false })).toBeVisible();
    const { plan, versions } = await device.call('plan');
    expect(versions).toBe(1);
    expect(plan).toMatchObject({
      reasons: ['I want to keep my job and my home.'],
      triggers: [{ text: 'Bad sleep', kind: 'internal' }],
      warning_signs: [],
      skills: [
        { text: 'The river', pace: 'quick' },
        { text: 'Call Jo', pace: 'quick' },
      ],
      people: [{ name: 'Jo', phone: '555-0117' }],
      slip_steps: ['Stop. Put it away or leave.'],
    });
  });

  test('the questions go on where they were left, after a lock', async ({ page }) => {
    await goTo(page, 'Plan');
    await button(page, 'Write it step by step').click();
    await page.getByLabel('Reason').fill('Sundays');
    await button(page, 'Next').click();
    await page.getByLabel('What it is').fill('Payday');
    await lockNow(page);
    await unlock(page);
    await goTo(page, 'Plan');
    await button(page, 'Go on step by step').click();
    await expect(page.getByLabel('What it is')).toHaveValue('Payday');
    await button(page, 'One question back').click();
    await expect(page.getByLabel('Reason')).toHaveValue('Sundays');
  });

  // The made-up client shows nothing on a lock screen: this is one's own record.
  test('a copy at hand is asked for until there is one', async ({ page, device }) => {
    const { plan } = await device.call('plan');
    await device.call('save_plan', { plan: { ...plan, reasons: ['Mia'] }, based_on: null });
    await goTo(page, 'Plan');
    await card(page, 'Worth a look')
      .getByRole('button', { name: /^Keep a copy at hand/ })
      .click();
    await expect(title(page, 'Print or share')).toBeVisible();
    await button(page, 'Back').click();
    await device.call('save_lock_card', { reasons: ['Mia'], skills: [], people: [], slip_steps: [] });
    await expect(page.getByText('Keep a copy at hand')).toHaveCount(0);
  });
});

test.describe('with a full plan', () => {
  test.use({ client: 'made-up' });

  test('a row is dragged to its place by its handle', async ({ page, device }) => {
    await goTo(page, 'Plan');
    const week = card(page, 'My week');
    await button(week, 'Edit: My week').click();
    const handle = week.locator('[data-drag]').first();
    const rows = week.getByRole('listitem');
    const before = (await device.call('plan')).plan.routine;
    await rows.nth(2).scrollIntoViewIfNeeded();
    const [from, to] = [await handle.boundingBox(), await rows.nth(2).boundingBox()];
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect(week.getByLabel('What I do 3')).toHaveValue(before[0]);
    await expect(week.getByText('Now 3 of 4.')).toBeAttached();
    await button(week, 'Save').click();
    await expect(button(week, 'Edit: My week')).toBeVisible();
    expect((await device.call('plan')).plan.routine).toEqual([before[1], before[2], before[0], before[3]]);
  });

  test('a review is signed on the screen, and the signature stays with later changes', async ({
    page,
    device,
  }) => {
    await goTo(page, 'Plan');
    const review = card(page, 'Reviewed with my therapist');
    await button(review, 'Edit: Reviewed with my therapist').click();
    await review.getByText('Signatures').click();
    await button(review, 'My therapist signs').click();
    await expect(review.getByLabel('Name or initials')).toHaveValue('Dana R.');
    const pad = review.getByRole('img');
    await pad.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const box = await pad.boundingBox();
    await page.mouse.move(box.x + 30, box.y + 30);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
    await page.mouse.up();
    await button(review, 'Save').click();
    await expect(review.getByRole('img', { name: 'Signature 1' })).toBeVisible();
    const [signature] = (await device.call('plan')).plan.review.signatures;
    expect(signature.signer).toBe('Dana R.');

    await button(review, 'Edit: Reviewed with my therapist').click();
    await review.getByLabel('Next time').fill('2026-03-19');
    await button(review, 'Save').click();
    await expect(review).toContainText('Next time on March 19');
    expect((await device.call('plan')).plan.review).toMatchObject({
      next_on: '2026-03-19',
      signatures: [signature],
    });
  });

  test('versions are compared side by side, in words', async ({ page, device }) => {
    const { plan, version } = await device.call('plan');
    const [first, second, third, fourth] = plan.routine;
    const longer = fourth.replace('school days', 'all school days');
    await device.call('save_plan', {
      plan: { ...plan, routine: [first, second, longer, 'Swim on Saturday'] },
      based_on: version.id,
    });
    await goTo(page, 'Plan');
    await button(page, 'Earlier versions').click();
    await button(page, 'Compare two versions').click();
    await expect(title(page, 'Compare two versions')).toBeVisible();
    const week = card(page, 'My week');
    for (const words of ['Added', 'Removed', 'Changed']) await expect(week.getByText(words)).toBeVisible();
    await expect(week.locator('ins')).toHaveText(/New:.*all/);
    await expect(week.locator('del')).toContainText(third);
    await expect(page.getByRole('main').getByRole('region')).toHaveCount(1);

    // Against the first of all, and against itself.
    await page.getByLabel('Before').selectOption({ index: 3 });
    await expect(card(page, 'Medicines that help')).toContainText('Added');
    await page.getByLabel('Before').selectOption({ index: 0 });
    await expect(page.getByText('Nothing differs between these two.')).toBeVisible();

    // From a version, against the one before it and against now.
    await button(page, 'Back').click();
    await page.getByRole('main').getByRole('listitem').getByRole('button').nth(2).click();
    await button(page, 'Compare with now').click();
    await expect(week.getByText('Swim on Saturday')).toBeVisible();
    await button(page, 'Back').click();
    await button(page, 'What changed then').click();
    await expect(card(page, 'Medicines that help')).toContainText('Naloxone');
  });

  test('an entry that was moved says so', async ({ page, device }) => {
    const { plan, version } = await device.call('plan');
    await device.call('save_plan', {
      plan: { ...plan, slip_steps: [...plan.slip_steps.slice(1), plan.slip_steps[0]] },
      based_on: version.id,
    });
    await goTo(page, 'Plan');
    await button(page, 'Earlier versions').click();
    await button(page, 'Compare two versions').click();
    await expect(card(page, 'If I slip').getByText('Moved to another place')).toBeVisible();
  });

  test('a number that is none stays as typed, and is said at its field', async ({ page, device }) => {
    await goTo(page, 'Plan');
    const people = card(page, 'People');
    await button(people, 'Edit: People').click();
    await button(people, 'Jo').click();
    await button(people, 'Another number').click();
    await people.getByLabel('Number', { exact: true }).fill('ask Elena');
    await button(people, 'Save').click();
    await expect(people.getByText('This is not a phone number.')).toBeVisible();
    await expect(people.getByLabel('Number', { exact: true })).toBeFocused();
    await expect(people.getByLabel('Number', { exact: true })).toHaveValue('ask Elena');
    expect((await device.call('plan')).plan.people[0].more_phones).toEqual([]);
  });

  test('minutes that no skill can take are said at their field', async ({ page }) => {
    await goTo(page, 'Plan');
    const skills = card(page, 'What works for me');
    await button(skills, 'Edit: What works for me').click();
    const minutes = skills.getByLabel('How many minutes it takes, 1').first();
    await minutes.fill('0');
    await button(skills, 'Save').click();
    await expect(skills.getByText('This number is too small.')).toBeVisible();
    await expect(minutes).toHaveValue('0');
  });

  test('what another window wrote of the same section is shown, and what was typed stays', async ({
    page,
    device,
  }) => {
    await goTo(page, 'Plan');
    const slip = card(page, 'If I slip');
    await button(slip, 'Edit: If I slip').click();
    await slip.getByLabel('What I say').fill('My words, typed for a while.');
    const { plan, version } = await device.call('plan');
    await device.call('save_plan', {
      plan: { ...plan, slip_message: 'Written in another window.' },
      based_on: version.id,
    });
    await button(slip, 'Save').click();
    await expect(slip.getByText('Written in another window.')).toBeVisible();
    await expect(slip.getByLabel('What I say')).toHaveValue('My words, typed for a while.');
    await button(slip, 'Save').click();
    await expect(button(slip, 'Edit: If I slip')).toBeVisible();
    expect((await device.call('plan')).plan.slip_message).toBe('My words, typed for a while.');
  });

  test('a plan of 200 kB is read, edited and compared', async ({ page, device }) => {
    const { plan, version } = await device.call('plan');
    const long = Array.from({ length: 40 }, (_, n) => `${n} ${'words of a long night '.repeat(230)}`.trim());
    await device.call('save_plan', { plan: { ...plan, routine: long }, based_on: version.id });
    await goTo(page, 'Plan');
    const week = card(page, 'My week');
    await button(week, 'Edit: My week').click();
    await week.getByLabel('What I do 40').fill('In bed by 11');
    await button(week, 'Save').click();
    await expect(said(page, 'Saved.')).toBeVisible();
    const now = (await device.call('plan')).plan;
    expect(now.routine).toEqual([...long.slice(0, 39), 'In bed by 11']);
    await button(page, 'Earlier versions').click();
    await button(page, 'Compare two versions').click();
    await expect(card(page, 'My week')).toContainText('In bed by 11');
  });
});
