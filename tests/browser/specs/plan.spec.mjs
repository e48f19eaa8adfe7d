import { test, expect } from '../harness/test.mjs';
import { button, card, goTo, said, title } from '../harness/rooms.mjs';

/** A list inside a section that has several. */
function part(section, name) {
  return section.getByRole('group', { name, exact: true });
}

/** Each section: how it is written, what is then read, and what the plan then holds. */
const SECTIONS = {
  'My reasons': {
    write: (section) => section.getByLabel('Reason 1').fill('To be there on Sundays.'),
    read: ['To be there on Sundays.'],
    held: { reasons: ['To be there on Sundays.'] },
  },
  Triggers: {
    async write(section) {
      for (const [kind, text, what, strength] of [
        ['Around me', 'Payday', 'Take the bus home.', 'Very strong'],
        ['Inside me', 'Not sleeping', 'Tea, then bed.', 'Mild'],
      ]) {
        const list = part(section, kind);
        await button(list, 'Write my own').click();
        await list.getByLabel('What it is').fill(text);
        await list.getByLabel('What I do about it').fill(what);
        await list.getByRole('radio', { name: strength, exact: true }).check();
      }
    },
    read: ['Payday', 'Take the bus home.', 'Not sleeping', 'Tea, then bed.'],
    held: {
      triggers: [
        { text: 'Payday', kind: 'external', strength: 3, response: 'Take the bus home.' },
        { text: 'Not sleeping', kind: 'internal', strength: 1, response: 'Tea, then bed.' },
      ],
    },
  },
  'Coming up': {
    async write(section) {
      await section.getByLabel('What is coming up').fill('A wedding');
      await section.getByLabel('When').fill('2026-02-28');
      await section.getByLabel('My plan for it').fill('Drive myself.');
    },
    read: ['A wedding', 'February 28, 2026', 'Drive myself.'],
    held: { situations: [{ text: 'A wedding', on: '2026-02-28', plan: 'Drive myself.' }] },
  },
  'Warning signs': {
    async write(section) {
      for (const [stage, text] of [
        ['Early', 'No breakfast'],
        ['In the middle', 'Skipping group'],
        ['Late', 'Looking up numbers'],
      ]) {
        await button(part(section, stage), 'Write my own').click();
        await part(section, stage).getByLabel('Sign 1').fill(text);
      }
    },
    read: ['No breakfast', 'Skipping group', 'Looking up numbers'],
    held: {
      warning_signs: [
        { stage: 'early', text: 'No breakfast' },
        { stage: 'middle', text: 'Skipping group' },
        { stage: 'late', text: 'Looking up numbers' },
      ],
    },
  },
  'What works for me': {
    async write(section) {
      await button(part(section, 'Quick'), 'Write my own').click();
      await part(section, 'Quick').getByLabel('What I do 1').fill('Cold water');
      await button(part(section, 'Slow'), 'Write my own').click();
      await part(section, 'Slow').getByLabel('What I do 1').fill('The gym');
      await part(section, 'Slow').getByLabel('How many minutes it takes, 1').fill('40');
      await section.getByLabel('Tired').fill('Lie down.');
    },
    read: ['Cold water', 'The gym', '40\u00a0min', 'Lie down.'],
    held: {
      skills: [
        { text: 'Cold water', pace: 'quick', minutes: null },
        { text: 'The gym', pace: 'slow', minutes: 40 },
      ],
      halt: { hungry: '', angry: '', lonely: '', tired: 'Lie down.' },
    },
  },
  People: {
    async write(section) {
      await section.getByLabel('Name').fill('Jo');
      await section.getByLabel('Who they are').selectOption('Sponsor');
      await section.getByLabel('Phone').fill('(555) 010-0117');
      await button(section, 'Another number').click();
      await section.getByLabel('Number', { exact: true }).fill('555-0118');
      await section.getByLabel('What it is for').fill('Work');
      await section.getByLabel('A text, ready to send').fill('Can you talk?');
      await section.getByRole('checkbox', { name: 'Knows about this plan' }).check();
    },
    read: ['Jo', 'Sponsor · knows this plan', 'Work: 555-0118', 'Can you talk?'],
    held: {
      people: [
        {
          name: 'Jo',
          role: 'sponsor',
          phone: '(555) 010-0117',
          more_phones: [{ label: 'Work', number: '555-0118' }],
          knows_plan: true,
          message: 'Can you talk?',
        },
      ],
    },
  },
  'Safe places': {
    async write(section) {
      await button(part(section, 'Places that are safe'), 'Write my own').click();
      await section.getByLabel('Place 1').fill('The library');
      await button(part(section, 'To remove from home'), 'Write my own').click();
      await section.getByLabel('Thing 1').fill('The bottles');
    },
    read: ['The library', 'The bottles'],
    held: { safe_places: ['The library'], remove_from_home: ['The bottles'] },
  },
  'My week': {
    write: (section) => section.getByLabel('What I do 1').fill('In bed by 11'),
    read: ['In bed by 11'],
    held: { routine: ['In bed by 11'] },
  },
  'Medicines that help': {
    async write(section) {
      await section.getByLabel('Name').fill('Naloxone');
      await section.getByLabel('When and how I take it').fill('In the drawer.');
    },
    read: ['Naloxone', 'In the drawer.'],
    held: { medicines: [{ name: 'Naloxone', how: 'In the drawer.' }] },
  },
  'If I slip': {
    async write(section) {
      await section.getByLabel('Step 1').fill('Stop. Put it down.');
      await button(section, 'Another step').click();
      await section.getByLabel('Step 2').fill('Call Jo.');
      await section.getByLabel('What I say').fill('Stay with me.');
    },
    read: ['Stop. Put it down.', 'Call Jo.', 'Stay with me.', 'After a break the body can take much less.'],
    held: { slip_steps: ['Stop. Put it down.', 'Call Jo.'], slip_message: 'Stay with me.' },
  },
  'Reviewed with my therapist': {
    async write(section) {
      await section.getByLabel('With whom').fill('Dana');
      await section.getByLabel('When').fill('2026-02-02');
      await section.getByLabel('Next time').fill('2026-03-02');
    },
    read: ['With Dana on February 2, 2026', 'Next time on March 2'],
    held: { review: { with: 'Dana', on: '2026-02-02', next_on: '2026-03-02', signatures: [] } },
  },
};

test.describe('with nothing written yet', () => {
  test.use({ client: 'own' });

  test('all eleven sections are written in place, and every save is a version', async ({ page, device }) => {
    await goTo(page, 'Plan');
    await expect(page.getByText('A plan in your own words')).toBeVisible();
    const names = Object.keys(SECTIONS);
    for (const [at, name] of names.entries()) {
      const { write, read, held } = SECTIONS[name];
      const section = card(page, name);
      await button(section, `Write: ${name}`).click();
      await write(section);
      await button(section, 'Save').click();
      await expect(button(section, `Edit: ${name}`)).toBeVisible();
      for (const words of read) await expect(section).toContainText(words);
      const { plan, versions } = await device.call('plan');
      expect(plan).toMatchObject(held);
      expect(versions).toBe(at + 1);
    }
    await expect(page.getByText('Reviewed with Dana on February 2')).toBeVisible();
    const everything = Object.assign({}, ...Object.values(SECTIONS).map(({ held }) => held));
    expect((await device.call('plan')).plan).toEqual(everything);
  });

  test('an idea is taken with a tap, put in order, removed and put back', async ({ page, device }) => {
    await goTo(page, 'Plan');
    await button(page, 'Start with my reasons').click();
    const section = card(page, 'My reasons');
    await section.getByLabel('Reason 1').fill('To be there on Sundays.');
    await button(section, 'I want to keep my job and my home.').click();
    await button(section, 'Move up: I want to keep my job and my home.').click();
    await expect(section.getByLabel('Reason 1')).toHaveValue('I want to keep my job and my home.');
    await button(section, 'Remove: To be there on Sundays.').click();
    await expect(section.getByLabel('Reason 2')).toHaveCount(0);
    await button(section, 'Put back').click();
    await button(section, 'Save').click();
    await expect(button(section, 'Edit: My reasons')).toBeVisible();
    expect((await device.call('plan')).plan.reasons).toEqual([
      'I want to keep my job and my home.',
      'To be there on Sundays.',
    ]);
  });
});

test.describe('with a full plan', () => {
  test.use({ client: 'made-up' });

  test('it reads like a page, and people are called and written to from it', async ({ page }) => {
    await goTo(page, 'Plan');
    for (const name of Object.keys(SECTIONS)) {
      await expect(card(page, name).getByRole('heading', { level: 2, name, exact: true })).toBeVisible();
    }
    const people = card(page, 'People');
    const body = `?&body=${encodeURIComponent('I am having a hard moment. Can you talk?')}`;
    for (const [name, number, ready = ''] of [
      ['Jo', '5550117', body],
      ['Cedar House', '5550142'],
      ['Dana R.', '5550163'],
      ['Elena', '5550188'],
    ]) {
      await expect(people.getByRole('link', { name: `Call ${name}`, exact: true })).toHaveAttribute(
        'href',
        `tel:${number}`,
      );
      await expect(people.getByRole('link', { name: `Text ${name}`, exact: true })).toHaveAttribute(
        'href',
        `sms:${number}${ready}`,
      );
    }
  });

  test('a save can be taken back', async ({ page, device }) => {
    await goTo(page, 'Plan');
    const week = card(page, 'My week');
    await button(week, 'Edit: My week').click();
    await week.getByLabel('What I do 1').fill('In bed by 10');
    await button(week, 'Save').click();
    await expect(week).toContainText('In bed by 10');
    await button(said(page, 'Saved.'), 'Undo').click();
    await expect(week).toContainText('In bed by 11');
    expect((await device.call('plan')).plan.routine[0]).toBe('In bed by 11');
  });

  test('giving up an edit leaves the plan as it was', async ({ page, device }) => {
    await goTo(page, 'Plan');
    const week = card(page, 'My week');
    await button(week, 'Edit: My week').click();
    await week.getByLabel('What I do 1').fill('Never mind');
    await button(week, 'Cancel').click();
    await expect(week).toContainText('In bed by 11');
    expect((await device.call('plan')).versions).toBe(3);
  });

  test('earlier versions are listed, read and brought back', async ({ page, device }) => {
    const { versions } = await device.call('plan_versions');
    const { plan: oldest } = await device.call('plan_version', { id: versions.at(-1).id });
    const { plan: newest } = await device.call('plan');
    await goTo(page, 'Plan');
    await button(page, 'Earlier versions').click();
    await expect(title(page, 'Earlier versions')).toBeVisible();
    const list = page.getByRole('main').getByRole('listitem').getByRole('button');
    await expect(list).toHaveText([
      'January 22, 2026 8:00 pm · the plan now',
      'January 14, 2026 8:00 pm',
      'January 7, 2026 8:00 pm',
    ]);

    await list.last().click();
    await expect(title(page, 'Plan of January 7, 2026')).toBeVisible();
    await expect(card(page, 'My reasons')).toContainText(oldest.reasons[0]);
    // Read only: nobody is called from a page of the past.
    await expect(page.getByRole('main').getByRole('link')).toHaveCount(0);
    await button(page, 'Bring this version back').click();
    await expect(said(page, 'This version is your plan again.')).toBeVisible();
    expect((await device.call('plan')).plan).toEqual(oldest);
    expect((await device.call('plan')).versions).toBe(4);

    await button(said(page, 'This version'), 'Undo').click();
    await expect.poll(async () => (await device.call('plan')).plan).toEqual(newest);
  });

  test('when the same section was changed meanwhile, both are shown and the client chooses', async ({
    page,
    device,
  }) => {
    await goTo(page, 'Plan');
    const reasons = card(page, 'My reasons');
    await button(reasons, 'Edit: My reasons').click();
    await reasons.getByLabel('Reason 1').fill('My words, typed for a while.');

    const { plan, version } = await device.call('plan');
    await device.call('save_plan', {
      plan: { ...plan, reasons: ['Written in another window.'] },
      based_on: version.id,
    });

    await button(reasons, 'Save').click();
    await expect(
      reasons.getByText('This was changed somewhere else in the meantime. Look again, then save.'),
    ).toBeVisible();
    await expect(reasons.getByText('This part was changed in the meantime. It now says:')).toBeVisible();
    await expect(reasons.getByText('Written in another window.')).toBeVisible();
    await expect(reasons.getByLabel('Reason 1')).toHaveValue('My words, typed for a while.');
    expect((await device.call('plan')).plan.reasons).toEqual(['Written in another window.']);

    await button(reasons, 'Save').click();
    await expect(button(reasons, 'Edit: My reasons')).toBeVisible();
    expect((await device.call('plan')).plan.reasons[0]).toBe('My words, typed for a while.');
  });

  test('a change of another section meanwhile is no conflict, and is kept', async ({ page, device }) => {
    await goTo(page, 'Plan');
    const reasons = card(page, 'My reasons');
    await button(reasons, 'Edit: My reasons').click();
    await reasons.getByLabel('Reason 1').fill('My words.');
    const { plan, version } = await device.call('plan');
    await device.call('save_plan', {
      plan: { ...plan, routine: ['From another window.'] },
      based_on: version.id,
    });
    await button(reasons, 'Save').click();
    await expect(button(reasons, 'Edit: My reasons')).toBeVisible();
    const now = (await device.call('plan')).plan;
    expect([now.reasons[0], now.routine]).toEqual(['My words.', ['From another window.']]);
  });
});

test.describe('when the day of the next review has come', () => {
  test.use({ client: 'history', now: '2026-02-20T09:00' });

  test('the plan says so and opens the review', async ({ page }) => {
    await goTo(page, 'Plan');
    await card(page, 'Worth a look')
      .getByRole('button', { name: /^Time to look at it again with Dana R\./ })
      .click();
    await expect(card(page, 'Reviewed with my therapist').getByLabel('Next time')).toHaveValue('2026-02-19');
  });
});
