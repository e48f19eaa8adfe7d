import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { router } from '../../../router.svelte';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import Coverage from './Coverage.svelte';
import type { CoverageShown, Entry } from './types';

function entry(id: string, over: Partial<Entry> = {}): Entry {
  return {
    id,
    on: '2026-02-02',
    kind: 'copay',
    cents: 2500,
    currency: 'USD',
    session: 's1',
    payer: 'p1',
    note: '',
    ...over,
  };
}

function shown(over: Partial<CoverageShown> = {}): CoverageShown {
  return {
    today: '2026-02-03',
    currency: 'USD',
    other_digits: [{ currency: 'JPY', digits: 0 }],
    episodes: [
      {
        episode: 'e1',
        level: 'intensive_outpatient',
        starts_on: '2026-01-05',
        current: true,
        uncharged: 0,
        uncharged_amounts: [],
      },
    ],
    payers: [{ id: 'p1', kind: 'private', name: 'Acorn', member: '', phone: '', in_use: true }],
    authorizations: [],
    fees: [{ id: 'f1', episode: 'e1', kind: null, basis: 'session', cents: 2500, currency: 'USD' }],
    balances: [
      { currency: 'USD', charges: 0, copays: 30000, payments: 18000, credits: 0, owed: 12000 },
      { currency: 'JPY', charges: 0, copays: 0, payments: 1500, credits: 0, owed: -1500 },
    ],
    forecasts: [],
    entries: [entry('a1')],
    older_before: null,
    ...over,
  };
}

beforeEach(() => {
  router.reset();
  toast.clear();
});

it('says first what is owed, and what was paid ahead, each in its currency', async () => {
  await FakeCore.connect({ coverage: () => shown() });
  render(Coverage);
  const account = await screen.findByRole('region', { name: 'Your account' });
  expect(account).toHaveTextContent('You owe $120.00');
  expect(account).toHaveTextContent('Paid ahead ¥1,500');
});

it('passes on what was typed as whole cents', async () => {
  const core = await FakeCore.connect({
    coverage: () => shown(),
    draft: () => ({ text: null }),
    save_entry: () => ({ id: 'a2' }),
  });
  const user = userEvent.setup();
  render(Coverage);
  await user.click(await screen.findByRole('button', { name: 'Add a charge or payment' }));
  const sheet = await screen.findByRole('dialog');
  await user.type(within(sheet).getByLabelText('Amount'), '1.234,5x');
  await user.click(within(sheet).getByRole('button', { name: 'Save' }));
  expect(await within(sheet).findByText('This could not be read.')).toBeVisible();
  await user.type(within(sheet).getByLabelText('Amount'), '{Backspace}');
  await user.click(within(sheet).getByRole('button', { name: 'Save' }));
  expect(core.requests('save_entry')).toEqual([
    {
      id: null,
      kind: 'payment',
      on: '2026-02-03',
      cents: 123450,
      currency: 'USD',
      session: null,
      payer: null,
      note: '',
    },
  ]);
});
