import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { vault } from '../../state/vault.svelte';
import { FakeCore } from '../../test/fake';
import More from './More.svelte';

const user = userEvent.setup();
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));

let core: FakeCore;
let preferences: Record<string, unknown>;
let demo: boolean;
let whileLocked: boolean;

beforeEach(async () => {
  toast.clear();
  demo = false;
  whileLocked = true;
  preferences = {
    language: 'en',
    week_starts_on: 'monday',
    lock_after_minutes: 5,
    recovery_key_kept: true,
  };
  core = await FakeCore.connect({
    status: () => ({ phase: 'open', language: preferences.language, demo }),
    settings: () => ({ preferences: { ...preferences }, device_zone: 'America/New_York', folder: '/h/r' }),
    save_settings: (request: Record<string, unknown>) => {
      preferences = { ...preferences, ...request };
      return {};
    },
    reminder_rules: () => ({ rules: [], quiet: [], while_locked: whileLocked, own: [] }),
    remind_while_locked: ({ on }: { on: boolean }) => {
      whileLocked = on;
      return {};
    },
    preview_import: () => ({
      parts: [
        { kind: 'sessions', new: 3, same: 2, changed: 1 },
        { kind: 'check_ins', new: 0, same: 0, changed: 0 },
      ],
      changes_anything: true,
    }),
  });
  await vault.refresh();
});

async function open(view: string): Promise<void> {
  router.replace('more', { view });
  render(More);
  await screen.findByRole('heading', { level: 1 });
}

describe('settings', () => {
  it('are saved at once, with Undo', async () => {
    await open('privacy');
    await user.selectOptions(await screen.findByLabelText('Lock by itself'), 'Only when I lock it');
    await waitFor(() => expect(toast.step).toBe(1));
    expect(preferences.lock_after_minutes).toBeNull();
  });

  it('do not lose the first of two quick changes', async () => {
    await open('language');
    const week = await screen.findByLabelText('Your week starts on');
    await Promise.all([
      user.selectOptions(week, 'Sunday'),
      user.click(screen.getByRole('radio', { name: 'Español' })),
    ]);
    await waitFor(() => expect(core.requests('save_settings')).toHaveLength(2));
    await waitFor(() => expect(preferences).toMatchObject({ week_starts_on: 'sunday', language: 'es' }));
  });
});

it('leads to the reminders', async () => {
  await open('');
  await press(/^Reminders/);
  expect(router.params).toEqual({ view: 'reminders' });
});

describe('privacy', () => {
  it('asks for a recovery key only while none was written down', async () => {
    preferences.recovery_key_kept = false;
    await open('privacy');
    expect(await screen.findByText('Recovery key not written down yet')).toBeVisible();
  });

  it('says what the file of reminders holds while the record is locked, and can do without it', async () => {
    await open('privacy');
    const card = within(await screen.findByRole('region', { name: 'Reminders while locked' }));
    const on = await card.findByRole('switch', { name: /^Remind me while locked/ });
    expect(on).toBeChecked();
    expect(card.getByText(/called handrail\.reminders/)).toBeVisible();
    expect(card.getByText(/no reminders come while Handrail is locked/)).toBeVisible();
    await user.click(on);
    await waitFor(() => expect(core.requests('remind_while_locked')).toEqual([{ on: false }]));
    await waitFor(() => expect(on).not.toBeChecked());
    expect(toast.step).toBe(1);
  });

  it('shows the switch as it was when the choice could not be saved', async () => {
    core.answers.remind_while_locked = () => {
      throw { code: 'DiskFull' };
    };
    await open('privacy');
    const on = await screen.findByRole('switch', { name: /^Remind me while locked/ });
    await user.click(on);
    expect(await screen.findByText(/out of space/)).toBeVisible();
    await waitFor(() => expect(on).toBeChecked());
  });

  it('breaks no rule of axe', async () => {
    await open('privacy');
    await screen.findByRole('switch', { name: /^Remind me while locked/ });
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });

  it('promises nothing that it cannot keep', async () => {
    await open('privacy');
    await screen.findByLabelText('Lock by itself');
    expect(document.body).toHaveTextContent('A court order.');
    expect(document.body).not.toHaveTextContent(/HIPAA|100 ?%/);
  });
});

describe('bringing in a file', () => {
  beforeEach(() => {
    core.answers.choose_file = () => ({ file: { name: 'mine.json', text: '{}' } });
  });

  it('shows what is in it before anything changes', async () => {
    await open('record');
    await press('Choose a file');
    const row = await screen.findByRole('row', { name: 'Sessions 3 1 2' });
    expect(row).toBeVisible();
    expect(screen.queryByRole('row', { name: /Check-ins/ })).toBeNull();
    expect(core.requests('import_record')).toEqual([]);
    expect(core.requests('choose_file')).toEqual([{ kind: 'record' }]);
    // Who chooses none another time keeps the one at hand.
    core.answers.choose_file = () => ({ file: null });
    await press('Choose a file');
    await press('Bring it in');
    await waitFor(() => expect(core.requests('import_record')).toEqual([{ text: '{}' }]));
    expect(toast.step).toBe(1);
  });

  it.each([
    ['newer', /A newer Handrail saved this file/],
    ['malformed', /not a file that Handrail saved/],
  ])('says what is wrong with a %s one', async (rule, words) => {
    core.answers.preview_import = () => {
      throw { code: 'Invalid', field: 'text', rule };
    };
    await open('record');
    await press('Choose a file');
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Bring it in' })).toBeNull();
  });
});

it('warns before a copy that anyone can read, and says where it went', async () => {
  core.answers.export_record = () => ({ saved: '/home/a/handrail.json' });
  await open('record');
  expect(screen.getByText(/Anyone who has this file can read it/)).toBeVisible();
  await press('Save a copy');
  expect(await screen.findByText('/home/a/handrail.json')).toBeVisible();
});
