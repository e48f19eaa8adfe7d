import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import type { Component } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import { firstRule, firstRules } from '../../../test/rules';
import OneRule from './OneRule.svelte';
import QuietHours from './QuietHours.svelte';
import type { ReminderRule, Source } from './rule';
import Rules from './Rules.svelte';

const user = userEvent.setup();
const night = { from: '22:00', until: '07:00' };
const call = {
  reminder: {
    id: 'o1',
    text: 'Call Mia',
    shows_text: true,
    on: '2026-02-03',
    time: '07:15',
    repeat: { every: 1, unit: 'week' },
    ends_on: null,
  },
  next_on: '2026-02-10',
};

let core: FakeCore;
let rules: ReminderRule[];
let quiet: ({ from: string; until: string } | null)[];
let own: object[];
let delivery: string;
let whileLocked: boolean;
let coming: object[];

beforeEach(async () => {
  document.body.replaceChildren();
  router.reset('more');
  toast.clear();
  rules = firstRules();
  quiet = Array<null>(7).fill(null);
  own = [];
  delivery = 'works';
  whileLocked = true;
  coming = [];
  core = await FakeCore.connect({
    reminder_rules: () => ({ rules, first: firstRules(), quiet, while_locked: whileLocked, own }),
    reminders: () => ({ today: '2026-02-03', coming, kept_back: [], lately: [], missed: [], delivery }),
    draft: () => ({ text: null }),
    allow_reminders: () => ({ delivery: 'works' }),
    save_quiet_hours: (request: { quiet: typeof quiet }) => void (quiet = request.quiet),
    save_reminder_rule: (request: ReminderRule) => {
      const long = request.leads.findIndex((lead) => lead.kind === 'before' && lead.minutes > 40_320);
      if (long >= 0) throw { code: 'Invalid', field: `leads.${long}.minutes`, rule: 'too_large' };
      if (request.words.length > 40) throw { code: 'Invalid', field: 'words', rule: 'too_long' };
      rules = rules.map((one) => (one.source === request.source ? request : one));
    },
  });
});

/** In a main, as the shell has it. */
function show(view: Component): void {
  render(view, { target: document.body.appendChild(document.createElement('main')) });
}

async function open(source: Source): Promise<void> {
  router.replace('more', { view: 'reminderrule', source });
  show(OneRule);
  await screen.findByRole('switch', { name: /^Remind me/ });
}

const rule = (source: Source) => rules.find((one) => one.source === source);
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const sheet = async () => within(await screen.findByRole('dialog'));

async function noBarrier(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations).toEqual([]);
}

describe('what reminds', () => {
  it('is listed with what each does now, and opens its screen', async () => {
    show(Rules);
    const row = await screen.findByRole('button', { name: /^Sessions/ });
    expect(row).toHaveTextContent('1 hour before');
    expect(screen.getByRole('button', { name: /^Check-in/ })).toHaveTextContent('Off');
    expect(screen.getByRole('button', { name: /^Quiet hours/ })).toHaveTextContent('None.');
    await noBarrier();
    await user.click(row);
    expect(router.params).toEqual({ view: 'reminderrule', source: 'session' });
  });

  it('has reminders of one’s own with their next time', async () => {
    own = [call, { reminder: { ...call.reminder, id: 'o2', text: 'Refill' }, next_on: null }];
    show(Rules);
    const row = await screen.findByRole('button', { name: /^Call Mia/ });
    expect(row).toHaveTextContent(/Tue, Feb 10, 7:15.am · Every week/);
    expect(screen.getByRole('button', { name: /^Refill/ })).toHaveTextContent('Over');
    await user.click(row);
    expect(router.params).toEqual({ view: 'ownreminder', id: 'o1' });
  });

  it('offers to try again where it cannot be read', async () => {
    core.answers.reminder_rules = () => {
      throw { code: 'Damaged' };
    };
    show(Rules);
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

describe('one source', () => {
  it('is switched off at once, with Undo', async () => {
    await open('session');
    await user.click(screen.getByRole('switch', { name: /^Remind me/ }));
    await waitFor(() => expect(rule('session')?.on).toBe(false));
    expect(toast.step).toBe(1);
    expect(screen.queryByRole('heading', { name: 'When' })).toBeNull();
    await noBarrier();
  });

  it('does not lose the first of two quick changes', async () => {
    await open('session');
    await Promise.all([
      user.click(screen.getByRole('switch', { name: 'With a sound' })),
      user.click(screen.getByRole('switch', { name: /^Ask afterwards/ })),
    ]);
    await waitFor(() => expect(rule('session')).toMatchObject({ sound: false, ask: false }));
  });

  it('asks the system once it is switched on, where that was not asked yet', async () => {
    delivery = 'not_asked';
    await open('check_in');
    expect(core.requests('allow_reminders')).toEqual([]);
    await user.click(screen.getByRole('switch', { name: /^Remind me/ }));
    await waitFor(() => expect(core.requests('allow_reminders')).toHaveLength(1));
    expect(core.asked.findIndex(({ operation }) => operation === 'save_reminder_rule')).toBeLessThan(
      core.asked.findIndex(({ operation }) => operation === 'allow_reminders'),
    );
  });

  it('asks the system nothing where reminders come', async () => {
    await open('check_in');
    await user.click(screen.getByRole('switch', { name: /^Remind me/ }));
    await waitFor(() => expect(rule('check_in')?.on).toBe(true));
    await waitFor(() => expect(screen.getByText(/^Every day at/)).toBeVisible());
    expect(core.requests('allow_reminders')).toEqual([]);
  });

  it('gets another time', async () => {
    await open('session');
    await press('Add a time');
    const form = await sheet();
    await user.selectOptions(form.getByLabelText('How long before'), '10 minutes before');
    await noBarrier();
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: '10 minutes before' })).toBeVisible();
    expect(rule('session')?.leads).toEqual([
      { kind: 'before', minutes: 60 },
      { kind: 'before', minutes: 10 },
    ]);
  });

  it('can remind on a day before what has a time', async () => {
    await open('session');
    await press('Add a time');
    const form = await sheet();
    await user.click(form.getByRole('radio', { name: 'On a day before' }));
    await user.selectOptions(form.getByLabelText('Which day'), '2 days before');
    await user.click(form.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(rule('session')?.leads[1]).toEqual({ kind: 'at', days: 2, time: '18:00' }));
  });

  it('has only days where it has no time, and only the time where it comes every day', async () => {
    rules = rules.map((one) => (one.source === 'check_in' ? { ...one, on: true } : one));
    await open('homework');
    await press(/^The evening before/);
    let form = await sheet();
    expect(form.queryByRole('radio')).toBeNull();
    expect(form.getByLabelText('Which day')).toBeVisible();
    document.body.replaceChildren();
    await open('check_in');
    await press(/^Every day at/);
    form = await sheet();
    expect(form.queryByLabelText('Which day')).toBeNull();
    expect(form.getByLabelText('At what time')).toHaveValue('20:00');
  });

  it('loses a time with Undo, but not its last one', async () => {
    await open('authorization');
    await press(/^5 days before/);
    await user.click((await sheet()).getByRole('button', { name: 'Delete' }));
    await waitFor(() =>
      expect(rule('authorization')?.leads).toEqual([{ kind: 'at', days: 3, time: '10:00' }]),
    );
    expect(toast.step).toBe(1);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press(/^3 days before/);
    expect((await sheet()).queryByRole('button', { name: 'Delete' })).toBeNull();
  });

  it('says at its field why a time was refused, and keeps it', async () => {
    await open('session');
    await press('1 hour before');
    const form = await sheet();
    await user.selectOptions(form.getByLabelText('How long before'), 'Another time');
    const hours = form.getByLabelText('hours');
    await user.clear(hours);
    await user.type(hours, '700');
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('This number is too large.')).toBeVisible();
    expect(hours).toHaveValue(700);
    expect(rule('session')?.leads).toEqual([{ kind: 'before', minutes: 60 }]);
  });

  it('warns before own words are set, and shows both ways it will look', async () => {
    coming = [{ source: 'session', asks: false, body: 'You have something at 5:00 pm.', locked_body: null }];
    await open('session');
    expect(await screen.findByText('You have something at 5:00 pm.')).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /^My own words/ }));
    const form = await sheet();
    expect(form.getByText(/^Anyone near this device can read them/)).toBeVisible();
    await user.type(form.getByRole('textbox', { name: 'The words of the reminder' }), 'Off to group');
    await noBarrier();
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('While Handrail is locked')).toBeVisible();
    expect(rule('session')?.words).toBe('Off to group');
  });

  it('stays neutral where own words are given up, and says why they are refused', async () => {
    await open('session');
    await user.click(screen.getByRole('radio', { name: /^My own words/ }));
    const form = await sheet();
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('This is needed.')).toBeVisible();
    await user.type(form.getByRole('textbox', { name: 'The words of the reminder' }), 'x'.repeat(41));
    await user.click(form.getByRole('button', { name: 'Save' }));
    expect(await form.findByText('This is too long.')).toBeVisible();
    await user.click(form.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.getByRole('radio', { name: /^Neutral words/ })).toBeChecked());
  });

  it('promises nothing for the lock where none come then', async () => {
    whileLocked = false;
    rules = rules.map((one) => (one.source === 'session' ? { ...one, words: 'Off to group' } : one));
    await open('session');
    expect(screen.getByText(/^Nothing appears/)).toBeVisible();
    expect(screen.queryByText(/^You have something/)).toBeNull();
  });

  it('goes back to neutral words at once', async () => {
    rules = rules.map((one) => (one.source === 'session' ? { ...one, words: 'Off to group' } : one));
    await open('session');
    await user.click(screen.getByRole('radio', { name: /^Neutral words/ }));
    await waitFor(() => expect(rule('session')?.words).toBe(''));
  });

  it('can be made as it was at the start', async () => {
    await open('session');
    expect(screen.queryByRole('button', { name: 'As at the start' })).toBeNull();
    await user.click(screen.getByRole('switch', { name: 'With a sound' }));
    await user.click(await screen.findByRole('button', { name: 'As at the start' }));
    await waitFor(() => expect(rule('session')).toEqual(firstRule('session')));
  });

  it('leaves usual meetings their own times, and needs none beside them', async () => {
    await open('meeting');
    expect(screen.getByText(/Each has a time of its own/)).toBeVisible();
    await press('Add a time');
    await user.click((await sheet()).getByRole('button', { name: 'Save' }));
    await press('30 minutes before');
    await user.click((await sheet()).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(rule('meeting')?.leads).toEqual([]));
    await noBarrier();
  });

  it('says that it is not there where nothing of that name reminds', async () => {
    router.replace('more', { view: 'reminderrule', source: 'nothing' });
    show(OneRule);
    expect(await screen.findByText(/no longer here/)).toBeVisible();
  });
});

describe('quiet hours', () => {
  it('are one pair of times for all days, saved with Undo', async () => {
    show(QuietHours);
    await user.click(await screen.findByRole('switch', { name: 'Quiet hours' }));
    expect(screen.getByText(/^Ends the next day at 7:00/)).toBeVisible();
    await noBarrier();
    await press('Save');
    await waitFor(() => expect(quiet).toEqual(Array(7).fill(night)));
    expect(toast.step).toBe(1);
  });

  it('can differ from day to day', async () => {
    show(QuietHours);
    await user.click(await screen.findByRole('radio', { name: 'Day by day' }));
    await user.click(screen.getByRole('switch', { name: 'Sunday' }));
    const sunday = within(screen.getByRole('group', { name: 'Sunday' }));
    expect(sunday.getByText(/^Ends the next day, Monday, at 7:00/)).toBeVisible();
    await noBarrier();
    await press('Save');
    await waitFor(() => expect(quiet).toEqual([null, null, null, null, null, null, night]));
  });

  it('take one press to be those of the first day on all', async () => {
    quiet = [null, { from: '21:00', until: '06:00' }, null, null, night, null, null];
    show(QuietHours);
    await user.click(await screen.findByRole('radio', { name: 'All days the same' }));
    await press('Save');
    await waitFor(() => expect(quiet).toEqual(Array(7).fill({ from: '21:00', until: '06:00' })));
  });

  it('say when nothing will appear', async () => {
    quiet = Array(7).fill({ from: '08:00', until: '08:00' });
    show(QuietHours);
    expect(await screen.findByText('It is always quiet. No reminder will appear.')).toBeVisible();
    expect(screen.getByText(/^A whole day: it ends the next day at 8:00/)).toBeVisible();
  });

  it('ask for a time that is missing, at its field', async () => {
    quiet = Array(7).fill(night);
    show(QuietHours);
    await user.clear(await screen.findByLabelText('Until'));
    await press('Save');
    expect(await screen.findByText('This is needed.')).toBeVisible();
    expect(core.requests('save_quiet_hours')).toEqual([]);
  });
});
