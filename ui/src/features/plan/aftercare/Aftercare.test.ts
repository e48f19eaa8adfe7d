import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { repeatOf, rhythmOf } from '../../../components/rhythm';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import { todayAnswer } from '../../treatment/samples';
import type { Shown, View } from './aftercare';
import Aftercare from './Aftercare.svelte';

function entry(change: Partial<View['entry']> = {}, view: Partial<View> = {}): View {
  return {
    entry: {
      id: 'e1',
      area: 'joy',
      text: 'The river',
      next_step: 'Ask Elena.',
      due_on: '2026-02-07',
      repeat: { every: 1, unit: 'week' },
      month_day: null,
      done_on: null,
      before_leaving: false,
      note: '',
      ...change,
    },
    overdue: false,
    times_done: 0,
    last_done_on: null,
    ...view,
  };
}
const once = { repeat: null, next_step: '' };

const none: Shown = { open: [], done: [], before_leaving: [], next: null, leaving_on: null };
const full: Shown = {
  open: [
    entry({}, { times_done: 2, last_done_on: '2026-01-31' }),
    entry({ ...once, id: 'e2', area: 'doctor', text: 'Dr. Lee', due_on: '2026-02-01' }, { overdue: true }),
  ],
  done: [entry({ ...once, id: 'e3', area: 'money', text: 'The bank', done_on: '2026-01-20' })],
  before_leaving: [
    entry({ ...once, id: 'b1', area: 'other', text: 'Get numbers', due_on: null, before_leaving: true }),
    entry({ ...once, id: 'b2', text: 'Summary', due_on: null, before_leaving: true, done_on: '2026-02-01' }),
  ],
  next: 'e1',
  leaving_on: null,
};

function start(shown: Shown, answers: object = {}) {
  return FakeCore.connect({
    aftercare: () => shown,
    today: () => todayAnswer({}),
    milestones: () => ({ treatment: { since: '2025-12-15', days: 50, weeks: 7, months: 1 } }),
    finish_aftercare: () => ({ due_on: null }),
    draft: () => ({ text: null }),
    ...answers,
  });
}

/** In a main, as the shell has it. */
function show(): void {
  render(Aftercare, { target: document.body.appendChild(document.createElement('main')) });
}

async function noBarrier(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations).toEqual([]);
}

async function open(name: string | RegExp): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog');
}

beforeEach(() => {
  document.body.replaceChildren();
  router.reset();
  toast.clear();
});

it('says what can be kept when nothing is yet, and takes an idea of the area', async () => {
  const core = await start(none);
  show();
  expect(await screen.findByText('What goes on after the program?')).toBeVisible();
  await noBarrier();
  const form = await open('Work or school');
  await userEvent.click(within(form).getByRole('button', { name: 'Sign up for a class' }));
  await userEvent.type(within(form).getByLabelText(/^Next step/), 'Call the college');
  await userEvent.selectOptions(within(form).getByLabelText('How often'), 'Every 3 months');
  await userEvent.type(within(form).getByLabelText('By when'), '2026-02-20');
  await noBarrier();
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(core.requests('save_aftercare')).toEqual([
    {
      id: null,
      area: 'work',
      text: 'Sign up for a class',
      next_step: 'Call the college',
      due_on: '2026-02-20',
      repeat: { every: 3, unit: 'month' },
      before_leaving: false,
      note: '',
    },
  ]);
  expect(toast.step).toBe(1);
});

it('shows what is open by area, the one that is due soonest marked, without a word of blame', async () => {
  await start(full);
  show();
  const list = await screen.findByRole('region', { name: 'What I keep up' });
  const areas = within(list).getAllByRole('heading', { level: 3 });
  expect(areas.map((one) => one.textContent)).toEqual(['Joy', 'Doctor']);
  expect(within(list).getByRole('button', { name: /^The river/ })).toHaveTextContent(
    /Next: Due Saturday · Every week$/,
  );
  expect(within(list).getByRole('button', { name: /^Dr\. Lee/ })).toHaveTextContent(/Was due Sun, Feb 1$/);
  await noBarrier();
});

it('is done with one tap, says when it comes again, and offers Undo', async () => {
  const core = await start(full, { finish_aftercare: () => ({ due_on: '2026-02-14' }) });
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Done: The river' }));
  expect(core.requests('finish_aftercare')).toEqual([{ id: 'e1', on: '2026-02-03' }]);
  expect(toast.message).toBe('Noted as done. Next time: Saturday, February 14.');
  expect(toast.step).toBe(1);
});

it('folds what is done away, from where it can be opened again', async () => {
  const core = await start(full);
  show();
  await userEvent.click(await screen.findByText('1 thing done'));
  expect(screen.getByRole('button', { name: /^The bank/ })).toHaveTextContent('Done on Jan 20');
  await userEvent.click(screen.getByRole('button', { name: 'Open again: The bank' }));
  expect(core.requests('reopen_aftercare')).toEqual([{ id: 'e3' }]);
});

it('is changed and deleted in its sheet', async () => {
  const core = await start(full);
  show();
  const form = await open(/^The river/);
  expect(within(form).getByText('Done 2 times, last on Jan 31')).toBeVisible();
  await userEvent.selectOptions(within(form).getByLabelText('How often'), 'Another rhythm');
  const every = within(form).getByLabelText('Every');
  await userEvent.clear(every);
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(await within(form).findByText('This is needed.')).toBeVisible();
  expect(every).toHaveFocus();
  await userEvent.type(every, '10');
  await userEvent.selectOptions(within(form).getByLabelText('Days, weeks, months or years'), 'days');
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(core.requests('save_aftercare')).toMatchObject([{ id: 'e1', repeat: { every: 10, unit: 'day' } }]);
  await userEvent.click(within(await open(/^Dr\. Lee/)).getByRole('button', { name: 'Delete' }));
  expect(core.requests('delete_aftercare')).toEqual([{ id: 'e2' }]);
  expect(toast.message).toBe('Removed.');
});

it('words what the core refuses at the field, and keeps what was typed', async () => {
  await start(full, {
    save_aftercare: () => {
      throw { code: 'Invalid', field: 'due_on', rule: 'required' };
    },
  });
  show();
  const form = await open(/^The river/);
  await userEvent.clear(within(form).getByLabelText('By when'));
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(await within(form).findByText('This is needed.')).toBeVisible();
  expect(within(form).getByLabelText('What I keep up')).toHaveValue('The river');
  await noBarrier();
});

it('brings the list for the last two weeks to the front, ticks it off, and takes suggestions', async () => {
  const core = await start({ ...full, leaving_on: '2026-02-13' });
  show();
  const card = await screen.findByRole('region', { name: 'Before I leave' });
  expect(card).toHaveTextContent('planned to end on Friday, February 13');
  expect(within(card).getByRole('checkbox', { name: /^Summary/ })).toBeChecked();
  await userEvent.click(within(card).getByRole('checkbox', { name: /^Get numbers/ }));
  expect(core.requests('finish_aftercare')).toEqual([{ id: 'b1', on: '2026-02-03' }]);
  await userEvent.click(within(card).getByRole('checkbox', { name: /^Summary/ }));
  expect(core.requests('reopen_aftercare')).toEqual([{ id: 'b2' }]);
  await userEvent.click(within(card).getByRole('button', { name: 'Choose the meetings I will go to' }));
  expect(core.requests('save_aftercare')).toMatchObject([
    { area: 'groups', text: 'Choose the meetings I will go to', before_leaving: true },
  ]);
  await noBarrier();
});

it('does not look done when it could not be noted', async () => {
  await start(
    { ...full, leaving_on: '2026-02-13' },
    {
      finish_aftercare: () => {
        throw { code: 'DiskFull' };
      },
    },
  );
  show();
  const box = await screen.findByRole('checkbox', { name: /^Get numbers/ });
  await userEvent.click(box);
  expect(await screen.findByText(/out of space/)).toBeVisible();
  expect(box).not.toBeChecked();
});

it('counts the weeks and months since treatment began, and leads to the days', async () => {
  await start(full);
  show();
  const card = await screen.findByRole('region', { name: 'Since treatment began' });
  expect(card).toHaveTextContent(/7 weeks.*Since December 15, 2025 · 1 month/);
  await userEvent.click(within(card).getByRole('button', { name: /^Days and chips/ }));
  expect([router.room, router.params]).toEqual(['groups', { view: 'recovery' }]);
});

it('offers to try again when it could not be read', async () => {
  let refuse = true;
  await start(none, {
    aftercare: () => {
      if (refuse) throw { code: 'Internal' };
      return none;
    },
  });
  show();
  const again = await screen.findByRole('button', { name: 'Try again' });
  refuse = false;
  await userEvent.click(again);
  expect(await screen.findByText('What goes on after the program?')).toBeVisible();
});

it('knows the rhythms that are offered from those that are set by hand', () => {
  for (const repeat of [null, { every: 1, unit: 'week' }, { every: 10, unit: 'day' }] as const) {
    expect(repeatOf(rhythmOf(repeat))).toEqual(repeat);
  }
  expect(rhythmOf({ every: 2, unit: 'week' }).repeat).toBe('2-week');
  expect(rhythmOf({ every: 10, unit: 'day' }).repeat).toBe('own');
});
