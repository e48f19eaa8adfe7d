import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import type { Answer } from '../../../ipc/client';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import Recovery from './Recovery.svelte';

type Shown = Answer<'recovery'>;
type CounterView = Shown['counters'][number];

function counter(over: Partial<CounterView> = {}): CounterView {
  return {
    counter: { id: 'c1', name: 'Alcohol', spans: [{ starts_on: '2025-12-05', ends_on: null }] },
    days: { current: 60, counted: 60, of: 60 },
    reached: [
      { mark: { days: 60 }, on: '2026-02-03', color: 'gold' },
      { mark: { days: 30 }, on: '2026-01-04', color: 'red' },
      { mark: 'start', on: '2025-12-05', color: 'white' },
    ],
    next: { mark: { days: 90 }, on: '2026-03-05', color: 'green' },
    anniversary: null,
    ...over,
  };
}

const shown = (over: Partial<Shown> = {}): Shown => ({
  today: '2026-02-03',
  fellowship: 'aa',
  counters: [counter()],
  colors: [
    { mark: 'start', color: 'white', chosen: false },
    { mark: { days: 30 }, color: 'pink', chosen: true },
  ],
  ...over,
});

const start = (over: Partial<Shown> = {}, answers: object = {}) =>
  FakeCore.connect({ recovery: () => shown(over), draft: () => ({ text: null }), ...answers });

/** In a main, as the shell has it. */
function show(): void {
  render(Recovery, { target: document.body.appendChild(document.createElement('main')) });
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

it('invites to set a recovery date, and says that it may be left out', async () => {
  await start({ counters: [] });
  show();
  expect(await screen.findByRole('heading', { name: 'No recovery date' })).toBeVisible();
  expect(screen.getByText(/You can leave it out/)).toBeVisible();
  await noBarrier();
});

it('offers to try again when it could not be read', async () => {
  let refuse = true;
  await start(
    {},
    {
      recovery: () => {
        if (refuse) throw { code: 'Internal' };
        return shown();
      },
    },
  );
  show();
  const again = await screen.findByRole('button', { name: 'Try again' });
  refuse = false;
  await userEvent.click(again);
  expect(await screen.findByRole('region', { name: 'Alcohol' })).toBeVisible();
});

it('shows the days, the chips so far and the next one, each color also as a word', async () => {
  await start();
  show();
  const card = await screen.findByRole('region', { name: 'Alcohol' });
  expect(card).toHaveTextContent('60 days');
  expect(card).toHaveTextContent(/Since .*December 5/);
  expect(
    within(card)
      .getAllByRole('listitem')
      .map((chip) => chip.textContent),
  ).toMatchObject([
    expect.stringMatching(/60 days.*Feb 3.*Gold/s),
    expect.stringMatching(/30 days.*Jan 4.*Red/s),
    expect.stringMatching(/Start.*Dec 5.*White/s),
  ]);
  expect(within(card).getByText(/^Next: 90 days on/)).toHaveTextContent(/March 5.*Green/);
  await noBarrier();
});

it('keeps all days counted where there is more than one span', async () => {
  const spans = [
    { starts_on: '2025-03-20', ends_on: '2026-01-18' },
    { starts_on: '2026-01-27', ends_on: null },
  ];
  await start({
    counters: [
      counter({ counter: { id: 'c1', name: '', spans }, days: { current: 7, counted: 312, of: 320 } }),
    ],
  });
  show();
  const card = await screen.findByRole('region', { name: 'Days' });
  expect(card).toHaveTextContent('7 days');
  expect(card).toHaveTextContent('312 of the last 320 days');
});

it('says the days that count, not zero, while no span goes on', async () => {
  const spans = [{ starts_on: '2025-12-05', ends_on: '2026-01-23' }];
  await start({
    counters: [
      counter({
        counter: { id: 'c1', name: 'Alcohol', spans },
        days: { current: 0, counted: 50, of: 60 },
        reached: [],
        next: null,
      }),
    ],
  });
  show();
  const card = await screen.findByRole('region', { name: 'Alcohol' });
  expect(card).toHaveTextContent('50 of the last 60 days');
  expect(card).not.toHaveTextContent(/\b0 days/);
  expect(card).not.toHaveTextContent(/Since/);
});

it('shows day 0 on the recovery date itself', async () => {
  const spans = [{ starts_on: '2026-02-03', ends_on: null }];
  await start({
    counters: [
      counter({
        counter: { id: 'c1', name: '', spans },
        days: { current: 0, counted: 0, of: 0 },
        reached: [],
      }),
    ],
  });
  show();
  expect(await screen.findByRole('region', { name: 'Days' })).toHaveTextContent(/0 days.*Since .*February 3/);
});

it('says an anniversary quietly', async () => {
  await start({ counters: [counter({ anniversary: 2 })] });
  show();
  expect(await screen.findByText('2 years today')).toBeVisible();
});

it('adds a count with its name and date', async () => {
  const core = await start({ counters: [] });
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Set a recovery date' }));
  const form = await screen.findByRole('dialog', { name: 'Set a recovery date' });
  await userEvent.type(within(form).getByLabelText(/^What is counted/), ' Nicotine ');
  await noBarrier();
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(core.requests('save_counter')).toEqual([
    { id: null, name: 'Nicotine', spans: [{ starts_on: '2026-02-03', ends_on: null }] },
  ]);
  expect(core.requests('discard_draft')).toEqual([{ key: 'groups/counter/new' }]);
});

it('closes a span and opens the next, and says at which span a date is needed', async () => {
  const core = await start();
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Alcohol' }));
  const form = await screen.findByRole('dialog', { name: 'Count of days' });
  await userEvent.type(within(form).getByLabelText(/^To/), '2026-01-24');
  await userEvent.click(within(form).getByRole('button', { name: 'Add a span' }));
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(await within(form).findByText('This is needed.')).toBeVisible();
  const second = within(form).getAllByLabelText(/^From/)[1]!;
  expect(second).toHaveFocus();
  await noBarrier();
  await userEvent.type(second, '2026-01-27');
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(core.requests('save_counter')).toEqual([
    {
      id: 'c1',
      name: 'Alcohol',
      spans: [
        { starts_on: '2025-12-05', ends_on: '2026-01-24' },
        { starts_on: '2026-01-27', ends_on: null },
      ],
    },
  ]);
});

it('deletes a count without asking, and offers Undo', async () => {
  const core = await start();
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Edit: Alcohol' }));
  const form = await screen.findByRole('dialog', { name: 'Count of days' });
  await userEvent.click(within(form).getByRole('button', { name: 'Delete' }));
  expect(core.requests('delete_counter')).toEqual([{ id: 'c1' }]);
  expect(toast.message).toBe('The count is removed.');
  expect(toast.step).toBe(1);
});

it('shows the chips of another group, and sets a color or its usual one back', async () => {
  const core = await start(
    {},
    {
      recovery: ({ fellowship }: { fellowship: Shown['fellowship'] | null }) =>
        shown({ fellowship: fellowship ?? 'aa' }),
    },
  );
  show();
  await userEvent.selectOptions(await screen.findByLabelText('Whose chips'), 'NA');
  expect(core.requests('recovery')).toEqual([{ fellowship: null }, { fellowship: 'na' }]);
  await userEvent.click(screen.getByText('Colors of this group'));
  await noBarrier();
  await userEvent.selectOptions(screen.getByLabelText('Start'), 'Silver');
  await userEvent.click(screen.getByRole('button', { name: '30 days (usual)' }));
  expect(core.requests('save_chip')).toEqual([
    { fellowship: 'na', mark: 'start', color: 'silver' },
    { fellowship: 'na', mark: { days: 30 }, color: null },
  ]);
  expect(screen.queryByRole('button', { name: 'Start (usual)' })).toBeNull();
});
