import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../ipc/client';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import type { GoalView, Requirement, RequirementView } from '../types';
import Asked from './Asked.svelte';

type Shown = Answer<'requirements'>;

const court: Requirement = {
  id: 'r1',
  asked_by: 'court',
  counts: 'support_groups',
  amount: 2,
  period: 'week',
  due_day: null,
  starts_on: '2026-01-05',
  ends_on: null,
  carries_over: true,
  make_ups_after: '2026-01-20',
  owed_then: null,
  settle_by: '2026-02-24',
};

function view(over: Partial<RequirementView> = {}): RequirementView {
  return {
    requirement: court,
    first_day: '2026-01-05',
    owed: {
      starts_on: '2026-02-02',
      due_on: '2026-02-08',
      asked: 2,
      paused: false,
      done: 1,
      carried: 1,
      made_up: 0,
      left: 2,
      left_of_own: 1,
      left_to_settle: 6,
    },
    would_count: [],
    enough_planned: false,
    ...over,
  };
}

function goal(over: Partial<GoalView['standing']>): GoalView {
  return {
    goal: { id: 'g1', meetings: 90, days: 90, starts_on: '2025-10-01', fellowship: null },
    standing: {
      done: 61,
      days_gone: 90,
      days_left: 0,
      ends_on: '2025-12-29',
      left: 29,
      reached_on: null,
      ...over,
    },
  };
}

const shown = (over: Partial<Shown> = {}): Shown => ({
  today: '2026-02-03',
  requirements: [],
  pauses: [],
  goals: [],
  ...over,
});

const start = (over: Partial<Shown> = {}, answers: object = {}) =>
  FakeCore.connect({ requirements: () => shown(over), draft: () => ({ text: null }), ...answers });

/** Opens what is asked to be changed. */
async function edit(requirement: Requirement, answers: object = {}) {
  const core = await start({ requirements: [view({ requirement })] }, answers);
  show();
  await userEvent.click(await screen.findByRole('button', { name: /^Edit: / }));
  return { core, form: await screen.findByRole('dialog', { name: 'What is asked' }) };
}

const dates = (form: HTMLElement) => within(form).getByText('Dates and make-ups').closest('details');

/** In a main, as the shell has it. */
function show(): void {
  render(Asked, { target: document.body.appendChild(document.createElement('main')) });
}

async function noBarrier(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations).toEqual([]);
}

beforeEach(() => {
  document.body.replaceChildren();
  router.reset();
  toast.clear();
});

describe('What is asked', () => {
  it('invites when nothing is asked', async () => {
    await start();
    show();
    expect(await screen.findByRole('heading', { name: 'Nothing is asked' })).toBeVisible();
    await noBarrier();
  });

  it('offers to try again when it could not be read', async () => {
    let refuse = true;
    await start(
      {},
      {
        requirements: () => {
          if (refuse) throw { code: 'Internal' };
          return shown();
        },
      },
    );
    show();
    const again = await screen.findByRole('button', { name: 'Try again' });
    refuse = false;
    await userEvent.click(again);
    expect(await screen.findByRole('heading', { name: 'Nothing is asked' })).toBeVisible();
  });

  it('says who asks, what is done, what is left, and what would settle it', async () => {
    await start({
      requirements: [
        view({
          owed: { ...view().owed!, paused: true },
          would_count: [
            {
              meeting: 'm1',
              session: null,
              name: 'Tuesday Night',
              fellowship: 'aa',
              kind: null,
              on: '2026-02-03',
              time: '19:30',
              amount: 1,
            },
          ],
        }),
      ],
    });
    show();
    const card = await screen.findByRole('region', { name: 'Court: 2 meetings a week' });
    expect(card).toHaveTextContent('1 of 2 this week, 1 to make up');
    expect(card).toHaveTextContent(/1 to go by Sun/);
    expect(card).toHaveTextContent(/By .*24: 6 in all, 1 of them to make up\./);
    expect(card).toHaveTextContent('A pause takes something out of it.');
    expect(within(card).getByRole('listitem')).toHaveTextContent(/Tuesday Night/);
    expect(card).toHaveTextContent('With these, something is still left. Plan one more.');
    await noBarrier();
  });

  it('speaks of hours where minutes of treatment are counted', async () => {
    const requirement: Requirement = {
      ...court,
      asked_by: 'program',
      counts: 'treatment_minutes',
      amount: 540,
    };
    const owed = { ...view().owed!, asked: 540, done: 180, carried: 0, left: 360, left_to_settle: null };
    await start({ requirements: [view({ requirement, owed })] });
    show();
    const card = await screen.findByRole('region', { name: /^Program: 9.* of treatment a week$/ });
    expect(card).toHaveTextContent(/3.*of 9.*this week/);
    expect(card).not.toHaveTextContent(/540|360|180/);
  });

  it('shows each week only when it is asked for', async () => {
    const period = {
      starts_on: '2026-01-26',
      ends_on: '2026-02-01',
      asked: 2,
      done: 1,
      made_up: 0,
      owed: 1,
    };
    const core = await start(
      { requirements: [view()] },
      { requirement_history: () => ({ periods: [period] }) },
    );
    show();
    const week = await screen.findByText('Week by week');
    expect(core.requests('requirement_history')).toEqual([]);
    await userEvent.click(week);
    const row = await screen.findByRole('row', { name: /Jan 26/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['2', '1', '–', '1']);
    expect(core.requests('requirement_history')).toEqual([{ id: 'r1' }]);
    await noBarrier();
  });

  it('passes on what a court asks, and forgets the draft', async () => {
    const core = await start();
    show();
    await userEvent.click((await screen.findAllByRole('button', { name: 'Add what is asked' }))[0]!);
    const form = await screen.findByRole('dialog', { name: 'Add what is asked' });
    await userEvent.selectOptions(within(form).getByLabelText('Who asks'), 'Court');
    expect(dates(form)).toHaveAttribute('open');
    await userEvent.click(within(form).getByLabelText(/^What is left moves on/));
    await userEvent.type(within(form).getByLabelText(/^Make-ups count only after/), '2026-01-20');
    await userEvent.type(within(form).getByLabelText(/^All settled by/), '2026-02-24');
    await noBarrier();
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
    expect(core.requests('save_requirement')).toEqual([
      {
        id: null,
        asked_by: 'court',
        counts: 'support_groups',
        amount: 2,
        period: 'week',
        due_day: null,
        starts_on: '2026-02-03',
        ends_on: null,
        carries_over: true,
        make_ups_after: '2026-01-20',
        owed_then: null,
        settle_by: '2026-02-24',
      },
    ]);
    expect(core.requests('discard_draft')).toEqual([{ key: 'groups/asked/new' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says at the field what the core refuses, and keeps what was typed', async () => {
    const { form } = await edit(court, {
      save_requirement: () => {
        throw { code: 'Invalid', field: 'starts_on', rule: 'in_the_future' };
      },
    });
    await userEvent.clear(within(form).getByLabelText('How many'));
    await userEvent.type(within(form).getByLabelText('How many'), '4');
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
    expect(await within(form).findByText('This lies in the future.')).toBeVisible();
    expect(within(form).getByLabelText(/^From when/)).toHaveFocus();
    expect(within(form).getByLabelText('How many')).toHaveValue(4);
  });

  it('shows the dates that are set, also when only the last day is', async () => {
    const { form } = await edit({
      ...court,
      asked_by: 'program',
      make_ups_after: null,
      settle_by: null,
      ends_on: '2026-06-30',
    });
    expect(dates(form)).toHaveAttribute('open');
    expect(within(form).getByLabelText(/^Until when/)).toHaveValue('2026-06-30');
  });

  it('leaves the dates open while one of them is emptied', async () => {
    const { form } = await edit({ ...court, asked_by: 'program', settle_by: null });
    expect(dates(form)).toHaveAttribute('open');
    await userEvent.clear(within(form).getByLabelText(/^Make-ups count only after/));
    expect(dates(form)).toHaveAttribute('open');
  });

  it('takes what is still owed in hours where hours are asked', async () => {
    const { core, form } = await edit({ ...court, counts: 'treatment_minutes', amount: 540, owed_then: 180 });
    const owed = within(form).getByRole('group', { name: /^Still owed on that day/ });
    const hours = within(owed).getByLabelText('hours');
    expect(hours).toHaveValue(3);
    await userEvent.clear(hours);
    await userEvent.type(hours, '4');
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
    expect(core.requests('save_requirement')).toMatchObject([{ amount: 540, owed_then: 240 }]);
  });

  it('deletes without asking, and offers Undo', async () => {
    const { core, form } = await edit(court);
    await userEvent.click(within(form).getByRole('button', { name: 'Delete' }));
    expect(core.requests('delete_requirement')).toEqual([{ id: 'r1' }]);
    expect(core.requests('save_requirement')).toEqual([]);
    expect(toast.message).toBe('It is not asked any more.');
    expect(toast.step).toBe(1);
  });
});

describe('Pauses', () => {
  it('pauses one thing that is asked', async () => {
    const core = await start({ requirements: [view()] });
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Add a pause' }));
    const form = await screen.findByRole('dialog', { name: 'Add a pause' });
    await userEvent.selectOptions(within(form).getByLabelText('Why'), 'Travel');
    await userEvent.selectOptions(within(form).getByLabelText('What is paused'), 'Court: 2 meetings a week');
    await noBarrier();
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
    expect(core.requests('save_pause')).toEqual([
      {
        id: null,
        requirement: 'r1',
        starts_on: '2026-02-03',
        ends_on: '2026-02-03',
        reason: 'travel',
        note: '',
      },
    ]);
  });

  it('deletes a pause without asking, and offers Undo', async () => {
    const core = await start({
      pauses: [
        {
          id: 'p1',
          requirement: null,
          starts_on: '2026-01-12',
          ends_on: '2026-01-18',
          reason: 'illness',
          note: '',
        },
      ],
    });
    show();
    await userEvent.click(await screen.findByRole('button', { name: /Illness/ }));
    const form = await screen.findByRole('dialog', { name: 'Pause' });
    await userEvent.click(within(form).getByRole('button', { name: 'Delete' }));
    expect(core.requests('delete_pause')).toEqual([{ id: 'p1' }]);
    expect(toast.step).toBe(1);
  });
});

describe('Goals', () => {
  it('starts 90 in 90 with one tap', async () => {
    const core = await start();
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Start 90 in 90' }));
    expect(core.requests('save_goal')).toEqual([{ meetings: 90, days: 90, starts_on: '2026-02-03' }]);
    expect(toast.step).toBe(1);
  });

  it('sets another goal, of one kind of group', async () => {
    const core = await start();
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Another goal' }));
    const form = await screen.findByRole('dialog', { name: 'Another goal' });
    await userEvent.selectOptions(within(form).getByLabelText('Which groups'), 'NA');
    await noBarrier();
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
    expect(core.requests('save_goal')).toEqual([
      { id: null, meetings: 30, days: 30, starts_on: '2026-02-03', fellowship: 'na' },
    ]);
  });

  it('says without blame that the days of a goal are over', async () => {
    await start({ goals: [goal({})] });
    show();
    expect(await screen.findByText(/You did 61|61 of 90/)).toBeVisible();
    expect(screen.getByText(/you can begin another/)).toBeVisible();
  });

  it('says when a goal was reached', async () => {
    await start({ goals: [goal({ done: 90, left: 0, reached_on: '2025-12-20' })] });
    show();
    expect(await screen.findByText('Reached on December 20.')).toBeVisible();
  });
});
