import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { FakeCore } from '../../test/fake';
import Groups from './Groups.svelte';
import type { Attendance, GroupsShown, UsualMeeting } from './types';

const home: UsualMeeting = {
  meeting: {
    id: 'm1',
    fellowship: 'aa',
    name: 'Tuesday Night',
    weekday: 'tuesday',
    time: '19:30',
    minutes: 90,
    mode: 'in_person',
    place: 'Oak Street',
  },
  last_held: '2026-02-03',
  logged: false,
};

function entry(id: string, on: string, over: Partial<Attendance> = {}): Attendance {
  return {
    id,
    meeting: null,
    fellowship: 'na',
    name: '',
    on,
    time: '12:15',
    minutes: 60,
    mode: 'online',
    took: ['listened'],
    topic: '',
    note: '',
    ...over,
  };
}

function shown(over: Partial<GroupsShown> = {}): GroupsShown {
  return {
    today: '2026-02-03',
    this_week: 1,
    total: 8,
    owed: null,
    requirement: null,
    usual: [home],
    weeks: [{ starts_on: '2026-02-02', attendances: [entry('a1', '2026-02-02')] }],
    older_before: null,
    ...over,
  };
}

beforeEach(() => {
  router.reset();
  toast.clear();
});

describe('Groups', () => {
  it('logs a usual meeting as it usually is, with one tap', async () => {
    const core = await FakeCore.connect({ groups: () => shown() });
    render(Groups);
    await userEvent.click(await screen.findByRole('button', { name: /^I was there/ }));
    expect(core.requests('record_attendance')).toEqual([
      {
        id: null,
        meeting: 'm1',
        fellowship: 'aa',
        name: 'Tuesday Night',
        on: '2026-02-03',
        time: '19:30',
        minutes: 90,
        mode: 'in_person',
        took: [],
        topic: '',
        note: '',
      },
    ]);
    expect(toast.message).toBe('Logged: Tuesday Night, today.');
    expect(toast.step).toBe(1);
  });

  it('opens what was logged of a usual meeting, to add details', async () => {
    const core = await FakeCore.connect({
      groups: () =>
        shown({
          usual: [{ ...home, logged: true }],
          weeks: [
            {
              starts_on: '2026-02-02',
              attendances: [entry('a9', '2026-02-03', { meeting: 'm1', name: 'Tuesday Night' })],
            },
          ],
        }),
    });
    render(Groups);
    await userEvent.click(await screen.findByRole('button', { name: /logged\. Change Tuesday Night/ }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText('Shared'));
    await userEvent.type(within(dialog).getByLabelText(/Private note/), 'Good one.');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(core.requests('record_attendance')).toMatchObject([
      { id: 'a9', meeting: 'm1', took: ['listened', 'shared'], note: 'Good one.' },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens the form when Today asks for it, and says which field is needed', async () => {
    router.go('groups', { view: 'log' });
    const core = await FakeCore.connect({ groups: () => shown({ usual: [] }) });
    render(Groups);
    const dialog = await screen.findByRole('dialog', { name: 'Log a meeting' });
    await userEvent.selectOptions(within(dialog).getByLabelText('Kind of group'), 'smart_recovery');
    expect(within(dialog).getByText('Secular')).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByText('This is needed.')).toBeVisible();
    expect(within(dialog).getByLabelText('Starts at')).toHaveFocus();
    expect(core.requests('record_attendance')).toEqual([]);
  });

  it('keeps a meeting as a usual one just once, though logging is refused at first', async () => {
    let refuse = true;
    const core = await FakeCore.connect({
      groups: () => shown({ usual: [] }),
      save_meeting: () => ({ id: 'new' }),
      record_attendance: () => {
        if (refuse) throw { code: 'Invalid', field: 'on', rule: 'in_the_future' };
        return { id: 'a', in_week: 1 };
      },
    });
    render(Groups);
    await userEvent.click(await screen.findByRole('button', { name: 'Log a meeting' }));
    const dialog = screen.getByRole('dialog');
    await userEvent.selectOptions(within(dialog).getByLabelText('Kind of group'), 'na');
    await userEvent.type(within(dialog).getByLabelText('Starts at'), '18:00');
    await userEvent.click(within(dialog).getByLabelText(/Keep as a usual meeting/));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(dialog).findByText('This lies in the future.')).toBeVisible();
    refuse = false;
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(core.requests('save_meeting')).toMatchObject([
      { fellowship: 'na', weekday: 'tuesday', time: '18:00', minutes: 60 },
    ]);
    expect(core.requests('record_attendance')).toMatchObject([{ meeting: 'new' }, { meeting: 'new' }]);
  });

  it('does not make a usual meeting again that the form had made before it was closed by a lock', async () => {
    const core = await FakeCore.connect({
      groups: () => shown({ usual: [] }),
      draft: () => ({ text: JSON.stringify({ fellowship: 'na', time: '18:00', keep: true, kept: 'made' }) }),
      record_attendance: () => ({ id: 'a', in_week: 1 }),
    });
    render(Groups);
    await userEvent.click(await screen.findByRole('button', { name: 'Log a meeting' }));
    const dialog = screen.getByRole('dialog');
    await waitFor(() => expect(within(dialog).getByLabelText('Starts at')).toHaveValue('18:00'));
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(core.requests('save_meeting')).toEqual([]);
    expect(core.requests('record_attendance')).toMatchObject([{ meeting: 'made' }]);
  });

  it('says what is asked, what is owed and by when', async () => {
    await FakeCore.connect({
      groups: () =>
        shown({
          requirement: { id: 'r', per_week: 2, starts_on: '2026-01-05', carries_over: true },
          owed: { per_week: 2, done: 1, carried: 1, left: 2, due_on: '2026-02-08' },
        }),
    });
    render(Groups);
    expect(await screen.findByText('of 2 this week, 1 to make up')).toBeVisible();
    expect(screen.getByText('By Sunday')).toBeVisible();
  });

  it('brings older weeks, and asks for them again when something changes', async () => {
    const core = await FakeCore.connect({
      groups: ({ before }: { before: string | null }) =>
        before === null
          ? shown({ older_before: '2025-12-15' })
          : shown({
              weeks: [{ starts_on: '2025-12-08', attendances: [entry('old', before.replace('15', '09'))] }],
            }),
    });
    render(Groups);
    await userEvent.click(await screen.findByRole('button', { name: 'Show older weeks' }));
    expect(await screen.findByText('Week of December 8')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show older weeks' })).toBeNull();
    core.change('groups');
    await expect
      .poll(() => core.requests('groups'))
      .toEqual([{ before: null }, { before: '2025-12-15' }, { before: null }, { before: '2025-12-15' }]);
    expect(screen.getByText('Week of December 8')).toBeVisible();
  });

  it('invites to the first meeting when there is none', async () => {
    await FakeCore.connect({ groups: () => shown({ total: 0, this_week: 0, usual: [], weeks: [] }) });
    render(Groups);
    expect(await screen.findByRole('heading', { name: 'No meetings yet' })).toBeVisible();
    expect(screen.queryByText('None logged yet')).toBeNull();
  });
});
