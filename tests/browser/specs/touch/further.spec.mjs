import { PASSPHRASE } from '../../harness/device.mjs';
import { button, card, said, sheet, title } from '../../harness/rooms.mjs';
import { test, expect } from '../../harness/touch.mjs';

// The ways that are gone seldom, or once, by touch as the main ones are.

/** A row or a button that leads on, by how it begins. */
const lead = (page, name) => page.getByRole('main').getByRole('button', { name }).first();

test.describe('on a new device', () => {
  test('the first start: language, passphrase, recovery key, program, reminder', async ({ page, thumb, device }) => {
    await thumb.feel('welcome');
    await thumb.tap(page.getByRole('radio', { name: 'English' }));
    await thumb.tap(button(page, 'Start'));
    await expect(title(page, 'Choose a passphrase')).toBeVisible();
    await thumb.feelForm('a passphrase');
    await thumb.type(page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await thumb.type(page.getByLabel('The same again'), PASSPHRASE);
    await thumb.tap(button(page, 'Next'));
    await expect(title(page, 'Write down your recovery key')).toBeVisible();
    await thumb.feelForm('recovery key');
    const groups = page.getByRole('list', { name: 'Recovery key', exact: true }).getByRole('listitem');
    const last = (await groups.last().textContent()).replaceAll(/\s/g, '').slice(-4);
    await thumb.type(page.getByLabel('Check your copy'), last);
    await thumb.tap(button(page, 'I wrote it down'));
    await expect(title(page, 'Your program')).toBeVisible();
    await thumb.feel('programs');
    await thumb.tap(page.getByRole('button', { name: 'Evening program' }));
    await expect(title(page, 'Evening program')).toBeVisible();
    await thumb.feel('a program');
    await thumb.tap(page.getByRole('button', { name: /^Time zone/ }));
    await thumb.feelForm('time zone');
    await thumb.tap(button(sheet(page, 'Time zone'), 'Close'));
    await thumb.tap(button(page, 'Save my program'));
    await expect(title(page, 'A reminder before sessions?')).toBeVisible();
    await thumb.feel('a reminder');
    await thumb.tap(button(page, 'Go to Today'));
    await expect(title(page, 'Today')).toBeVisible();
    await thumb.feel('the first day');
    expect((await device.call('care')).episodes).toHaveLength(1);
  });

  test('looking around, leaving, and coming with a backup', async ({ page, thumb, device }) => {
    await thumb.tap(button(page, 'Look around with made-up data'));
    const made = page.getByRole('complementary', { name: 'Made-up data' });
    await expect(title(page, 'Today')).toBeVisible();
    await thumb.feel('made-up data');
    await thumb.tap(button(made, 'Leave'));
    await expect(title(page, 'Hello. This is Handrail.')).toBeVisible();
    await thumb.tap(button(page, 'I have a backup'));
    await thumb.feel('with a backup');
    expect((await device.call('status')).phase).toBe('new');
  });
});

test.describe('with a life in it', () => {
  test.use({ client: 'history', now: '2026-02-04T21:30' });

  test('a slip, a questionnaire, what changed over time', async ({ page, thumb, device }) => {
    const overTime = async () => {
      await thumb.goTo('Today');
      await thumb.tap(button(page, 'Over time'));
    };
    await overTime();
    await thumb.feel('over time');
    await thumb.tap(page.getByRole('button', { name: /^Slips/ }));
    await expect(title(page, 'After a slip')).toBeVisible();
    await thumb.feelForm('a slip');
    await thumb.type(page.getByLabel('What led to it'), 'Payday.');
    await thumb.write(button(page, 'Write it down'), card(page, 'It is written down. This can stop here.'));
    await thumb.feel('after a slip');
    expect((await device.call('slips')).slips).toHaveLength(1);

    await overTime();
    await thumb.tap(page.getByRole('button', { name: /^GAD-7/ }));
    await expect(title(page, 'GAD-7')).toBeVisible();
    await thumb.feel('a questionnaire');
    await thumb.tap(page.getByRole('button', { name: /^Fill it in/ }));
    for (let n = 1; n <= 7; n++) {
      const question = page.getByRole('radiogroup', { name: new RegExp(`^${n}\\. `) });
      await thumb.tap(question.getByRole('radio', { name: 'Several days', exact: true }));
    }
    await thumb.feel('a questionnaire, filled in');
    await thumb.write(button(page, 'Save'), said(page, 'Answers saved.'));
    expect((await device.call('assessments', { instrument: 'gad7' })).assessments).not.toHaveLength(0);
  });

  test('mooring lines and aftercare', async ({ page, thumb, device }) => {
    await thumb.goTo('Plan');
    await thumb.tap(lead(page, /^Mooring lines/));
    await expect(title(page, 'Mooring lines')).toBeVisible();
    await thumb.feel('mooring lines');
    await thumb.tap(page.getByRole('button', { name: /^(Choose|Change) my lines/ }));
    const lines = sheet(page, 'My lines');
    await thumb.feelForm('my lines');
    await thumb.tap(button(lines, 'Another line'));
    await thumb.type(lines.getByLabel(/^Line \d/).last(), 'Feed the dog at seven');
    await thumb.write(button(lines, 'Save'), said(page, 'Saved.'));
    expect((await device.call('mooring')).lines.at(-1).text).toBe('Feed the dog at seven');

    await thumb.goTo('Plan');
    await thumb.tap(lead(page, /^Aftercare/));
    await expect(title(page, 'Aftercare')).toBeVisible();
    await thumb.feel('aftercare');
    await thumb.tap(page.getByRole('button', { name: 'Add to my plan', exact: true }).first());
    const form = sheet(page, 'Add to my plan');
    await thumb.feelForm('something to keep up');
    await form.getByLabel('What it is about').selectOption('Joy');
    await thumb.type(form.getByLabel('What I keep up'), 'Swim on Sundays');
    await thumb.write(button(form, 'Save'), said(page, 'Saved.'));
    const { open } = await device.call('aftercare');
    expect(open.map(({ entry }) => entry.text)).toContain('Swim on Sundays');
  });

  test('days and chips, sponsor, steps and service', async ({ page, thumb, device }) => {
    await thumb.goTo('Groups');
    await thumb.tap(lead(page, /^Days and chips/));
    await expect(title(page, 'Days and chips')).toBeVisible();
    await thumb.feel('days and chips');
    await thumb.tap(page.getByRole('button', { name: /^(Set a|Add another) recovery date|^Another count/ }).first());
    const days = page.getByRole('dialog');
    await thumb.feelForm('a recovery date');
    await thumb.type(days.getByLabel('What is counted'), 'Nicotine');
    await thumb.type(days.getByLabel('From', { exact: true }), '2026-01-05');
    await thumb.write(button(days, 'Save'), card(page, 'Nicotine'));
    await thumb.feel('another count of days');

    await thumb.goTo('Groups');
    await thumb.tap(lead(page, /^Sponsor, steps and service/));
    await thumb.feel('sponsor, steps and service');
    await thumb.tap(button(page, 'Add a step'));
    const step = sheet(page, 'Add a step');
    await thumb.feelForm('a step');
    await step.getByLabel('Kind of group').selectOption('AA, Alcoholics Anonymous');
    await thumb.type(step.getByLabel('Step, tool or point'), '7');
    await thumb.write(button(step, 'Save'), button(page, 'Finished today: step 7'));
    expect((await device.call('step_work')).steps.map(({ step }) => step)).toContain(7);
  });

  test('the calendar file, the schedule, days off', async ({ page, thumb }) => {
    const more = async (name) => {
      await thumb.goTo('Treatment');
      await thumb.tap(page.getByRole('tab', { name: 'More' }));
      await thumb.tap(lead(page, name));
    };
    await more(/^Calendar file/);
    await expect(title(page, 'Calendar file')).toBeVisible();
    await thumb.feel('calendar file');
    await more(/^Days off/);
    await thumb.feel('days off');
    await thumb.goTo('Treatment');
    await thumb.tap(page.getByRole('tab', { name: 'Path' }));
    await thumb.tap(button(page, 'Change days'));
    await expect(title(page, 'Change days and times')).toBeVisible();
    await thumb.feelForm('days and times');
  });

  test('moving records, the PIN, the lock screen, where things lie, destroying', async ({ page, thumb, device }) => {
    const privacy = async (name) => {
      await thumb.goTo('More');
      await thumb.tap(lead(page, /^Privacy and lock/));
      await thumb.tap(lead(page, name));
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    };
    await thumb.goTo('More');
    await thumb.tap(lead(page, /^Move records/));
    await expect(title(page, 'Move records')).toBeVisible();
    await thumb.feel('move records');
    await thumb.write(button(page, 'Save a copy'), said(page, 'Your copy is saved:'));

    await privacy('PIN');
    await thumb.feelForm('a PIN');
    await thumb.type(page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await thumb.type(page.getByLabel('New PIN'), '271828');
    await thumb.type(page.getByLabel('The same again'), '271828');
    await thumb.write(button(page, 'Save'), said(page, 'Your PIN is set.'));
    await privacy('On the lock screen');
    await thumb.feel('on the lock screen');
    await thumb.tap(page.getByRole('checkbox', { name: /^Jo/ }));
    await thumb.write(button(page, 'Show this on the lock screen'), said(page, 'Saved.'));
    await privacy('What lies where');
    await thumb.feel('what lies where');

    await device.call('lock');
    await expect(title(page, 'Welcome back')).toBeVisible();
    await thumb.feelForm('locked, with a PIN');
    await thumb.type(page.getByLabel('PIN', { exact: true }), '271828');
    await thumb.tap(button(page, 'Unlock'));
    await expect(title(page, 'Today')).toBeVisible();

    await privacy('Destroy everything');
    await thumb.feelForm('destroying');
    await thumb.type(page.getByLabel('Passphrase', { exact: true }), PASSPHRASE);
    await thumb.tap(button(page, 'Destroy everything…'));
    const sure = sheet(page, 'Destroy everything now?');
    await expect(sure).toBeVisible();
    await thumb.feel('the second question');
    await thumb.tap(button(sure, 'Yes, destroy everything'));
    await expect(title(page, 'Everything is gone')).toBeVisible();
    await thumb.feel('all gone');
    expect((await device.call('status')).phase).toBe('new');
  });
});
