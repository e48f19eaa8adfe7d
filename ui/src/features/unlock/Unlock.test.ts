import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { vault } from '../../state/vault.svelte';
import { FakeCore } from '../../test/fake';
import { has, setLanguage } from '../../words';
import News from '../backup/News.svelte';
import { progress } from '../welcome/progress.svelte';
import Trouble from './Trouble.svelte';
import Unlock from './Unlock.svelte';

let core: FakeCore;
let refusal: Record<string, unknown> | undefined;
const user = userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const refuse = () => {
  if (refusal) throw refusal;
  return {};
};

beforeEach(async () => {
  vault.news = undefined;
  vi.useFakeTimers({ shouldAdvanceTime: true });
  refusal = undefined;
  core = await FakeCore.connect({
    status: () => ({ phase: 'locked', language: null, demo: false }),
    unlock: refuse,
    recover: refuse,
  });
  await vault.refresh();
});
afterEach(() => vi.useRealTimers());

async function unlock(passphrase = 'not it'): Promise<void> {
  render(Unlock);
  await user.type(screen.getByLabelText('Passphrase'), passphrase);
  await press('Unlock');
}

async function recover(): Promise<void> {
  render(Unlock);
  await press('I forgot it');
  await user.type(screen.getByLabelText('Recovery key'), 'abcd');
  await user.type(screen.getByLabelText('New passphrase'), 'river lamp tuesday');
  await user.type(screen.getByLabelText('The same again'), 'river lamp tuesday');
  await press('Open my record');
}

describe('unlocking', () => {
  it('starts in the field', () => {
    render(Unlock);
    expect(screen.getByLabelText('Passphrase')).toHaveFocus();
  });

  it('says kindly that a passphrase does not fit, and keeps none of it', async () => {
    refusal = { code: 'WrongPassphrase', wait_seconds: 0 };
    await unlock();
    expect(await screen.findByText(/does not fit/)).toBeVisible();
    expect(screen.getByLabelText('Passphrase')).toHaveValue('');
    expect(screen.getByLabelText('Passphrase')).toHaveFocus();
    expect(screen.getByRole('button', { name: 'Unlock' })).toBeEnabled();
  });

  it('counts down until the next try', async () => {
    refusal = { code: 'WrongPassphrase', wait_seconds: 3 };
    await unlock();
    const button = await screen.findByRole('button', { name: /Wait 0:0[23]/ });
    expect(button).toBeDisabled();
    expect(screen.queryByText(/does not fit/)).toBeNull();
    await vi.advanceTimersByTimeAsync(4000);
    expect(await screen.findByRole('button', { name: 'Unlock' })).toBeEnabled();
    expect(screen.getByText('You can try again now.')).toBeVisible();
  });

  it('does not look into a new try while it waits, whichever way in', async () => {
    refusal = { code: 'WrongPassphrase', wait_seconds: 30 };
    await unlock();
    await screen.findByRole('button', { name: /Wait/ });
    await press('I forgot it');
    expect(screen.getByRole('button', { name: /Wait/ })).toBeDisabled();
  });

  it('forgets what is half typed when the screen is left', async () => {
    render(Unlock);
    await user.type(screen.getByLabelText('Passphrase'), 'half');
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(screen.getByLabelText('Passphrase')).toHaveValue(''));
  });

  it.each([
    ['NewerDatabase', 'This record needs a newer Handrail'],
    ['InUse', 'Handrail is already open'],
    ['DiskFull', 'This device is full'],
    ['ReadOnly', 'Handrail cannot save here'],
    ['Internal', 'Something went wrong'],
  ])('has a calm page for %s, with what to do and help', async (code, title) => {
    refusal = { code };
    await unlock();
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent(title);
    expect(screen.getByText(/Nothing was changed/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Help now' })).toBeVisible();
    await press('Try again');
    expect(await screen.findByLabelText('Passphrase')).toBeVisible();
  });
});

describe('recovering', () => {
  it('sends the key and the new passphrase', async () => {
    await recover();
    expect(core.requests('recover')).toEqual([
      { recovery_key: 'abcd', new_passphrase: 'river lamp tuesday' },
    ]);
  });

  it('tells a mistyped key apart from one of another record', async () => {
    refusal = { code: 'Invalid', field: 'recovery_key', rule: 'mistyped' };
    await recover();
    expect(await screen.findByText(/letters or numbers/)).toBeVisible();
    expect(screen.getByLabelText('Recovery key')).toHaveFocus();
    expect(screen.getByLabelText('Recovery key')).toHaveValue('abcd');
    refusal = { code: 'WrongPassphrase', wait_seconds: 0 };
    await press('Open my record');
    expect(await screen.findByText(/does not open this record/)).toBeVisible();
    expect(screen.queryByText(/letters or numbers/)).toBeNull();
  });
});

describe('a record that does not open', () => {
  const COPY = { id: '7', made_on: '2026-02-01', before_update: false, bytes: 240_000 };
  const KEPT = { id: '1', kept_on: '2026-01-05', bytes: 120_000, whole: true };
  const offered = () => screen.getAllByRole('listitem').map((one) => one.textContent?.trim());

  async function troubled(trouble: string, copies: unknown[] = [COPY], kept: unknown[] = []): Promise<void> {
    core.answers.status = () => ({ phase: 'damaged', trouble, language: null, demo: false });
    core.answers.copies = () => ({ last_backup_at: null, copies, kept });
    await vault.refresh();
    render(Trouble, { failure: vault.failure, onagain: () => {} });
    await screen.findByRole('button', { name: /^Start anew/ });
  }

  it('offers the way with the least loss first, and salvage only of what is damaged', async () => {
    await troubled('database_damaged', [COPY], [KEPT]);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your record is damaged');
    expect(screen.getByText(/Nothing was changed/)).toBeVisible();
    await waitFor(() => expect(offered()).toHaveLength(5));
    const starts = ['Go back to a copy', 'Bring back a backup', 'Save what can', 'Put back', 'Start anew'];
    starts.forEach((words, place) => expect(offered()[place]).toMatch(new RegExp(`^${words}`)));
    expect(screen.getByRole('button', { name: 'Help now' })).toBeVisible();
    expect((await axe.run(document.body, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });

  it('offers no copies where no key would open them, nor what there is nothing of', async () => {
    await troubled('key_missing', [COPY]);
    expect(screen.queryByRole('button', { name: /Go back to a copy/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Put back/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Save what can be read/ })).toBeNull();
  });

  it('looks into a copy before going back to it, with its secret asked once', async () => {
    core.answers.preview_copy = () => ({
      made_at: null,
      latest: '2026-01-31',
      parts: [{ kind: 'sessions', count: 12 }],
    });
    await troubled('database_missing');
    await user.click(await screen.findByRole('button', { name: /^Go back to a copy/ }));
    await user.click(await screen.findByRole('button', { name: /February 1, 2026/ }));
    await user.type(screen.getByLabelText('Passphrase or recovery key'), 'three steps');
    await press('See what is in it');
    expect(await screen.findByRole('row', { name: 'Sessions 12' })).toBeVisible();
    expect(screen.getByText(/January 31, 2026/)).toBeVisible();
    await press('Go back to this copy');
    const asked = [{ id: '7', passphrase: 'three steps' }];
    await waitFor(() => expect(core.requests('restore_copy')).toEqual(asked));
    expect(core.requests('preview_copy')).toEqual(asked);
  });

  it('says of a record of which nothing reads what is left to do', async () => {
    core.answers.salvage = () => {
      throw { code: 'Damaged' };
    };
    await troubled('database_damaged');
    await press(/^Save what can be read/);
    await user.type(screen.getByLabelText('Passphrase or recovery key'), 'three steps');
    await press('Save what can be read');
    expect(await screen.findByText(/Too little of it reads/)).toBeVisible();
    expect(vault.stage).toBe('trouble');
  });

  it('says what was saved of a damaged record, and what was not', async () => {
    core.answers.salvage = () => ({
      parts: [
        { kind: 'sessions', saved: 40, lost: false },
        { kind: 'check_ins', saved: 9, lost: true },
      ],
      stand_ins: 1,
      latest_lost: true,
    });
    await troubled('database_damaged');
    await press(/^Save what can be read/);
    await user.type(screen.getByLabelText('Passphrase or recovery key'), 'three steps');
    await press('Save what can be read');
    await waitFor(() => expect(vault.stage).toBe('news'));
    render(News, { news: vault.news! });
    expect(screen.getByRole('row', { name: 'Sessions 40' })).toBeVisible();
    expect(screen.getByRole('row', { name: 'Check-ins Some could not be read 9' })).toBeVisible();
    expect(screen.getByText(/One level of care could not be read/)).toBeVisible();
    expect(screen.getByText(/Your last changes could not be read/)).toBeVisible();
  });

  it('puts the old one aside before a new start', async () => {
    await troubled('key_damaged');
    await press(/^Start anew/);
    expect(screen.getByText(/put aside as it is/)).toBeVisible();
    expect(core.requests('start_anew')).toEqual([]);
    core.answers.status = () => ({ phase: 'new', language: null, demo: false });
    await press('Put it aside and go on');
    await waitFor(() => expect(vault.stage).toBe('welcome'));
  });

  it('leads from the lock on without passphrase and key, to a backup or a new start', async () => {
    render(Unlock);
    await press('I forgot it');
    await press('I have neither');
    expect(await screen.findByText(/nothing gets deleted/)).toBeVisible();
    await press(/^I have a backup/);
    core.answers.status = () => ({ phase: 'new', language: null, demo: false });
    await press('Put it aside and go on');
    await waitFor(() => expect(progress.step).toBe('bring'));
    expect(core.requests('start_anew')).toHaveLength(1);
  });
});

describe('with a PIN', () => {
  beforeEach(async () => {
    core.answers.status = () => ({
      phase: 'locked',
      language: null,
      demo: false,
      pin: true,
      wait_seconds: 0,
    });
    core.answers.unlock_with_pin = refuse;
    await vault.refresh();
  });

  it('asks for it first, with the digits of a phone', async () => {
    render(Unlock);
    expect(screen.getByLabelText('PIN')).toHaveFocus();
    expect(screen.getByLabelText('PIN')).toHaveAttribute('inputmode', 'numeric');
    await user.type(screen.getByLabelText('PIN'), '271828');
    await press('Unlock');
    await waitFor(() => expect(core.requests('unlock_with_pin')).toEqual([{ pin: '271828' }]));
  });

  it('says of a wrong one that the PIN does not fit', async () => {
    refusal = { code: 'WrongPassphrase', wait_seconds: 0 };
    render(Unlock);
    await user.type(screen.getByLabelText('PIN'), '271829');
    await press('Unlock');
    expect(await screen.findByText(/That PIN does not fit/)).toBeVisible();
    expect(screen.getByLabelText('PIN')).toHaveFocus();
  });

  it('goes to the passphrase by choice, and where the key store refuses', async () => {
    render(Unlock);
    await press('Use the passphrase');
    expect(screen.getByLabelText('Passphrase')).toHaveFocus();
    await press('Use the PIN');
    refusal = { code: 'NotFound' };
    await user.type(screen.getByLabelText('PIN'), '271828');
    await press('Unlock');
    expect(await screen.findByText(/key store is locked or gone/)).toBeVisible();
    expect(screen.getByLabelText('Passphrase')).toHaveFocus();
  });
});

it('goes on waiting after a restart', async () => {
  core.answers.status = () => ({ phase: 'locked', language: null, demo: false, wait_seconds: 75 });
  await vault.refresh();
  render(Unlock);
  expect(screen.getByRole('button', { name: /Wait 1:1\d/ })).toBeDisabled();
  expect(screen.getByText(/Too many tries/)).toBeVisible();
});

it('has words in both languages for every trouble', async () => {
  for (const language of ['en', 'es'] as const) {
    await setLanguage(language);
    for (const page of ['newer', 'in-use', 'disk-full', 'read-only', 'other']) {
      for (const part of ['title', 'text', 'do']) {
        expect(has(`trouble-${page}-${part}`), `${language} ${page} ${part}`).toBe(true);
      }
    }
    for (const page of [
      'key-missing',
      'key-damaged',
      'database-missing',
      'database-empty',
      'database-foreign',
    ]) {
      expect(has(`trouble-${page}-title`) && has(`trouble-${page}-text`), `${language} ${page}`).toBe(true);
    }
  }
});
