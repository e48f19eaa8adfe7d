import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { router } from '../../router.svelte';
import { FakeCore } from '../../test/fake';
import { openedSession } from './samples';
import SessionForm from './SessionForm.svelte';
import type { OpenedSession } from './types';

async function show(change: Partial<OpenedSession> = {}) {
  const session = openedSession(change);
  const core = await FakeCore.connect({ draft: () => ({ text: null }), session: () => session });
  const onsaved = vi.fn();
  render(SessionForm, { session, onsaved });
  await screen.findByRole('button', { name: 'Save' });
  return { core, onsaved };
}

const missed = { ...openedSession({ session: 'missed', on: '2026-01-26' }), left: 60 };

const states = () => screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).value);

describe('a session', () => {
  it('that lies ahead can only be excused or cancelled', async () => {
    await show({ begun: false, over: false });
    expect(states()).toEqual(['planned', 'excused', 'cancelled']);
  });

  it('attended in part asks for its minutes, and offers some', async () => {
    const { core, onsaved } = await show();
    await userEvent.click(screen.getByRole('radio', { name: 'Attended part of it' }));
    await userEvent.click(screen.getByRole('button', { name: /30.min/ }));
    await userEvent.type(screen.getByLabelText(/Private note/), 'Left early.');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('log_session')).toEqual([
      {
        session: 'pattern/2026-02-02',
        state: 'attended_in_part',
        minutes: 30,
        late_minutes: null,
        left_early_minutes: null,
        kind: 'family',
        note: 'Left early.',
        led_by: '',
        topic: '',
        homework: null,
        makes_up: null,
      },
    ]);
    expect(onsaved).toHaveBeenCalledOnce();
  });

  it('attended whole has its planned minutes, and none once it was missed after all', async () => {
    const { core } = await show();
    await userEvent.click(screen.getByRole('radio', { name: 'Attended' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Missed' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('log_session')).toMatchObject([{ state: 'missed', minutes: null }]);
  });

  it('of the usual week cannot be deleted', async () => {
    await show();
    expect(screen.queryByRole('button', { name: 'Delete' })).not.toBeInTheDocument();
  });

  it('that was added once is deleted with Undo', async () => {
    const { core, onsaved } = await show({ added_once: true });
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(core.requests('delete_session')).toEqual([{ session: 'pattern/2026-02-02' }]);
    expect(onsaved).toHaveBeenCalledOnce();
  });

  it('to which one came late says how late, and the core the minutes', async () => {
    const { core } = await show({ state: 'attended_in_part', attended_minutes: 45 });
    await userEvent.type(screen.getByLabelText(/Minutes late/), '20');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('log_session')).toMatchObject([
      { state: 'attended_in_part', minutes: null, late_minutes: 20, left_early_minutes: null },
    ]);
  });

  it('keeps its homework with the day it is due, and what it makes up', async () => {
    const { core } = await show({ may_make_up: [missed] });
    await userEvent.click(screen.getByText('More about it'));
    await userEvent.type(screen.getByLabelText(/^Homework/), 'Write to my sister');
    await userEvent.type(screen.getByLabelText(/Due by/), '2026-02-09');
    await userEvent.selectOptions(screen.getByLabelText('Makes up'), 'missed');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('log_session')).toMatchObject([
      { homework: { text: 'Write to my sister', due_on: '2026-02-09', done: false }, makes_up: 'missed' },
    ]);
  });

  it('that was missed says what is left, and plans a session that makes it up', async () => {
    const { core, onsaved } = await show({ state: 'missed', left_to_make_up: 60 });
    expect(screen.getByText(/to make up/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Plan a make-up session' }));
    await userEvent.type(screen.getByLabelText('Day'), '2026-02-07');
    await userEvent.type(screen.getByLabelText(/Starts at/), '10:00');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(core.requests('add_session')).toMatchObject([
      { on: '2026-02-07', minutes: 60, kind: 'family', makes_up: 'pattern/2026-02-02' },
    ]);
    expect(onsaved).toHaveBeenCalledOnce();
  });

  it('is there again at Back from planning what makes it up', async () => {
    const { onsaved } = await show({ state: 'missed', left_to_make_up: 60 });
    const ends = router.follow();
    await userEvent.click(screen.getByRole('button', { name: 'Plan a make-up session' }));
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    history.back();
    expect(await screen.findByRole('button', { name: 'Save' })).toBeVisible();
    expect(onsaved).not.toHaveBeenCalled();
    ends();
  });

  it('that a closure cancels is saved as it was planned', async () => {
    const { core } = await show({ state: 'cancelled', closed: true });
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('log_session')).toMatchObject([{ state: 'planned' }]);
  });
});
