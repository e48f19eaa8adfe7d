import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { vault } from '../../state/vault.svelte';
import { FakeCore } from '../../test/fake';
import News from '../backup/News.svelte';
import More from '../more/More.svelte';

const user = userEvent.setup();
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const type = (label: string, text: string) => user.type(screen.getByLabelText(label), text);
const axeOf = async () =>
  (await axe.run(document.body, { rules: { region: { enabled: false } } })).violations;

let core: FakeCore;
let preferences: Record<string, unknown>;
let slots: { pin: boolean; key_store: boolean };
let phase: string;

beforeEach(async () => {
  toast.clear();
  vault.news = undefined;
  phase = 'open';
  slots = { pin: false, key_store: true };
  preferences = {
    language: 'en',
    week_starts_on: 'monday',
    lock_after_minutes: 5,
    lock_when_hidden: false,
    lock_with_screen: true,
    recovery_key_kept: true,
  };
  core = await FakeCore.connect({
    status: () => ({
      phase,
      trouble: null,
      language: 'en',
      demo: false,
      pin: slots.pin,
      wait_seconds: 0,
      kept: 0,
    }),
    settings: () => ({ preferences: { ...preferences }, device_zone: 'America/New_York', folder: '/h/r' }),
    save_locking: (request: Record<string, unknown>) => {
      preferences = { ...preferences, ...request };
      return {};
    },
    reminder_rules: () => ({ rules: [], quiet: [], while_locked: true, own: [] }),
    key_slots: () => ({ ...slots }),
    check_record: () => ({ whole: true }),
    destroy_everything: () => ({ left: ['/h/r/copies/7'], pin_left: true }),
    passphrase_strength: ({ passphrase }: { passphrase: string }) =>
      passphrase.length < 12
        ? { holds: 'minutes', weakness: 'common' }
        : { holds: 'lifetimes', weakness: null },
    suggest_passphrase: () => ({ passphrase: 'cedar oven ticket lunar ribbon coast' }),
  });
  await vault.refresh();
  vault.enter();
});

async function open(view: string): Promise<void> {
  router.replace('more', { view });
  render(More);
  await screen.findByRole('heading', { level: 1 });
}

describe('locking', () => {
  it('is chosen with two switches, each saved at once, and says that sleep always locks', async () => {
    await open('privacy');
    await user.click(await screen.findByRole('switch', { name: /^Lock when the window is hidden/ }));
    await waitFor(() => expect(toast.step).toBe(1));
    expect(core.requests('save_locking')).toEqual([{ lock_when_hidden: true, lock_with_screen: true }]);
    expect(screen.getByText(/goes to sleep and tells Handrail, it always locks/)).toBeVisible();
    expect(screen.getByText('Ctrl+L locks from anywhere.')).toBeVisible();
    expect(await axeOf()).toEqual([]);
  });
});

describe('a new passphrase', () => {
  it('is weighed honestly while it is typed, and never blocked for it', async () => {
    await open('passphrase');
    await type('New passphrase', 'password');
    expect(await screen.findByText(/^Weak\. .*less than an hour/)).toBeVisible();
    expect(screen.getByText(/Many people use this one/)).toBeVisible();
    await type('Passphrase until now', 'three steps');
    await type('The same again', 'password');
    await press('Change it');
    await waitFor(() =>
      expect(core.requests('change_passphrase')).toEqual([
        { current: 'three steps', new_passphrase: 'password' },
      ]),
    );
    expect(toast.message).toBe('Your passphrase is changed.');
  });

  it('can be words that are suggested: shown large, then in both fields', async () => {
    await open('passphrase');
    await press('Suggest words');
    expect(await screen.findByText('cedar oven ticket lunar ribbon coast')).toBeVisible();
    expect(screen.getByLabelText('New passphrase')).toHaveValue('');
    await press('Use these words');
    for (const label of ['New passphrase', 'The same again']) {
      expect(screen.getByLabelText(label)).toHaveValue('cedar oven ticket lunar ribbon coast');
    }
    expect(screen.getByText(/Write them down or learn them/)).toBeVisible();
    expect(await screen.findByText(/^Strong/)).toBeVisible();
    expect(core.requests('suggest_passphrase')).toEqual([{ language: 'en' }]);
    expect(await axeOf()).toEqual([]);
  });
});

describe('a PIN', () => {
  it('is set with the passphrase, and says what it does not protect from', async () => {
    await open('pin');
    expect(await screen.findByText(/logged in as you and has this device/)).toBeVisible();
    await type('Passphrase', 'three steps');
    await type('New PIN', '12345');
    await type('The same again', '12345');
    await press('Save');
    expect(await screen.findByText('A PIN is 6 to 12 digits.')).toBeVisible();
    expect(core.requests('set_pin')).toEqual([]);
    await type('New PIN', '6');
    await type('The same again', '6');
    await press('Save');
    await waitFor(() =>
      expect(core.requests('set_pin')).toEqual([{ passphrase: 'three steps', pin: '123456' }]),
    );
    expect(await axeOf()).toEqual([]);
  });

  it('can be changed and removed', async () => {
    slots.pin = true;
    await open('pin');
    await screen.findByRole('button', { name: 'Change the PIN' });
    core.answers.remove_pin = () => {
      slots.pin = false;
      return {};
    };
    await press('Remove the PIN');
    expect(await screen.findByLabelText('New PIN')).toBeVisible();
    expect(toast.message).toBe('The PIN opens nothing any more.');
  });

  it('is not offered where there is no key store', async () => {
    slots.key_store = false;
    await open('pin');
    expect(await screen.findByText(/no key store that Handrail can use/)).toBeVisible();
    expect(screen.queryByLabelText('New PIN')).toBeNull();
  });
});

describe('checking the record', () => {
  it('says that all is whole, or what to do', async () => {
    await open('privacy');
    await screen.findByRole('switch', { name: /^Lock with/ });
    await press('Check the record now');
    expect(await screen.findByText('All of it is whole.')).toBeVisible();
    core.answers.check_record = () => ({ whole: false });
    await press('Check the record now');
    expect(await screen.findByText(/unlock it again: then you see what can be done/)).toBeVisible();
    const card = within(screen.getByRole('region', { name: 'Check the record now' }));
    await user.click(card.getByRole('button', { name: 'Lock now' }));
    await waitFor(() => expect(core.requests('lock')).toHaveLength(1));
  });
});

it('says where each thing lies and which of it is not locked', async () => {
  await open('places');
  expect(await screen.findByText('/h/r')).toBeVisible();
  expect(screen.getByText('handrail.db, handrail.db-map')).toBeVisible();
  expect(screen.getAllByText('Not locked')).toHaveLength(6);
  expect(document.body).not.toHaveTextContent(/HIPAA|100 ?%/);
  expect(await axeOf()).toEqual([]);
});

describe('destroying everything', () => {
  it('asks twice, then says what is left', async () => {
    await open('destroy');
    expect(await screen.findByText(/Backups that the system makes/)).toBeVisible();
    expect(await axeOf()).toEqual([]);
    await press('Destroy everything…');
    expect(await screen.findByText('This is needed.')).toBeVisible();
    await type('Passphrase', 'three steps');
    await press('Destroy everything…');
    const sheet = within(await screen.findByRole('dialog', { name: 'Destroy everything now?' }));
    expect(core.requests('destroy_everything')).toEqual([]);
    await user.click(sheet.getByRole('button', { name: 'No, keep it' }));
    expect(core.requests('destroy_everything')).toEqual([]);
    await press('Destroy everything…');
    phase = 'new';
    await user.click(await screen.findByRole('button', { name: 'Yes, destroy everything' }));
    await waitFor(() => expect(vault.news).toEqual({ kind: 'gone', left: ['/h/r/copies/7'], pinLeft: true }));
    expect(core.requests('destroy_everything')).toEqual([{ passphrase: 'three steps', sure: true }]);
    expect(vault.stage).toBe('news');
    render(News, { news: vault.news! });
    expect(screen.getByText('/h/r/copies/7')).toBeVisible();
    expect(screen.getByText(/key store did not let go/)).toBeVisible();
  });

  it('leaves all as it was when the passphrase does not fit', async () => {
    core.answers.destroy_everything = () => {
      throw { code: 'WrongPassphrase', wait_seconds: 0 };
    };
    await open('destroy');
    await type('Passphrase', 'not it');
    await press('Destroy everything…');
    await user.click(await screen.findByRole('button', { name: 'Yes, destroy everything' }));
    expect(await screen.findByText(/does not fit/)).toBeVisible();
    expect(vault.stage).toBe('open');
  });
});
