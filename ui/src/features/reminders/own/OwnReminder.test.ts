import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import { firstRule } from '../../../test/rules';
import OwnReminder from './OwnReminder.svelte';

const user = userEvent.setup();
const kept = {
  id: 'o1',
  text: 'Call Mia',
  shows_text: true,
  on: '2026-02-03',
  time: '07:15',
  repeat: { every: 1, unit: 'week' },
  ends_on: null,
};

let core: FakeCore;
let on: boolean;
let delivery: string;

beforeEach(async () => {
  document.body.replaceChildren();
  router.reset('more');
  toast.clear();
  on = true;
  delivery = 'works';
  core = await FakeCore.connect({
    reminder_rules: () => ({
      rules: [{ ...firstRule('own'), on }],
      first: [firstRule('own')],
      quiet: Array(7).fill(null),
      while_locked: true,
      own: [{ reminder: kept, next_on: '2026-02-10' }],
    }),
    reminders: () => ({ today: '2026-02-03', coming: [], kept_back: [], lately: [], missed: [], delivery }),
    draft: () => ({ text: null }),
    save_own_reminder: () => ({ id: 'o2' }),
    allow_reminders: () => ({ delivery: 'works' }),
  });
});

async function open(id?: string): Promise<void> {
  router.go('more', { view: 'ownreminder', ...(id ? { id } : {}) });
  render(OwnReminder, { target: document.body.appendChild(document.createElement('main')) });
  await screen.findByLabelText('What it is about');
}

const press = (name: string) => user.click(screen.getByRole('button', { name }));

it('makes a new one for today, neutral and once, unless something else is chosen', async () => {
  await open();
  await user.type(screen.getByLabelText('What it is about'), ' Refill ');
  expect(screen.getByText(/^You have something at 9:00/)).toBeVisible();
  await press('Save');
  await waitFor(() =>
    expect(core.requests('save_own_reminder')).toEqual([
      {
        id: null,
        text: 'Refill',
        shows_text: false,
        on: '2026-02-03',
        time: '09:00',
        repeat: null,
        ends_on: null,
      },
    ]),
  );
  expect(toast.step).toBe(1);
  expect(core.requests('discard_draft')).toEqual([{ key: 'reminders/own/new' }]);
});

it('shows its text only where that is chosen, with a warning', async () => {
  await open();
  await user.type(screen.getByLabelText('What it is about'), 'Refill');
  expect(screen.queryByText('Refill')).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: /^Show this text/ }));
  expect(screen.getByText('Refill')).toBeVisible();
  expect(screen.getByText(/^Anyone near this device can read it/)).toBeVisible();
});

it('repeats in a rhythm of its own until a last day', async () => {
  await open('o1');
  await user.selectOptions(screen.getByLabelText('How often'), 'Another rhythm');
  await user.clear(screen.getByLabelText('Every'));
  await user.type(screen.getByLabelText('Every'), '10');
  await user.selectOptions(screen.getByLabelText('Days, weeks, months or years'), 'days');
  await user.type(screen.getByLabelText(/^Last day/), '2026-06-01');
  await press('Save');
  await waitFor(() =>
    expect(core.requests('save_own_reminder')).toEqual([
      { ...kept, repeat: { every: 10, unit: 'day' }, ends_on: '2026-06-01' },
    ]),
  );
});

it('says at the field what is refused', async () => {
  core.answers.save_own_reminder = () => {
    throw { code: 'Invalid', field: 'ends_on', rule: 'end_before_start' };
  };
  await open('o1');
  await press('Save');
  expect(await screen.findByText('The end comes before the start.')).toBeVisible();
  expect(screen.getByLabelText(/^Last day/)).toHaveFocus();
});

it('is deleted with Undo', async () => {
  await open('o1');
  await press('Delete');
  await waitFor(() => expect(core.requests('delete_own_reminder')).toEqual([{ id: 'o1' }]));
  expect(toast.message).toBe('Reminder removed.');
  expect(toast.step).toBe(1);
});

it('asks the system after the first is saved', async () => {
  delivery = 'not_asked';
  await open('o1');
  await press('Save');
  await waitFor(() => expect(core.requests('allow_reminders')).toHaveLength(1));
});

it('says where reminders of one’s own are switched off', async () => {
  on = false;
  await open('o1');
  expect(screen.getByText(/^Your own reminders are switched off/)).toBeVisible();
  await press('How they remind');
  expect(router.params).toEqual({ view: 'reminderrule', source: 'own' });
});

it('says that one is gone', async () => {
  router.go('more', { view: 'ownreminder', id: 'gone' });
  render(OwnReminder);
  expect(await screen.findByText(/no longer here/)).toBeVisible();
});

it('has no barrier that axe can find', async () => {
  await open('o1');
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations).toEqual([]);
});
