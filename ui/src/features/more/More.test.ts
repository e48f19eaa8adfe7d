import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
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

beforeEach(async () => {
  toast.clear();
  demo = false;
  preferences = {
    language: 'en',
    week_starts_on: 'monday',
    lock_after_minutes: 5,
    remind_sessions: true,
    session_lead_minutes: 60,
    recovery_key_kept: true,
  };
  core = await FakeCore.connect({
    status: () => ({ phase: 'open', language: preferences.language, demo }),
    settings: () => ({ preferences: { ...preferences }, device_zone: 'America/New_York', folder: '/h/r' }),
    save_settings: (request: Record<string, unknown>) => {
      if ((request.session_lead_minutes as number) > 2880)
        throw { code: 'Invalid', field: 'session_lead_minutes', rule: 'too_large' };
      preferences = { ...preferences, ...request };
      return {};
    },
    reminders: () => ({
      coming: [
        {
          id: 'session/1',
          at: '2026-02-04T22:00:00Z',
          on: '2026-02-04',
          time: '17:00',
          title: 'Handrail',
          body: 'You have something at 6:00 pm.',
        },
      ],
      trouble: false,
    }),
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
    await open('reminders');
    const lead = await screen.findByLabelText('How long before');
    await Promise.all([user.selectOptions(lead, '2 hours'), user.click(screen.getByRole('switch'))]);
    await waitFor(() => expect(core.requests('save_settings')).toHaveLength(2));
    await waitFor(() =>
      expect(preferences).toMatchObject({ session_lead_minutes: 120, remind_sessions: false }),
    );
  });

  it('keep a refused time in its field and say why', async () => {
    await open('reminders');
    await user.selectOptions(await screen.findByLabelText('How long before'), 'Another time');
    const field = screen.getByLabelText('hours');
    await user.clear(field);
    await user.type(field, '50');
    await user.tab();
    expect(await screen.findByText('This number is too large.')).toBeVisible();
    expect(field).toHaveValue(50);
    expect(preferences.session_lead_minutes).toBe(60);
  });
});

it('shows the coming reminders with their exact words', async () => {
  await open('reminders');
  expect(await screen.findByText('You have something at 6:00 pm.')).toBeVisible();
  expect(screen.getByText('Wednesday, February 4')).toBeVisible();
  expect(screen.getByText(/^5:00/)).toBeVisible();
});

describe('privacy', () => {
  it('asks for a recovery key only while none was written down', async () => {
    preferences.recovery_key_kept = false;
    await open('privacy');
    expect(await screen.findByText('Recovery key not written down yet')).toBeVisible();
    expect(screen.getByText('/h/r')).toBeVisible();
  });

  it('promises nothing that it cannot keep', async () => {
    await open('privacy');
    await screen.findByLabelText('Lock by itself');
    expect(document.body).toHaveTextContent('A court order.');
    expect(document.body).not.toHaveTextContent(/HIPAA|100 ?%/);
  });
});

describe('bringing in a file', () => {
  // jsdom's files cannot be read.
  const file = Object.assign(new File(['{}'], 'mine.json', { type: 'application/json' }), {
    text: () => Promise.resolve('{}'),
  });

  it('shows what is in it before anything changes', async () => {
    await open('record');
    await user.upload(screen.getByLabelText('File that Handrail saved'), file);
    const row = await screen.findByRole('row', { name: 'Sessions 3 1 2' });
    expect(row).toBeVisible();
    expect(screen.queryByRole('row', { name: /Check-ins/ })).toBeNull();
    expect(core.requests('import_record')).toEqual([]);
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
    await user.upload(screen.getByLabelText('File that Handrail saved'), file);
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
