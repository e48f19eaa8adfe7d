import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { toast } from '../../state/toast.svelte';
import { vault } from '../../state/vault.svelte';
import { FakeCore } from '../../test/fake';
import { progress } from './progress.svelte';
import Welcome from './Welcome.svelte';

vi.mock('../treatment/StartCare.svelte', () => import('../../test/Room.svelte'));

const KEY = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-WXYZ';
const SESSIONS = {
  source: 'session',
  on: true,
  leads: [{ kind: 'before', minutes: 60 }],
  words: '',
  sound: true,
  ask: true,
};

let phase: string;
let delivery: string;
let kept: number;
let core: FakeCore;
const user = userEvent.setup();
const press = (name: string) => user.click(screen.getByRole('button', { name }));

// All rooms come at once, and for the first time slowly.
beforeAll(async () => void (await import('../../house')), 60_000);

beforeEach(async () => {
  phase = 'new';
  delivery = 'works';
  kept = 0;
  toast.clear();
  core = await FakeCore.connect({
    status: () => ({ phase, language: null, demo: false, kept }),
    create_vault: () => {
      phase = 'open';
      return { recovery_key: KEY };
    },
    confirm_recovery_key: ({ last_group }: { last_group: string }) => {
      if (last_group !== 'WXYZ') throw { code: 'Invalid', field: 'last_group', rule: 'mistyped' };
      return {};
    },
    reminder_rules: () => ({ rules: [SESSIONS], quiet: [], while_locked: true, own: [] }),
    background: () => ({ supported: true, keeps_running: false, starts_at_login: false, has_tray: true }),
    allow_reminders: () => ({ delivery }),
  });
  await vault.refresh();
  progress.reset();
});

async function protect(): Promise<void> {
  render(Welcome);
  await press('Start');
  await user.type(screen.getByLabelText('Passphrase'), 'river lamp tuesday');
  await user.type(screen.getByLabelText('The same again'), 'river lamp tuesday');
  await press('Next');
  await screen.findByText('WXYZ');
}

describe('Welcome', () => {
  it('says that a record lies aside, and where it can be put back', async () => {
    render(Welcome);
    expect(screen.queryByText(/put aside/)).toBeNull();
    kept = 1;
    await vault.refresh();
    expect(await screen.findByText(/A record was put aside on this device.*I have a backup/)).toBeVisible();
  });

  it('speaks the language that is chosen on its first page', async () => {
    render(Welcome);
    await user.click(screen.getByRole('radio', { name: /Español/ }));
    expect(await screen.findByRole('button', { name: 'Empezar' })).toBeVisible();
  });

  it('asks for a longer passphrase and for the same one twice before it makes the record', async () => {
    render(Welcome);
    await press('Start');
    await user.type(screen.getByLabelText('Passphrase'), 'river');
    await press('Next');
    expect(await screen.findByText('This is too short.')).toBeVisible();
    await user.type(screen.getByLabelText('Passphrase'), ' lamp');
    await user.type(screen.getByLabelText('The same again'), 'river lump');
    await press('Next');
    expect(await screen.findByText('The two are not the same.')).toBeVisible();
    expect(core.requests('create_vault')).toEqual([]);
  });

  it('makes the record in the chosen language and goes on to the recovery key', async () => {
    await protect();
    expect(core.requests('create_vault')).toEqual([{ passphrase: 'river lamp tuesday', language: 'en' }]);
    expect(vault.stage).toBe('welcome');
  });

  it('goes on once the last group is typed as it is shown', async () => {
    await protect();
    await user.type(screen.getByLabelText('Check your copy'), 'WXY');
    await press('I wrote it down');
    expect(await screen.findByText(/letters or numbers/)).toBeVisible();
    await user.type(screen.getByLabelText('Check your copy'), 'Z');
    await press('I wrote it down');
    await waitFor(() => expect(progress.step).toBe('care'));
    expect(progress.key).toBe('');
  });

  it('lets the key be written down later, and shows it again on the way back', async () => {
    await protect();
    await press('I will do it later');
    expect(progress.step).toBe('care');
    expect(core.requests('confirm_recovery_key')).toEqual([]);
    progress.step = 'key';
    expect(await screen.findByText('WXYZ')).toBeVisible();
  });

  it('keeps its place while someone gets help, and forgets the key behind the lock', async () => {
    await protect();
    expect(progress.key).toBe(KEY);
    phase = 'locked';
    await vault.refresh();
    await waitFor(() => expect(progress.key).toBe(''));
    expect(progress.step).toBe('language');
  });

  it('saves the first reminder, has it let through, then opens the rooms', async () => {
    await protect();
    progress.step = 'reminder';
    await user.selectOptions(await screen.findByLabelText('How long before'), '2 hours');
    expect(await screen.findByRole('checkbox', { name: /^Keep running/ })).toBeChecked();
    expect(core.requests('allow_reminders')).toEqual([]);
    await press('Go to Today');
    await waitFor(() => expect(vault.stage).toBe('open'));
    expect(core.requests('save_reminder_rule')).toEqual([
      { ...SESSIONS, leads: [{ kind: 'before', minutes: 120 }] },
    ]);
    expect(core.requests('save_background')).toEqual([{ keeps_running: true, starts_at_login: false }]);
    expect(core.requests('allow_reminders')).toHaveLength(1);
    expect(toast.message).toBe('');
  });

  it('asks the system for nothing when no reminder is wanted', async () => {
    await protect();
    progress.step = 'reminder';
    await user.click(await screen.findByRole('switch', { name: 'Remind me before a session' }));
    expect(screen.queryByRole('checkbox', { name: /^Keep running/ })).toBeNull();
    await press('Go to Today');
    await waitFor(() => expect(vault.stage).toBe('open'));
    expect(core.requests('save_reminder_rule')).toEqual([{ ...SESSIONS, on: false }]);
    expect(core.requests('save_background')).toEqual([]);
    expect(core.requests('allow_reminders')).toEqual([]);
  });

  it('says where to look when the system does not let reminders through', async () => {
    delivery = 'denied';
    await protect();
    progress.step = 'reminder';
    await screen.findByLabelText('How long before');
    await press('Go to Today');
    await waitFor(() => expect(vault.stage).toBe('open'));
    expect(toast.message).toMatch(/Reminders says what to do/);
  });

  it('speaks of windows only on a computer, and words a refused time at its field', async () => {
    core.answers.background = () => ({ supported: false });
    core.answers.save_reminder_rule = () => {
      throw { code: 'Invalid', field: 'leads.0.minutes', rule: 'too_large' };
    };
    await protect();
    progress.step = 'reminder';
    await user.selectOptions(await screen.findByLabelText('How long before'), 'Another time');
    expect(screen.queryByRole('checkbox', { name: /^Keep running/ })).toBeNull();
    await press('Go to Today');
    const own = within(screen.getByRole('group', { name: 'Your own time before' }));
    expect(await own.findByText('This number is too large.')).toBeVisible();
    expect(vault.stage).toBe('welcome');
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });
});
