import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, expect, it } from 'vitest';
import type { Answer } from '../../../ipc/client';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import Steps from './Steps.svelte';

type Shown = Answer<'step_work'>;

const full: Shown = {
  today: '2026-02-03',
  sponsors: [
    {
      id: 's1',
      fellowship: 'aa',
      name: 'Ruth',
      phone: '555-0114',
      starts_on: '2026-01-10',
      ends_on: null,
      note: '',
    },
    {
      id: 's2',
      fellowship: 'na',
      name: 'Lee',
      phone: '555-0115',
      starts_on: null,
      ends_on: '2025-11-30',
      note: '',
    },
  ],
  steps: [
    { id: 'w2', fellowship: 'aa', step: 4, starts_on: '2026-01-20', ends_on: null, note: 'Slowly.' },
    { id: 'w1', fellowship: 'aa', step: 3, starts_on: '2025-12-20', ends_on: '2026-01-19', note: '' },
  ],
  commitments: [
    {
      id: 'c1',
      fellowship: 'aa',
      text: 'Coffee',
      group: 'Oak Street',
      starts_on: '2026-01-05',
      ends_on: null,
    },
  ],
};
const none: Shown = { today: '2026-02-03', sponsors: [], steps: [], commitments: [] };

function start(shown: Shown, answers: object = {}) {
  return FakeCore.connect({
    step_work: () => shown,
    draft: () => ({ text: null }),
    ...answers,
  });
}

/** In a main, as the shell has it. */
function show(): void {
  render(Steps, { target: document.body.appendChild(document.createElement('main')) });
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

it('says what can be kept when nothing is yet', async () => {
  await start(none);
  show();
  expect(await screen.findByText(/walks with you/)).toBeVisible();
  expect(screen.getByText(/which step you are on/)).toBeVisible();
  expect(screen.getByText(/What you help with/)).toBeVisible();
  await noBarrier();
});

it('offers to try again when it could not be read', async () => {
  let refuse = true;
  await start(none, {
    step_work: () => {
      if (refuse) throw { code: 'Internal' };
      return none;
    },
  });
  show();
  const again = await screen.findByRole('button', { name: 'Try again' });
  refuse = false;
  await userEvent.click(again);
  expect(await screen.findByText(/walks with you/)).toBeVisible();
});

it('calls and texts the sponsor of today, and no earlier one', async () => {
  await start(full);
  show();
  expect(await screen.findByRole('button', { name: /^Lee/ })).toBeVisible();
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toEqual([expect.stringMatching(/^tel:.*0114$/), expect.stringMatching(/^sms:.*0114$/)]);
  for (const link of screen.getAllByRole('link')) expect(link).toHaveAccessibleName(/Ruth/);
  await noBarrier();
});

it('finishes a step with one tap, keeping its note, and offers Undo', async () => {
  const core = await start(full);
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'Finished today: step 4' }));
  expect(core.requests('save_step')).toEqual([
    { id: 'w2', fellowship: 'aa', step: 4, starts_on: '2026-01-20', ends_on: '2026-02-03', note: 'Slowly.' },
  ]);
  expect(toast.step).toBe(1);
  expect(screen.queryByRole('button', { name: 'Finished today: step 3' })).toBeNull();
});

it('finishes a step on the day that it is, also when the screen stood open past midnight', async () => {
  let today = '2026-02-03';
  const core = await start(full, { step_work: () => ({ ...full, today }) });
  show();
  const finish = await screen.findByRole('button', { name: 'Finished today: step 4' });
  today = '2026-02-04';
  core.change('time');
  await expect.poll(() => core.requests('step_work').length).toBe(2);
  await userEvent.click(finish);
  expect(core.requests('save_step')).toMatchObject([{ ends_on: '2026-02-04' }]);
});

it('keeps a sponsor without a date, and asks for what is missing', async () => {
  const core = await start(none);
  show();
  const form = await open('Add a sponsor');
  await userEvent.selectOptions(within(form).getByLabelText('Kind of group'), 'aa');
  await userEvent.clear(within(form).getByLabelText(/^Since/));
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(await within(form).findByText('This is needed.')).toBeVisible();
  expect(within(form).getByLabelText('Name')).toHaveFocus();
  await noBarrier();
  await userEvent.type(within(form).getByLabelText('Name'), 'Ruth');
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(core.requests('save_sponsor')).toEqual([
    { id: null, fellowship: 'aa', name: 'Ruth', phone: '', starts_on: null, ends_on: null, note: '' },
  ]);
  expect(core.requests('discard_draft')).toEqual([{ key: 'groups/sponsor/new' }]);
});

it('keeps a step, tool or point by its number', async () => {
  const core = await start(none);
  show();
  const form = await open('Add a step');
  await userEvent.selectOptions(within(form).getByLabelText('Kind of group'), 'smart_recovery');
  await userEvent.clear(within(form).getByLabelText('Step, tool or point'));
  await userEvent.type(within(form).getByLabelText('Step, tool or point'), '2');
  await noBarrier();
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  expect(core.requests('save_step')).toEqual([
    { id: null, fellowship: 'smart_recovery', step: 2, starts_on: '2026-02-03', ends_on: null, note: '' },
  ]);
});

it('keeps service, and takes it out without asking, with Undo', async () => {
  const core = await start(full);
  show();
  await userEvent.click(await screen.findByRole('button', { name: /^Coffee/ }));
  const form = await screen.findByRole('dialog', { name: 'Service' });
  await noBarrier();
  await userEvent.click(within(form).getByRole('button', { name: 'Delete' }));
  expect(core.requests('delete_commitment')).toEqual([{ id: 'c1' }]);
  expect(core.requests('save_commitment')).toEqual([]);
  expect(toast.message).toBe('Removed.');
  expect(toast.step).toBe(1);
});
