import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { vault } from '../../state/vault.svelte';
import { FakeCore } from '../../test/fake';
import { has, setLanguage } from '../../words';
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
    ['Damaged', 'Your record cannot be read'],
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

it('has words in both languages for every trouble', async () => {
  for (const language of ['en', 'es'] as const) {
    await setLanguage(language);
    for (const page of ['damaged', 'newer', 'in-use', 'disk-full', 'read-only', 'other']) {
      for (const part of ['title', 'text', 'do']) {
        expect(has(`trouble-${page}-${part}`), `${language} ${page} ${part}`).toBe(true);
      }
    }
  }
});
