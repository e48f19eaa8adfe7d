import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from './App.svelte';
import { router } from './router.svelte';
import { toast } from './state/toast.svelte';
import { vault } from './state/vault.svelte';
import { FakeCore } from './test/fake';
import FormHarness from './test/FormHarness.svelte';

// The rooms have tests of their own: here they are only names.
vi.mock('./house', async () => {
  const Room = (await import('./test/Room.svelte')).default;
  const rooms = ['today', 'treatment', 'groups', 'plan', 'hardmoment', 'more'];
  return {
    rooms: Object.fromEntries(rooms.map((room) => [room, Room])),
    Shell: (await import('./Shell.svelte')).default,
  };
});
const rebuild = vi.hoisted(() => vi.fn(() => Promise.resolve()));
vi.mock('./state/rebuild', () => ({ rebuild }));
vi.mock('./features/hardmoment/HardMoment.svelte', () => import('./test/Room.svelte'));
vi.mock('./features/unlock/Unlock.svelte', () => import('./test/Gate.svelte'));
vi.mock('./features/welcome/Welcome.svelte', () => import('./test/Gate.svelte'));

let phase: string;
let core: FakeCore;

async function start(begin: string): Promise<void> {
  phase = begin;
  core = await FakeCore.connect({
    status: () => ({ phase, language: null, demo: false }),
    lock: () => (phase = 'locked'),
  });
  await vault.refresh();
  render(App);
  // What is behind the lock is fetched first.
  await screen.findByRole('main');
}

async function become(next: string): Promise<void> {
  phase = next;
  core.change('vault');
  await waitFor(() => expect(vault.phase).toBe(next));
}

beforeEach(() => {
  rebuild.mockClear();
  vault.news = undefined;
  router.reset();
  // jsdom draws its frames late when the machine is busy.
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => setTimeout(frame, 0));
});
afterEach(() => void vi.unstubAllGlobals());

const nav = () => screen.queryByRole('navigation');

describe('the app', () => {
  it('has its rooms only while the record is open', async () => {
    await start('locked');
    expect(nav()).toBeNull();
    await become('open');
    await waitFor(() => expect(nav()).not.toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Plan' }));
    expect(screen.getByRole('button', { name: 'Plan' })).toHaveAttribute('aria-current', 'page');
    expect(router.room).toBe('plan');
    await become('locked');
    await waitFor(() => expect(nav()).toBeNull());
    expect(router.room).toBe('today');
  });

  it('moves the focus to the title of the room', async () => {
    await start('open');
    await waitFor(() => expect(nav()).not.toBeNull());
    await userEvent.click(screen.getByRole('button', { name: 'Groups' }));
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  });

  it('lets Welcome go on after it has made the record', async () => {
    await start('new');
    await become('open');
    expect(nav()).toBeNull();
    vault.enter();
    await waitFor(() => expect(nav()).not.toBeNull());
  });

  it('opens the hard moment without the record', async () => {
    await start('locked');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Gate');
    router.go('hardmoment');
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('hardmoment'));
    expect(nav()).toBeNull();
  });

  it('says that the record is damaged, and still helps', async () => {
    await start('damaged');
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Your record is damaged');
    expect(screen.getByRole('button', { name: 'Help now' })).toBeVisible();
  });

  it('tells the core that someone is there, and not at every touch', async () => {
    await start('open');
    await userEvent.keyboard('abc');
    expect(core.requests('stay_awake')).toHaveLength(1);
  });

  it.each(['wheel', 'touchMove', 'scroll'] as const)('takes reading for being there: %s', async (reading) => {
    await start('open');
    await fireEvent[reading](screen.getByRole('main'));
    await fireEvent[reading](screen.getByRole('main'));
    expect(core.requests('stay_awake')).toHaveLength(1);
  });

  it('shows nothing of a record that is locked, though locking it was refused', async () => {
    await start('open');
    core.answers.lock = () => {
      phase = 'locked';
      throw { code: 'DiskFull' };
    };
    await vault.lock();
    await waitFor(() => expect(nav()).toBeNull());
    expect(toast.message).toBe('');
  });

  it('asks before a lock by hand that would lose what is typed, and locks when told to', async () => {
    await start('open');
    await waitFor(() => expect(nav()).not.toBeNull());
    core.answers.save_draft = () => {
      throw { code: 'ReadOnly' };
    };
    render(FormHarness);
    await userEvent.type(screen.getByLabelText('Topic'), 'Half');
    await userEvent.keyboard('{Control>}l{/Control}');
    const sheet = await screen.findByRole('dialog', { name: 'What you typed cannot be kept' });
    await userEvent.click(await within(sheet).findByRole('button', { name: 'Go back to it' }));
    await waitFor(() => expect(sheet).not.toBeInTheDocument());
    expect(core.requests('lock')).toEqual([]);
    expect(screen.getByLabelText('Topic')).toHaveValue('Half');
    await userEvent.keyboard('{Control>}l{/Control}');
    await userEvent.click(await screen.findByRole('button', { name: 'Lock all the same' }));
    await waitFor(() => expect(vault.phase).toBe('locked'));
    expect(core.requests('lock')).toHaveLength(1);
  });

  it('locks by itself though what is typed cannot be kept', async () => {
    await start('open');
    core.answers.save_draft = () => {
      throw { code: 'DiskFull' };
    };
    render(FormHarness);
    await userEvent.type(screen.getByLabelText('Topic'), 'Half');
    core.change('leaving');
    await waitFor(() => expect(vault.phase).toBe('locked'));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says why the record stays open when it cannot be locked', async () => {
    await start('open');
    core.answers.lock = () => {
      throw { code: 'Internal' };
    };
    await vault.lock();
    expect(toast.message).toContain('Something went wrong');
    expect(nav()).toBeVisible();
  });

  it('builds the page anew once the record is locked, whoever locked it, and never else', async () => {
    await start('locked');
    expect(rebuild).not.toHaveBeenCalled();
    await become('open');
    await vault.lock();
    await waitFor(() => expect(rebuild).toHaveBeenCalledTimes(1));
    await become('open');
    await become('locked');
    await waitFor(() => expect(rebuild).toHaveBeenCalledTimes(2));
  });

  it('lets the page stand while someone is in a hard moment, and builds it anew after that', async () => {
    await start('open');
    router.go('hardmoment');
    await become('locked');
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('hardmoment'));
    expect(rebuild).not.toHaveBeenCalled();
    router.reset();
    await waitFor(() => expect(rebuild).toHaveBeenCalledTimes(1));
  });

  it('locks by key from anywhere, and as soon as the core says that the client leaves', async () => {
    await start('open');
    await userEvent.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(vault.phase).toBe('locked'));
    await become('open');
    core.change('leaving');
    await waitFor(() => expect(vault.phase).toBe('locked'));
    expect(core.requests('lock')).toHaveLength(2);
  });

  it('locks when the window is hidden, where that is chosen', async () => {
    await start('open');
    await waitFor(() => expect(nav()).not.toBeNull());
    const hide = () => document.dispatchEvent(new Event('visibilitychange'));
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    hide();
    expect(core.requests('lock')).toEqual([]);
    core.answers.settings = () => ({ preferences: { lock_when_hidden: true } });
    core.change('settings');
    await waitFor(() => {
      hide();
      expect(core.requests('lock')).toHaveLength(1);
    });
  });
});
