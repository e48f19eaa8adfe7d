import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { FakeCore } from '../../test/fake';
import Groups from './Groups.svelte';
import type { GroupsShown, Logged, RequirementView, UsualMeeting } from './types';

const home: UsualMeeting = {
  meeting: {
    id: 'm1',
    fellowship: 'aa',
    name: 'Tuesday Night',
    weekday: 'tuesday',
    time: '19:30',
    zone: null,
    minutes: 90,
    mode: 'in_person',
    place: 'Oak Street',
    link: '',
    phone: '',
    kinds: [],
    home: false,
    remind_minutes: null,
    closed: false,
    listed: null,
  },
  last_held: '2026-02-03',
  last_time: '19:30',
  next_on: '2026-02-10',
  next_time: '19:30',
  logged: false,
  list_says: null,
};

function entry(id: string, on: string, over: Partial<Logged> = {}): Logged {
  return {
    id,
    meeting: null,
    fellowship: 'na',
    name: '',
    on,
    time: '12:15',
    minutes: 60,
    mode: 'online',
    place: '',
    signed: false,
    took: ['listened'],
    topic: '',
    note: '',
    ...over,
  };
}

function shown(over: Partial<GroupsShown> = {}): GroupsShown {
  return {
    today: '2026-02-03',
    counts: { week: 1, month: 1, total: 8, fellowships: [{ fellowship: 'na', week: 1, month: 1, total: 8 }] },
    requirements: [],
    goals: [],
    usual: [home],
    has_lists: false,
    weeks: [{ starts_on: '2026-02-02', attendances: [entry('a1', '2026-02-02')] }],
    older_before: null,
    ...over,
  };
}

const asked: RequirementView = {
  requirement: {
    id: 'r',
    asked_by: 'court',
    counts: 'support_groups',
    amount: 2,
    period: 'week',
    due_day: null,
    starts_on: '2026-01-05',
    ends_on: null,
    carries_over: true,
    make_ups_after: null,
    owed_then: null,
    settle_by: null,
  },
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
    left_of_own: 2,
    left_to_settle: null,
  },
  would_count: [],
  enough_planned: false,
};

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
        place: 'Oak Street',
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

  it('logs a meeting and keeps it as a usual one at once, and keeps what was typed when that is refused', async () => {
    let refuse = true;
    const core = await FakeCore.connect({
      groups: () => shown({ usual: [] }),
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
    const asked = { meeting: null, fellowship: 'na', time: '18:00', minutes: 60, keep: true };
    expect(core.requests('record_attendance')).toMatchObject([asked, asked]);
    expect(core.requests('save_meeting')).toEqual([]);
  });

  it('says what is asked, what is owed and by when', async () => {
    await FakeCore.connect({
      groups: () =>
        shown({
          requirements: [asked],
        }),
    });
    render(Groups);
    const card = await screen.findByRole('region', { name: 'Court: 2 meetings a week' });
    expect(within(card).getByText('of 2 this week, 1 to make up')).toBeVisible();
    expect(within(card).getByText(/^2 to go by Sun/)).toBeVisible();
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
    await FakeCore.connect({
      groups: () => shown({ counts: { week: 0, month: 0, total: 0, fellowships: [] }, usual: [], weeks: [] }),
    });
    render(Groups);
    expect(await screen.findByRole('heading', { name: 'No meetings yet' })).toBeVisible();
    expect(screen.queryByText('None logged yet')).toBeNull();
  });
});
