import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { toast } from '../../../state/toast.svelte';
import { FakeCore } from '../../../test/fake';
import { session } from '../samples';
import CallCard from './CallCard.svelte';
import Tests from './Tests.svelte';
import type { LineView, Test, TestsShown } from './types';

const view = (change: Partial<LineView> = {}): LineView => ({
  line: {
    id: 'line',
    episode: 'episode',
    name: 'Blue',
    phone: '555-0199',
    opens: '05:00',
    closes: '17:00',
    weekdays: ['monday', 'friday'],
    starts_on: '2026-01-05',
    ends_on: null,
  },
  on: '2026-02-03',
  state: 'open',
  call: null,
  test: null,
  next_on: '2026-02-06',
  ...change,
});

const drugTest = (change: Partial<Test> = {}): Test => ({
  session: session({ session: 'a', kind: 'drug_test', on: '2026-02-02', state: 'attended' }),
  report: { result: 'positive', medicines: 'Buprenorphine' },
  can_report: true,
  ...change,
});

const shown = (change: Partial<TestsShown> = {}): TestsShown => ({
  today: '2026-02-03',
  lines: [view()],
  calls: [],
  tests: [],
  older_before: null,
  ...change,
});

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

async function room(answer: TestsShown, answers = {}) {
  const core = await FakeCore.connect({ drug_tests: () => answer, ...answers });
  render(Tests);
  await screen.findByRole('heading', { level: 1, name: 'Drug tests' });
  return core;
}

describe('the call of today', () => {
  it('is worded by what the core says of it', async () => {
    const due = session({ session: 'a', on: '2026-02-03', time: '15:15', ends: '15:30', state: 'planned' });
    for (const [change, title, detail] of [
      [{ state: 'not_yet_open' }, 'Call the line today', 'Opens at 5:00 am'],
      [{ state: 'open' }, 'Call the line today', 'Open until 5:00 pm'],
      [{ state: 'not_up' }, 'Called: not up', ''],
      [{ state: 'up', test: due }, 'Up today', 'Test due by 3:30 pm'],
      [{ state: 'up', test: { ...due, on: '2026-02-04' } }, 'Up today', 'Test due by 3:30 pm, tomorrow'],
      [{ state: 'up', test: { ...due, state: 'attended' } }, 'Up today', 'Attended'],
      [{ state: 'not_logged' }, 'Not logged', 'It closed at 5:00 pm'],
      [{ state: null }, 'No call today', 'Next: Friday'],
    ] as [Partial<LineView>, string, string][]) {
      const card = render(CallCard, { view: view(change), today: '2026-02-03' });
      expect(plain(screen.getByRole('region', { name: title }).textContent)).toContain(detail);
      card.unmount();
    }
  });

  it('is answered in one tap, and what was heard is not in the toast', async () => {
    const core = await FakeCore.connect({ log_call: () => ({}) });
    render(CallCard, { view: view(), today: '2026-02-03' });
    await userEvent.click(screen.getByRole('button', { name: 'Not up' }));
    expect(core.requests('log_call')).toEqual([{ line: 'line', on: '2026-02-03', up: false, due_by: null }]);
    expect(toast.message).toBe('Saved.');
  });

  it('asks by when, and does not ask the core without it', async () => {
    const core = await FakeCore.connect({ log_call: () => ({}) });
    render(CallCard, { view: view(), today: '2026-02-03' });
    await userEvent.click(screen.getByRole('button', { name: 'Up today' }));
    const sheet = within(screen.getByRole('dialog'));
    await userEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(sheet.getByLabelText('Test due by')).toHaveAttribute('aria-invalid', 'true');
    expect(core.requests('log_call')).toEqual([]);
    await userEvent.type(sheet.getByLabelText('Test due by'), '15:30');
    await userEvent.click(sheet.getByRole('button', { name: 'Save' }));
    expect(core.requests('log_call')).toMatchObject([{ up: true, due_by: '15:30' }]);
  });

  it('keeps by when it is, and what was heard of another day, while they are put in', async () => {
    const kept: Record<string, string> = {};
    const drafts = {
      draft: ({ key }: { key: string }) => ({ text: kept[key] ?? null }),
      save_draft: ({ key, text }: { key: string; text: string }) => void (kept[key] = text),
    };
    await room(shown(), drafts);
    await userEvent.click(await screen.findByRole('button', { name: 'Up today' }));
    await fireEvent.input(await screen.findByLabelText('Test due by'), { target: { value: '15:30' } });
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }));
    await userEvent.click(screen.getByRole('button', { name: 'Up today' }));
    await waitFor(() => expect(screen.getByLabelText('Test due by')).toHaveValue('15:30'));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }));
    await userEvent.click(screen.getByRole('button', { name: 'Log a call' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Up' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }));
    expect(kept['tests/call/new']).toContain('"heard":"yes"');
  });

  it('stays with a note when it cannot be kept', async () => {
    await FakeCore.connect({
      log_call: () => {
        throw { code: 'DiskFull' };
      },
    });
    render(CallCard, { view: view(), today: '2026-02-03' });
    await userEvent.click(screen.getByRole('button', { name: 'Not up' }));
    expect(await screen.findByText(/out of space/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Not up' })).toBeEnabled();
  });
});

describe('a result', () => {
  it('is in the page only while it is shown, and goes when the app is left', async () => {
    await room(shown({ tests: [drugTest()] }));
    const show = await screen.findByRole('button', { name: /^Show result/ });
    expect(document.body.innerHTML).not.toMatch(/Positive|Buprenorphine/);
    await userEvent.click(show);
    expect(screen.getByText('Positive')).toBeInTheDocument();
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(document.body.innerHTML).not.toMatch(/Positive|Buprenorphine/));
  });

  it('is shown one at a time', async () => {
    const other = drugTest({
      session: session({ session: 'b', kind: 'drug_test', on: '2026-01-26', state: 'attended' }),
      report: { result: 'negative', medicines: '' },
    });
    await room(shown({ tests: [drugTest(), other] }));
    const [first, second] = await screen.findAllByRole('button', { name: /^Show result/ });
    await userEvent.click(first!);
    await userEvent.click(second!);
    expect(screen.getByText('Negative')).toBeInTheDocument();
    expect(screen.queryByText('Positive')).not.toBeInTheDocument();
  });

  it('is told with medicines beside it, and can be taken away', async () => {
    const core = await room(shown({ tests: [drugTest()] }), { save_test: () => ({}) });
    await userEvent.click(await screen.findByRole('button', { name: /^Show result/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Not told' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(toast.message).toBe('Saved.');
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    await userEvent.click(screen.getByRole('button', { name: 'Take the result away' }));
    expect(core.requests('save_test')).toEqual([
      { session: 'a', result: 'not_told', medicines: 'Buprenorphine' },
      { session: 'a', result: null, medicines: '' },
    ]);
  });

  it('keeps what is typed beside it until it is saved or given up', async () => {
    let kept: string | null = null;
    const core = await room(shown({ tests: [drugTest()] }), {
      draft: () => ({ text: kept }),
      save_draft: ({ text }: { text: string }) => void (kept = text),
      discard_draft: () => void (kept = null),
    });
    const open = async () => {
      await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
      return within(await screen.findByRole('dialog'));
    };
    await userEvent.click(await screen.findByRole('button', { name: /^Show result/ }));
    let sheet = await open();
    await userEvent.type(await sheet.findByLabelText(/^Prescribed medicines/), ' and more');
    await userEvent.click(sheet.getByRole('button', { name: 'Close' }));
    sheet = await open();
    await waitFor(() =>
      expect(sheet.getByLabelText(/^Prescribed medicines/)).toHaveValue('Buprenorphine and more'),
    );
    expect(sheet.getByText('What you typed before is still here.')).toBeInTheDocument();
    await userEvent.click(sheet.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(kept).toBeNull());
    expect(core.requests('save_draft')).toMatchObject([{ key: 'tests/result/a' }]);
  });

  it('says in its sheet while what is typed cannot be kept', async () => {
    const core = await room(shown({ tests: [drugTest({ report: null })] }), {
      save_draft: () => {
        throw { code: 'DiskFull' };
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: /^Add result/ }));
    const sheet = within(await screen.findByRole('dialog'));
    const medicines = await sheet.findByLabelText(/^Prescribed medicines/);
    await userEvent.type(medicines, 'B');
    expect(await sheet.findByText(/what you type is not kept/)).toHaveAttribute('role', 'status');
    core.answers.save_draft = () => ({});
    await userEvent.type(medicines, 'u');
    await waitFor(() => expect(sheet.queryByText(/what you type is not kept/)).not.toBeInTheDocument());
  });

  it('cannot be told of a test that is still to come', async () => {
    await room(shown({ tests: [drugTest({ report: null, can_report: false })] }));
    expect(await screen.findByRole('region', { name: 'Coming up' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /result/ })).not.toBeInTheDocument();
  });
});

describe('the room', () => {
  it('says when a line is useful while there is nothing', async () => {
    await room(shown({ lines: [] }));
    expect(await screen.findByText(/Some programs test at random/)).toBeInTheDocument();
  });

  it('shows earlier pages below the first', async () => {
    const call = (id: string, on: string) => ({
      id,
      line: 'line',
      on,
      called_at: `${on}T09:00:00Z`,
      up: false,
      session: null,
    });
    const core = await FakeCore.connect({
      drug_tests: ({ before }: { before?: string }) =>
        before
          ? shown({ calls: [call('b', '2025-01-06')] })
          : shown({ calls: [call('a', '2026-02-02')], older_before: '2025-11-11' }),
    });
    render(Tests);
    await userEvent.click(await screen.findByRole('button', { name: 'Show earlier' }));
    const calls = within(screen.getByRole('region', { name: 'Calls' }));
    await waitFor(() => expect(calls.getAllByRole('listitem')).toHaveLength(2));
    expect(core.requests('drug_tests').at(-1)).toEqual({ before: '2025-11-11' });
    expect(screen.queryByRole('button', { name: 'Show earlier' })).not.toBeInTheDocument();
  });
});
