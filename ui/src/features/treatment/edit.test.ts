import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FakeCore } from '../../test/fake';
import CancelSession from './CancelSession.svelte';
import ChangeSession from './ChangeSession.svelte';
import ClosureForm from './ClosureForm.svelte';
import { placeWords } from './edit';
import { slotLines } from './path';
import { episode, session } from './samples';

const connect = () =>
  FakeCore.connect({
    draft: () => ({ text: null }),
    change_session: () => ({ session: 'new', week: null, overlaps: false }),
    save_closure: () => ({ id: 'c', cancels: 2 }),
  });

describe('changing a session', () => {
  it('asks how often only where others change too', async () => {
    const core = await connect();
    const onsaved = vi.fn();
    render(ChangeSession, { session: session({ over: false }), onsaved });
    expect(screen.queryByLabelText('How often')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'This one and all after it' }));
    await userEvent.selectOptions(screen.getByLabelText('How often'), 'Every 2 weeks');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('change_session')).toEqual([
      {
        session: 'pattern/2026-02-02',
        scope: 'following',
        on: '2026-02-02',
        time: '18:00',
        minutes: 60,
        kind: 'family',
        every_weeks: 2,
      },
    ]);
    expect(onsaved).toHaveBeenCalledOnce();
  });

  it('never asks about others for a session that was added once', async () => {
    await connect();
    render(ChangeSession, { session: session({ added_once: true }), onsaved: vi.fn() });
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
  });
});

describe('cancelling a session', () => {
  it('says what becomes of it, and sends how far it reaches', async () => {
    const core = await connect();
    render(CancelSession, { session: session({ over: false }), onsaved: vi.fn() });
    expect(screen.getByText('It stays in your calendar as cancelled.')).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'All of them' }));
    expect(screen.getByText('They leave your calendar. What you logged stays.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel session' }));
    expect(core.requests('cancel_session')).toEqual([{ session: 'pattern/2026-02-02', scope: 'all' }]);
  });
});

describe('days off', () => {
  it('are one day where no last day is named', async () => {
    const core = await connect();
    const episodes = [episode().episode];
    render(ClosureForm, { closure: undefined, today: '2026-02-03', episodes, onsaved: vi.fn() });
    await userEvent.type(screen.getByLabelText(/Why/), 'Snow');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('save_closure')).toEqual([
      { id: null, episode: 'episode', starts_on: '2026-02-03', ends_on: '2026-02-03', reason: 'Snow' },
    ]);
  });

  it('are lifted from where they are changed', async () => {
    const core = await connect();
    const closure = {
      id: 'c',
      episode: 'episode',
      starts_on: '2026-02-04',
      ends_on: '2026-02-06',
      reason: '',
      cancels: 2,
    };
    render(ClosureForm, { closure, today: '2026-02-03', episodes: [episode().episode], onsaved: vi.fn() });
    await userEvent.click(screen.getByRole('button', { name: 'Open again' }));
    expect(core.requests('delete_closure')).toEqual([{ id: 'c' }]);
  });
});

it('a session says where it was moved from, why it is closed, and that another is held meanwhile', () => {
  const words = (change: Parameters<typeof session>[0]) => placeWords(session(change));
  expect(words({})).toEqual([]);
  expect(words({ moved_from: '2026-02-04' })).toEqual(['Moved from Wed, Feb 4']);
  expect(words({ closed: true, closed_for: 'Snow', overlaps: true })).toEqual([
    'Closed: Snow',
    'Two sessions at the same time',
  ]);
  expect(words({ closed: true, closed_for: '' })).toEqual(['The program is closed']);
});

it('weekly sessions of every second week stand on a line of their own', () => {
  const slot = { time: '18:00', minutes: 60, kind: 'group' } as const;
  const lines = slotLines([
    { ...slot, weekday: 'monday' },
    { ...slot, weekday: 'tuesday', every_weeks: 2 },
  ]);
  expect(lines.map((line) => line.detail)).toEqual(['Group therapy', 'Group therapy · every 2 weeks']);
});
