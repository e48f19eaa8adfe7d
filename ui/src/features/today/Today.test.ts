import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { FakeCore } from '../../test/fake';
import { session, todayAnswer } from '../treatment/samples';
import type { RequirementView, UsualMeeting } from '../groups/types';
import Today from './Today.svelte';

async function show(change: Parameters<typeof todayAnswer>[0], answers = {}) {
  const core = await FakeCore.connect({ today: () => todayAnswer(change), ...answers });
  render(Today);
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  return core;
}

const asked = [1, 2, 3, 4, 5].map((i) =>
  session({ session: `pattern/2026-01-0${i}`, on: `2026-01-0${i}`, kind: 'group' }),
);

describe('a session that is over', () => {
  it('is logged in one tap', async () => {
    const core = await show({ unanswered: [session()] });
    await userEvent.click(await screen.findByRole('button', { name: /^Yes, I was there: Family therapy/ }));
    expect(core.requests('log_session')).toEqual([{ session: 'pattern/2026-02-02', state: 'attended' }]);
    expect(toast.message.replaceAll('\u00a0', ' ')).toBe('Family therapy: Attended, 1 h');
    expect(toast.step).toBe(1);
  });

  it('is logged in part by one of the lengths offered', async () => {
    const core = await show({ unanswered: [session()] });
    await userEvent.click(await screen.findByRole('button', { name: /^Part of it/ }));
    await userEvent.click(screen.getByRole('button', { name: '45 minutes' }));
    expect(core.requests('log_session')).toEqual([
      { session: 'pattern/2026-02-02', state: 'attended_in_part', minutes: 45 },
    ]);
  });

  it('can have been excused, missed or cancelled', async () => {
    const core = await show({ unanswered: [session()] });
    await userEvent.click(await screen.findByRole('button', { name: /^No:/ }));
    await userEvent.click(screen.getByRole('button', { name: /The program cancelled it/ }));
    expect(core.requests('log_session')).toEqual([{ session: 'pattern/2026-02-02', state: 'cancelled' }]);
  });

  it('hands the focus on to the next question when its card goes', async () => {
    let left = asked.slice(0, 2);
    const core = await FakeCore.connect({
      today: () => todayAnswer({ unanswered: left }),
      log_session: () => ({}),
    });
    render(Today);
    const first = await screen.findByRole('button', { name: /^Yes, I was there: Group therapy, Thu/ });
    left = left.slice(1);
    await userEvent.click(first);
    core.change('treatment');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Yes, I was there: Group therapy, Fri/ })).toHaveFocus(),
    );
    left = [];
    await userEvent.click(screen.getByRole('button', { name: /^Yes, I was there/ }));
    core.change('treatment');
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  it('stays with a note when it cannot be logged', async () => {
    await show(
      { unanswered: [session()] },
      {
        log_session: () => {
          throw { code: 'DiskFull' };
        },
      },
    );
    await userEvent.click(await screen.findByRole('button', { name: /^Yes, I was there/ }));
    expect(await screen.findByText(/out of space/)).toBeInTheDocument();
  });
});

describe('many sessions without an answer', () => {
  it('are three cards and a way to the rest', async () => {
    await show({ unanswered: asked });
    expect(await screen.findAllByText('Were you there?')).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: '2 more to answer' }));
    expect(router.params).toEqual({ view: 'unanswered' });
    await waitFor(() => expect(screen.getAllByRole('button', { name: /^Yes, I was there/ })).toHaveLength(5));
    router.reset();
  });
});

describe('the cards', () => {
  it('say the day, the week and what it can reach', async () => {
    await show({});
    expect(await screen.findByText('Tuesday, February 3 · week 5 of 10')).toBeInTheDocument();
    expect(screen.getByText(/^Attend both sessions left/)).toBeInTheDocument();
  });

  it('lead to the next session only by what the provider has', async () => {
    const provider = { name: 'Cedar House', phone: '555-0142', address: '', room: 'room 2', link: '' };
    await show({
      next: {
        session: session({ on: '2026-02-04', kind: 'group', minutes: 180, begun: false, over: false }),
        in_days: 1,
        provider,
      },
    });
    expect(await screen.findByText(/^Group therapy · tomorrow/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Call Cedar House' })).toHaveAttribute('href', 'tel:5550142');
    expect(screen.queryByRole('link', { name: 'Directions' })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Join' })).not.toBeInTheDocument();
  });

  it('log a usual meeting of today in one tap', async () => {
    const usual: UsualMeeting = {
      meeting: {
        id: 'meeting',
        fellowship: 'na',
        name: 'Tuesday nooners',
        weekday: 'tuesday',
        time: '12:00',
        zone: null,
        minutes: 60,
        mode: 'in_person',
        place: '',
        link: '',
        phone: '',
        kinds: [],
        home: false,
        remind_minutes: null,
        closed: false,
        listed: null,
      },
      last_held: '2026-02-03',
      last_time: '12:00',
      next_on: '2026-02-10',
      next_time: '12:00',
      logged: false,
      list_says: null,
    };
    const asked: RequirementView = {
      requirement: {
        id: 'requirement',
        asked_by: 'program',
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
    const core = await show({ groups: { this_week: 1, requirements: [asked], usual: [usual] } });
    const card = await screen.findByRole('region', { name: 'Support groups' });
    expect(within(card).getByText('1 of 2 this week, 1 to make up')).toBeInTheDocument();
    expect(within(card).getByText(/^2 to go by Sun/)).toBeInTheDocument();
    await userEvent.click(within(card).getByRole('button', { name: 'I was there: Tuesday nooners' }));
    expect(core.requests('record_attendance')).toMatchObject([
      { meeting: 'meeting', on: '2026-02-03', time: '12:00', minutes: 60, took: [] },
    ]);
  });

  it('invite to begin where there is no care yet, and ask for the recovery key', async () => {
    await show({ has_care: false, week: null, recovery_key_kept: false });
    expect(await screen.findByRole('button', { name: 'Set up my program' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show me how' }));
    expect([router.room, router.params]).toEqual(['more', { view: 'privacy' }]);
    router.reset();
  });

  it('say what is wrong, with another try, when the day cannot be read', async () => {
    await show(
      {},
      {
        today: () => {
          throw { code: 'Internal', id: 'store' };
        },
      },
    );
    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});

describe('homework', () => {
  const homework = (change = {}) => ({
    session: 'kept',
    kind: 'group' as const,
    on: '2026-02-02',
    text: 'Write down three triggers',
    due_on: '2026-02-04',
    overdue: false,
    ...change,
  });

  it('stands there with its day and is done with one tap', async () => {
    const core = await show({ homework: [homework()] });
    const box = await screen.findByRole('checkbox', { name: /Write down three triggers/ });
    expect(screen.getByText(/^Due /)).toBeInTheDocument();
    await userEvent.click(box);
    expect(core.requests('finish_homework')).toEqual([{ session: 'kept', done: true }]);
  });

  it('past its day says so without blame', async () => {
    await show({ homework: [homework({ due_on: '2026-02-01', overdue: true })] });
    expect(await screen.findByText(/^Was due /)).toBeInTheDocument();
  });

  it('and what is owed are no cards while there is none', async () => {
    await show({});
    expect(screen.queryByText('Homework')).not.toBeInTheDocument();
    expect(screen.queryByText(/to make up/)).not.toBeInTheDocument();
  });

  it('is apart from sessions to make up, which lead to the hours', async () => {
    await show({ to_make_up: { sessions: 2, minutes: 240 } });
    expect(await screen.findByRole('button', { name: /2 sessions to make up/ })).toBeInTheDocument();
  });
});

describe('aftercare', () => {
  const due = {
    id: 'e1',
    area: 'joy',
    text: 'The river',
    next_step: 'Ask Elena.',
    due_on: '2026-02-07',
    overdue: false,
  } as const;

  it('says what is next of it, and is done in one tap', async () => {
    const core = await show(
      { aftercare: due },
      { finish_aftercare: () => ({ due_on: '2026-02-14' }), aftercare: () => null },
    );
    const card = await screen.findByRole('region', { name: 'Aftercare' });
    expect(card).toHaveTextContent(/The river\s+Ask Elena\.\s*Due Saturday/);
    await userEvent.click(within(card).getByRole('button', { name: 'Done: The river' }));
    expect(core.requests('finish_aftercare')).toEqual([{ id: 'e1', on: '2026-02-03' }]);
    expect(toast.message).toBe('Noted as done. Next time: Saturday, February 14.');
    expect(toast.step).toBe(1);
  });

  it('leads to what is to be seen to in the last two weeks of a program', async () => {
    await show(
      {},
      {
        aftercare: () => ({
          open: [],
          done: [],
          before_leaving: [{ entry: { done_on: null } }, { entry: { done_on: '2026-02-01' } }],
          next: null,
          leaving_on: '2026-02-13',
        }),
      },
    );
    await userEvent.click(await screen.findByRole('button', { name: /^Before I leave/ }));
    expect(screen.getByText('Program ends Fri, Feb 13 · 1 thing left')).toBeInTheDocument();
    expect([router.room, router.params]).toEqual(['plan', { view: 'aftercare' }]);
    router.reset();
  });

  it('is not there when nothing of it is due', async () => {
    await show({});
    expect(screen.queryByRole('region', { name: 'Aftercare' })).not.toBeInTheDocument();
  });
});

describe('reminders that came while Handrail was off', () => {
  const missed = [{ id: 'a' }, { id: 'b' }];

  it('are told in one line that leads to them', async () => {
    const core = await show({}, { reminders: () => ({ missed }) });
    const line = await screen.findByRole('button', { name: '2 reminders came while Handrail was off' });
    expect(core.requests('reminders')).toHaveLength(1);
    await userEvent.click(line);
    expect([router.room, router.params]).toEqual(['more', { view: 'reminders' }]);
    router.reset();
  });

  it('are not spoken of when there are none, or they cannot be read', async () => {
    await show({}, { reminders: () => Promise.reject({ code: 'Internal' }) });
    expect(screen.queryByText(/while Handrail was off/)).not.toBeInTheDocument();
    expect(screen.queryByText(/went wrong/)).not.toBeInTheDocument();
  });
});
