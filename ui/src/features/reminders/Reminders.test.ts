import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { vault } from '../../state/vault.svelte';
import { FakeCore } from '../../test/fake';
import Reminders from './Reminders.svelte';
import type { Reminder, Reminders as Answer } from './types';

const user = userEvent.setup();
const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const region = async (name: string) => within(await screen.findByRole('region', { name }));

function reminder(id: string, over: Partial<Reminder> = {}): Reminder {
  return {
    id,
    source: 'session',
    at: '2026-02-04T22:00:00Z',
    on: '2026-02-04',
    time: '17:00',
    title: 'Handrail',
    body: 'You have something at 6:00 pm.',
    locked_body: null,
    asks: false,
    snoozed: false,
    about: '',
    ...over,
  };
}

let core: FakeCore;
let now: Answer;
let background: Record<string, boolean>;
let demo: boolean;

async function show(over: Partial<Answer> = {}): Promise<void> {
  now = { ...now, ...over };
  render(Reminders);
  await screen.findByRole('region', { name: 'The next seven days' });
}

beforeEach(async () => {
  router.reset();
  toast.clear();
  demo = false;
  now = { today: '2026-02-03', coming: [], kept_back: [], lately: [], missed: [], delivery: 'works' };
  background = { supported: true, keeps_running: false, starts_at_login: false, has_tray: true };
  core = await FakeCore.connect({
    status: () => ({ phase: 'open', language: 'en', demo }),
    reminders: () => now,
    background: () => background,
    save_background: (request: Record<string, boolean>) => {
      background = { ...background, ...request };
      return {};
    },
    show_reminder_now: () => ({ delivery: now.delivery }),
    allow_reminders: () => {
      now = { ...now, delivery: 'works' };
      return { delivery: 'works' };
    },
  });
  await vault.refresh();
});

describe('what will appear', () => {
  it('is shown by day in its exact words, with the words for a locked record where they are others', async () => {
    await show({
      coming: [
        reminder('a', {
          on: '2026-02-03',
          body: 'Call Elena',
          locked_body: 'You have something at 6:00 pm.',
        }),
        reminder('b', { about: 'Group therapy', snoozed: true }),
        reminder('c', { body: 'Were you there?', asks: true, time: '21:05' }),
      ],
    });
    const list = await region('The next seven days');
    expect(list.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual([
      'Today, Tuesday, February 3',
      'Wednesday, February 4',
    ]);
    expect(list.getByText('Call Elena')).toBeVisible();
    expect(list.getByText('While locked: You have something at 6:00 pm.')).toBeVisible();
    expect(list.getByText('Group therapy · Comes again')).toBeVisible();
    expect(list.getByText('Sessions · You can answer yes or no')).toBeVisible();
    expect(list.getByText(/^9:05/)).toBeVisible();
  });

  it('is few at first, and the rest when asked for', async () => {
    await show({ coming: [1, 2, 3, 4, 5, 6].map((i) => reminder(`${i}`, { time: `1${i}:00` })) });
    const list = await region('The next seven days');
    expect(list.getAllByRole('listitem')).toHaveLength(4);
    await press('Show 2 more');
    expect(list.getAllByRole('listitem')).toHaveLength(6);
  });

  it('may be nothing, and then leads to what reminds', async () => {
    await show();
    await user.click((await region('The next seven days')).getByRole('button', { name: 'What reminds' }));
    expect(router.params).toEqual({ view: 'reminderrules' });
  });

  it('says what it is about once: what reminds, where nothing more is known', async () => {
    await show({
      coming: [
        reminder('a', { source: 'check_in' }),
        reminder('b', { source: 'own', body: 'Call Mia', about: 'Call Mia' }),
      ],
    });
    const list = await region('The next seven days');
    expect(list.getByText('Check-in')).toBeVisible();
    expect(list.getAllByText('Call Mia')).toHaveLength(1);
  });

  it('leaves out what quiet hours keep back, and says so with the reason', async () => {
    await show({ kept_back: [reminder('k', { on: '2026-02-08', time: '23:00', about: 'Night group' })] });
    const card = await region('Kept back by quiet hours');
    expect(card.getByText('Night group')).toBeVisible();
    expect(card.getByText(/Quiet hours leave no time/)).toBeVisible();
    await user.click(card.getByRole('button', { name: 'Quiet hours' }));
    expect(router.params).toEqual({ view: 'quiethours' });
  });
});

describe('whether it gets through', () => {
  it('stands first where it does not, and else what is coming does', async () => {
    const buttonFirst = () => {
      const button = screen.getByRole('button', { name: 'Show one now' });
      const coming = screen.getByRole('region', { name: 'The next seven days' });
      return button.compareDocumentPosition(coming) === Node.DOCUMENT_POSITION_FOLLOWING;
    };
    await show({ delivery: 'refused' });
    expect(buttonFirst()).toBe(true);
    // What was said there stays there.
    core.answers.show_reminder_now = () => {
      now = { ...now, delivery: 'works' };
      return { delivery: 'works' };
    };
    await press('Show one now');
    expect(await screen.findByText(/^As far as Handrail can tell/)).toBeVisible();
    expect(buttonFirst()).toBe(true);
    cleanup();
    await show();
    expect(buttonFirst()).toBe(false);
  });

  it('is tried with one that is shown now', async () => {
    await show();
    await press('Show one now');
    expect(core.requests('show_reminder_now')).toHaveLength(1);
    expect(await screen.findByText(/^One was sent just now/)).toBeVisible();
  });

  it('is asked of the system where nobody asked yet, and then can be tried', async () => {
    await show({ delivery: 'not_asked' });
    expect(screen.getByRole('heading', { name: 'Reminders are not allowed yet' })).toBeVisible();
    await press('Allow reminders');
    expect(await screen.findByText('Reminders can appear now.')).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Show one now' })).toHaveFocus();
  });

  it('says what to do when the client did not allow it', async () => {
    await show({ delivery: 'denied' });
    const card = await region('This device does not let reminders through');
    expect(card.getByText(/Look for notifications in the device’s settings/)).toBeVisible();
    expect(card.queryByText(/no program that shows notices/)).toBeNull();
    await press('Show one now');
    expect(await card.findByText('It did not get through.')).toBeVisible();
  });

  it('says what may be wrong when the last one was refused', async () => {
    await show({ delivery: 'refused' });
    const card = await region('The last reminder could not be shown');
    expect(card.getByText(/“Do not disturb”/)).toBeVisible();
    expect(card.getByText(/no program that shows notices/)).toBeVisible();
  });
});

describe('what was shown lately', () => {
  it('can come again', async () => {
    await show({ lately: [reminder('s1', { on: '2026-02-03', about: 'Group therapy' })] });
    await press(/^Remind me again: Group therapy, Today/);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: /^This evening/ }));
    expect(core.requests('snooze_reminder')).toEqual([{ id: 's1', wait: 'evening' }]);
    expect(toast.message).toBe('It comes again this evening.');
  });

  it('is answered at once where it asks, with Undo, and hands the focus on', async () => {
    const two = ['Group therapy', 'Home group'].map((about, i) => reminder(`${i}`, { asks: true, about }));
    core.answers.answer_reminder = () => {
      now = { ...now, lately: two.slice(1) };
      return {};
    };
    await show({ lately: two });
    await press(/^Yes, I was there: Group therapy/);
    core.change('reminders');
    expect(core.requests('answer_reminder')).toEqual([{ id: '0', there: true }]);
    expect([toast.message, toast.step]).toEqual(['Logged: you were there.', 1]);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Yes, I was there: Home group/ })).toHaveFocus(),
    );
    await press(/^No, I was not there: Home group/);
    expect(core.requests('answer_reminder')[1]).toEqual({ id: '1', there: false });
    expect(toast.message).toBe('Logged: you were not there.');
  });

  it('stays where an answer was refused, and says why', async () => {
    core.answers.answer_reminder = () => {
      throw { code: 'NotFound' };
    };
    await show({ lately: [reminder('s1', { asks: true })] });
    await press(/^Yes, I was there/);
    expect(await screen.findByText(/no longer here/)).toBeVisible();
    expect(screen.getByRole('button', { name: /^Yes, I was there/ })).toBeEnabled();
  });
});

it('tells what came while Handrail was off once, together', async () => {
  core.answers.see_missed = () => {
    now = { ...now, missed: [] };
    return {};
  };
  await show({ missed: [1, 2, 3, 4].map((i) => reminder(`${i}`, { on: `2026-02-0${i}` })) });
  const card = await region('4 reminders came while Handrail was off');
  expect(card.getAllByRole('listitem')).toHaveLength(3);
  await user.click(card.getByRole('button', { name: 'Seen' }));
  core.change('reminders');
  await waitFor(() => expect(screen.queryByRole('region', { name: /while Handrail was off/ })).toBeNull());
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
});

describe('running without a window', () => {
  it('is chosen here, and the start at login only with it', async () => {
    await show();
    const keep = await screen.findByRole('switch', { name: /^Keep running when the window/ });
    const login = () => screen.queryByRole('switch', { name: /^Start when I log in/ });
    expect(login()).toBeNull();
    await user.click(keep);
    await waitFor(() => expect(login()).toBeVisible());
    expect(screen.getByText('Handrail’s icon on the screen brings the window back.')).toBeVisible();
    await user.click(login() as HTMLElement);
    await waitFor(() => expect(background.starts_at_login).toBe(true));
    await user.click(keep);
    await waitFor(() => expect(login()).toBeNull());
    expect(core.requests('save_background')).toEqual([
      { keeps_running: true, starts_at_login: false },
      { keeps_running: true, starts_at_login: true },
      { keeps_running: false, starts_at_login: false },
    ]);
  });

  it('says the way back where there is no place for an icon', async () => {
    background = { ...background, keeps_running: true, has_tray: false };
    await show();
    expect(await screen.findByText('Start Handrail again to bring the window back.')).toBeVisible();
  });

  it('goes back to what it was when the system refuses', async () => {
    core.answers.save_background = () => {
      throw { code: 'ReadOnly' };
    };
    await show();
    const keep = await screen.findByRole('switch', { name: /^Keep running when the window/ });
    await user.click(keep);
    expect(await screen.findByText(/cannot write to this device/)).toBeVisible();
    await waitFor(() => expect(keep).not.toBeChecked());
  });

  it('is no question on a phone, nor for the made-up client', async () => {
    background = { ...background, supported: false };
    await show();
    expect(screen.queryByText('When the window is closed')).toBeNull();
    background = { ...background, supported: true };
    demo = true;
    await vault.refresh();
    core.change('reminders');
    expect(await screen.findByText('Made-up data changes nothing on this device.')).toBeVisible();
    expect(screen.queryByRole('switch')).toBeNull();
  });
});

it('can be asked again when the reminders could not be read', async () => {
  core.answers.reminders = () => {
    throw { code: 'Internal' };
  };
  render(Reminders);
  const again = await screen.findByRole('button', { name: 'Try again' });
  core.answers.reminders = () => now;
  await user.click(again);
  expect(await screen.findByText('Nothing is coming up')).toBeVisible();
});

it('breaks no rule of axe', async () => {
  const one = reminder('a', { about: 'Group therapy', locked_body: 'Something.', asks: true });
  await show({ coming: [one], kept_back: [one], lately: [one], missed: [one], delivery: 'refused' });
  await screen.findByText('When the window is closed');
  // Alone in the page a screen's header counts as the page's.
  const off = { enabled: false };
  const rules = { rules: { region: off, 'landmark-no-duplicate-banner': off, 'landmark-unique': off } };
  expect((await axe.run(document.body, rules)).violations).toEqual([]);
  await press(/^Remind me again/);
  expect((await axe.run(document.body, rules)).violations).toEqual([]);
});
