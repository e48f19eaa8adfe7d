import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { vault } from '../../state/vault.svelte';
import { FakeCore } from '../../test/fake';
import Backup from './Backup.svelte';
import Bring from './Bring.svelte';
import News from './News.svelte';

const user = userEvent.setup();
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const type = (label: string, text: string) => user.type(screen.getByLabelText(label), text);
const axeOf = async () =>
  (await axe.run(document.body, { rules: { region: { enabled: false } } })).violations;

const INSIDE = {
  made_at: '2026-02-01T03:00:00Z',
  latest: '2026-01-30',
  parts: [
    { kind: 'sessions', count: 31 },
    { kind: 'check_ins', count: 20 },
  ],
};
const KEPT = { id: '1', kept_on: '2026-01-05', bytes: 1_240_000, whole: true };

let core: FakeCore;
let status: Record<string, unknown>;
let copies: Record<string, unknown>;

beforeEach(async () => {
  toast.clear();
  vault.news = undefined;
  status = {
    phase: 'open',
    trouble: null,
    language: 'en',
    demo: false,
    pin: false,
    wait_seconds: 0,
    kept: 0,
  };
  copies = { last_backup_at: null, copies: [], kept: [] };
  core = await FakeCore.connect({
    status: () => status,
    copies: () => copies,
    today: () => ({ today: '2026-02-03' }),
    settings: () => ({ preferences: {}, device_zone: 'America/New_York', folder: '/h/r' }),
    choose_backup: () => ({ name: 'handrail.age' }),
    preview_backup: () => INSIDE,
    restore_backup: () => ({ recovery_key: 'AAAA-BBBB' }),
    save_backup: () => ({ saved: '/media/stick/handrail.age' }),
  });
  await vault.refresh();
});

async function open(part?: string): Promise<void> {
  router.replace('more', part ? { view: 'backup', part } : { view: 'backup' });
  render(Backup);
  await screen.findByRole('heading', { level: 1 });
}

describe('the last backup', () => {
  it('is asked for while there is none', async () => {
    await open();
    expect(await screen.findByRole('heading', { name: 'You have no backup yet' })).toBeVisible();
    expect(await axeOf()).toEqual([]);
  });

  it('is told by the day of the device, and calm while it is recent', async () => {
    copies.last_backup_at = '2026-02-01T03:00:00Z';
    await open();
    expect(await screen.findByRole('heading', { name: 'January 31, 2026' })).toBeVisible();
    expect(screen.queryByText(/more than 30 days ago/)).toBeNull();
  });

  it('asks for a new one after 30 days', async () => {
    copies.last_backup_at = '2026-01-03T15:00:00Z';
    await open();
    expect(await screen.findByText(/more than 30 days ago/)).toBeVisible();
  });
});

describe('making one', () => {
  it('takes a passphrase of its own twice, and says where the file is', async () => {
    await open('make');
    await type('Passphrase of the backup', 'river lamp tuesday');
    await press('Save the backup');
    expect(await screen.findByText('The two are not the same.')).toBeVisible();
    await type('The same again', 'river lamp tuesday');
    await press('Save the backup');
    expect(await screen.findByText('/media/stick/handrail.age')).toBeVisible();
    expect(core.requests('save_backup')).toEqual([{ secret: 'river lamp tuesday', is_recovery_key: false }]);
    expect(screen.getByLabelText('Passphrase of the backup')).toHaveValue('');
    expect(await axeOf()).toEqual([]);
  });

  it('takes the recovery key as it was written down, and knows another one', async () => {
    core.answers.save_backup = () => {
      throw { code: 'Invalid', field: 'secret', rule: 'wrong' };
    };
    await open('make');
    await user.click(screen.getByRole('radio', { name: /^My recovery key/ }));
    await type('Recovery key', 'aaaa bbbb');
    await press('Save the backup');
    expect(await screen.findByText(/This does not fit/)).toBeVisible();
    expect(screen.getByLabelText('Recovery key')).toHaveValue('aaaa bbbb');
    expect(core.requests('save_backup')).toEqual([{ secret: 'aaaa bbbb', is_recovery_key: true }]);
  });

  it('says so when no place was chosen', async () => {
    core.answers.save_backup = () => ({ saved: null });
    await open('make');
    await type('Passphrase of the backup', 'river lamp tuesday');
    await type('The same again', 'river lamp tuesday');
    await press('Save the backup');
    expect(await screen.findByText('No backup was saved.')).toBeVisible();
    expect(screen.getByLabelText('Passphrase of the backup')).toHaveValue('river lamp tuesday');
  });
});

describe('bringing one back', () => {
  async function look(secret = 'river lamp tuesday'): Promise<void> {
    await press('Choose a backup');
    await user.type(await screen.findByLabelText('Its passphrase, or the recovery key'), secret);
    await press('Look inside');
  }

  it('shows what is in it and from when before anything changes', async () => {
    await open('restore');
    await look();
    expect(await screen.findByRole('row', { name: 'Sessions 31' })).toBeVisible();
    expect(screen.getByText('The last thing in it is from January 30, 2026')).toBeVisible();
    expect(screen.getByText(/put aside as it is/)).toBeVisible();
    expect(core.requests('restore_backup')).toEqual([]);
    expect(await axeOf()).toEqual([]);

    await type('Passphrase of the record that is here now', 'three steps');
    await type('New passphrase for this record', 'quiet river morning');
    await type('The same again', 'quiet river morning');
    await press('Make it my record');
    await waitFor(() => expect(vault.news).toEqual({ kind: 'key', key: 'AAAA-BBBB' }));
    expect(vault.stage).toBe('news');
    expect(core.requests('restore_backup')).toEqual([
      {
        secret: 'river lamp tuesday',
        passphrase: 'quiet river morning',
        current: 'three steps',
        language: 'en',
      },
    ]);
  });

  it('tells a file that is none from a passphrase that does not fit', async () => {
    core.answers.preview_backup = () => {
      throw { code: 'WrongPassphrase', wait_seconds: 0 };
    };
    await open('restore');
    await look('not it');
    expect(await screen.findByText(/does not fit/)).toBeVisible();
    core.answers.preview_backup = () => {
      throw { code: 'Damaged' };
    };
    await press('Look inside');
    expect(await screen.findByText(/not a backup that Handrail saved/)).toBeVisible();
    core.answers.preview_backup = () => {
      throw { code: 'NotFound' };
    };
    await press('Look inside');
    expect(await screen.findByText(/Choose the file again/)).toBeVisible();
  });

  it('asks before there is a record for nothing that is not there, and goes on with the key', async () => {
    status.phase = 'new';
    await vault.refresh();
    const { unmount } = render(Bring, { onback: () => {} });
    await look();
    await screen.findByRole('row', { name: 'Sessions 31' });
    expect(screen.queryByLabelText('Passphrase of the record that is here now')).toBeNull();
    await type('New passphrase for this record', 'quiet river morning');
    await type('The same again', 'quiet river morning');
    status.phase = 'open';
    await press('Make it my record');
    await waitFor(() => expect(vault.stage).toBe('news'));
    expect(core.requests('restore_backup')).toMatchObject([{ current: null }]);

    unmount();
    render(News, { news: vault.news! });
    await type('Check your copy', 'bbbb');
    await press('I wrote it down');
    await waitFor(() => expect(vault.stage).toBe('open'));
    expect(core.requests('confirm_recovery_key')).toEqual([{ last_group: 'bbbb' }]);
  });

  it('does not leave a new key on the screen of a locked record', async () => {
    vault.news = { kind: 'key', key: 'AAAA-BBBB' };
    status.phase = 'locked';
    await vault.refresh();
    expect(vault.news).toBeUndefined();
    expect(vault.stage).toBe('locked');
  });
});

describe('records put aside', () => {
  beforeEach(() => (copies.kept = [KEPT, { ...KEPT, id: '2', kept_on: '2026-01-02', whole: false }]));

  it('can be put back where they are whole, by who opens the one that is here', async () => {
    await open('kept');
    const card = await screen.findByRole('region', { name: 'Put aside on January 5, 2026' });
    expect(within(card).getByText('1.2 MB')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Put it back' })).toHaveLength(1);
    expect(await axeOf()).toEqual([]);
    await user.click(within(card).getByRole('button', { name: 'Put it back' }));
    const sheet = within(screen.getByRole('dialog'));
    await user.type(sheet.getByLabelText(/that is here now/), 'three steps');
    await user.click(sheet.getByRole('button', { name: 'Put it back' }));
    await waitFor(() => expect(core.requests('put_back')).toEqual([{ id: '1', current: 'three steps' }]));
  });

  it('are deleted only after a second question', async () => {
    await open('kept');
    await screen.findByRole('region', { name: 'Put aside on January 5, 2026' });
    await user.click(screen.getAllByRole('button', { name: 'Delete for good' })[0]!);
    expect(core.requests('delete_kept')).toEqual([]);
    const sheet = within(screen.getByRole('dialog'));
    await user.click(sheet.getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(core.requests('delete_kept')).toEqual([{ id: '1' }]));
    expect(toast.message).toBe('It is gone.');
  });
});

it('says of made-up data that it has no backups', async () => {
  status.demo = true;
  await vault.refresh();
  await open();
  expect(screen.getByText(/Made-up data has no backups/)).toBeVisible();
  expect(core.requests('copies')).toEqual([]);
});
