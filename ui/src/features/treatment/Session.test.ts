import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FakeCore } from '../../test/fake';
import { session } from './samples';
import SessionForm from './SessionForm.svelte';
import type { Session } from './types';

async function show(change: Partial<Session> = {}) {
  const core = await FakeCore.connect({ draft: () => ({ text: null }) });
  const onsaved = vi.fn();
  render(SessionForm, { session: session(change), onsaved });
  return { core, onsaved };
}

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
        kind: 'family',
        note: 'Left early.',
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
});
