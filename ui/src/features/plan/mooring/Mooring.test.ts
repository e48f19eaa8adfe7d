import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import Mooring from './Mooring.svelte';
import type { Shown, Week } from './types';

const line = (id: string, text: string, place: number, ends_on: string | null = null) => ({
  id,
  text,
  place,
  starts_on: '2026-01-06',
  ends_on,
});
const lines = ['In bed by 11', 'Call Jo', 'Two meetings', 'Gym'].map((text, i) => line(`l${i}`, text, i));

function week(starts_on: string, held: string[] | null, of = lines): Week {
  const ticks = of.map(({ id }) => ({ line: id, held: held?.includes(id) ?? false }));
  return { starts_on, gone_through: held !== null, ticks, held: held?.length ?? 0 };
}

const none: Shown = { lines: [], earlier: [], weeks: [week('2026-02-02', null, [])], drift: null };
const steady: Shown = {
  lines,
  earlier: [],
  weeks: [
    week('2026-02-02', null),
    week('2026-01-26', null),
    week('2026-01-19', ['l0', 'l1', 'l2']),
    week('2026-01-12', null, []),
  ],
  drift: null,
};

function start(shown: Shown, answers: object = {}) {
  return FakeCore.connect({ mooring: () => shown, draft: () => ({ text: null }), ...answers });
}

/** In a main, as the shell has it. */
function show(): void {
  render(Mooring, { target: document.body.appendChild(document.createElement('main')) });
}

async function noBarrier(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations).toEqual([]);
}

async function open(name: string): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog');
}

beforeEach(() => {
  document.body.replaceChildren();
  router.reset();
  toast.clear();
});

it('tells what one does from what nobody could tick, and takes ideas and own words', async () => {
  const core = await start(none);
  show();
  const form = await open('Choose my lines');
  expect(within(form).getByText(/“Stay positive” is not/)).toBeVisible();
  await userEvent.click(within(form).getByRole('button', { name: 'In bed by 11' }));
  await userEvent.click(within(form).getByRole('button', { name: 'Another line' }));
  await userEvent.type(within(form).getByLabelText('Line 2'), ' Feed{Enter}the dog ');
  expect(within(form).getByText('You have 2. Four to six work well.')).toBeVisible();
  await noBarrier();
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(core.requests('save_mooring_lines')).toEqual([
    {
      lines: [
        { id: null, text: 'In bed by 11' },
        { id: null, text: 'Feed the dog' },
      ],
    },
  ]);
});

it('keeps each line what it was when the order changes or one goes', async () => {
  const core = await start(steady);
  show();
  const form = await open('Change my lines');
  await userEvent.click(within(form).getByRole('button', { name: 'Remove: Gym' }));
  await userEvent.click(within(form).getByRole('button', { name: 'Move up: Call Jo' }));
  expect(within(form).getByText(/what you ticked before stays/)).toBeVisible();
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(core.requests('save_mooring_lines')).toEqual([
    {
      lines: [
        { id: 'l1', text: 'Call Jo' },
        { id: 'l0', text: 'In bed by 11' },
        { id: 'l2', text: 'Two meetings' },
      ],
    },
  ]);
});

it('says that more than six are many, and that more than twelve are too many', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => line(`m${i}`, `Line no. ${i}`, i));
  await start({ ...steady, lines: many(7) });
  show();
  expect(await screen.findByText(/^You have 7\. More than six/)).toBeVisible();
  document.body.replaceChildren();
  await start(
    { ...steady, lines: many(13) },
    {
      save_mooring_lines: () => {
        throw { code: 'Invalid', field: 'lines', rule: 'too_long' };
      },
    },
  );
  show();
  const form = await open('Change my lines');
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(await within(form).findByText('12 at most. Take some off, then save.')).toBeVisible();
  expect(within(form).getByLabelText('Line 13')).toHaveValue('Line no. 12');
});

it('goes through this week with a tick for each and one tap to save', async () => {
  const core = await start(steady);
  show();
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Call Jo' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Gym' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'In bed by 11' }));
  await userEvent.click(screen.getByRole('checkbox', { name: 'Gym' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save the week' }));
  expect(core.requests('save_mooring_week')).toEqual([{ on: '2026-02-02', held: ['l0', 'l1'] }]);
  expect(toast.message).toBe('Week of Feb 2: 2 of 4 held');
  expect(toast.step).toBe(1);
});

it('goes through an earlier week, or through it once more', async () => {
  const core = await start(steady);
  show();
  let form = await open('Go through last week, too');
  await userEvent.click(within(form).getByRole('checkbox', { name: 'Gym' }));
  await userEvent.click(within(form).getByRole('button', { name: 'Save the week' }));
  form = await open('Change: week of Jan 19');
  expect(within(form).getByRole('checkbox', { name: 'Call Jo' })).toBeChecked();
  expect(within(form).getByRole('checkbox', { name: 'Gym' })).not.toBeChecked();
  await userEvent.click(within(form).getByRole('checkbox', { name: 'Call Jo' }));
  await noBarrier();
  await userEvent.click(within(form).getByRole('button', { name: 'Save the week' }));
  expect(core.requests('save_mooring_week')).toEqual([
    { on: '2026-01-26', held: ['l3'] },
    { on: '2026-01-19', held: ['l0', 'l2'] },
  ]);
});

it('asks about the list as it is now when this week is changed after a line was taken off', async () => {
  const gone = line('x', 'Swim', 0, '2026-02-03');
  const core = await start({
    ...steady,
    earlier: [gone],
    weeks: [week('2026-02-02', ['x', 'l0'], [gone, ...lines]), ...steady.weeks.slice(1)],
  });
  show();
  expect(await screen.findByRole('heading', { name: '2 of 5 held' })).toBeVisible();
  const [button] = await screen.findAllByRole('button', { name: 'Change: week of Feb 2' });
  await userEvent.click(button!);
  const form = await screen.findByRole('dialog');
  expect(within(form).queryByText('Swim')).not.toBeInTheDocument();
  await userEvent.click(within(form).getByRole('button', { name: 'Save the week' }));
  expect(core.requests('save_mooring_week')).toEqual([{ on: '2026-02-02', held: ['l0'] }]);
});

it('says each week in words beside the picture, with what did not hold', async () => {
  await start(steady);
  show();
  const table = await screen.findByRole('table');
  const rows = within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()));
  expect(rows).toEqual([
    ['Week', 'What held'],
    ['Feb 2', 'Not gone through'],
    ['Jan 26', 'Not gone through'],
    ['Jan 19', '3 of 4 Not that week: Gym'],
  ]);
  expect(screen.getByRole('img', { name: /The last twelve weeks/ })).toBeVisible();
  await noBarrier();
});

it('names drift kindly and leads to the warning signs, to people and to help', async () => {
  await start({
    ...steady,
    weeks: [week('2026-02-02', null), week('2026-01-26', ['l0', 'l1']), ...steady.weeks.slice(2)],
    drift: { starts_on: '2026-01-26', lines: ['l2', 'l3'] },
  });
  show();
  const card = await screen.findByRole('region', { name: '2 lines did not hold' });
  expect(card).toHaveTextContent('In the week of January 26: Two meetings · Gym.');
  await noBarrier();
  await userEvent.click(within(card).getByRole('button', { name: 'My people' }));
  expect([router.room, router.params]).toEqual(['plan', { section: 'people' }]);
  await userEvent.click(within(card).getByRole('button', { name: 'My warning signs' }));
  expect([router.room, router.params]).toEqual(['plan', { section: 'signs' }]);
  await userEvent.click(within(card).getByRole('button', { name: 'Help now' }));
  expect(router.room).toBe('hardmoment');
});

it('offers to try again when it could not be read', async () => {
  let refuse = true;
  await start(none, {
    mooring: () => {
      if (refuse) throw { code: 'Internal' };
      return none;
    },
  });
  show();
  const again = await screen.findByRole('button', { name: 'Try again' });
  refuse = false;
  await userEvent.click(again);
  expect(await screen.findByText('What holds you steady?')).toBeVisible();
  await noBarrier();
});
