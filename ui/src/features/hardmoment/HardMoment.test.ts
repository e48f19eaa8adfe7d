import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../router.svelte';
import { toast } from '../../state/toast.svelte';
import { vault } from '../../state/vault.svelte';
import { FakeCore } from '../../test/fake';
import { setLanguage } from '../../words';
import HardMoment from './HardMoment.svelte';
import { ride } from './ride.svelte';
import Rides from './Rides.svelte';

const person = (name: string, role: string, phone: string, more = {}) => ({
  name,
  role,
  phone,
  more_phones: [],
  knows_plan: false,
  message: '',
  ...more,
});
const MINE = {
  reasons: ['Mia'],
  skills: [
    { text: 'Walk to the river', pace: 'quick', minutes: 10 },
    { text: 'Gym', pace: 'slow', minutes: null },
  ],
  halt: { hungry: 'Soup', angry: '', lonely: '', tired: '' },
  people: [
    person('Ray', 'friend', ''),
    person('Jo', 'sponsor', '(555) 0117', { message: 'Call me & stay?' }),
    person('Elena', 'family', '555-0188', { more_phones: [{ label: 'work', number: '555-0190' }] }),
  ],
  slip_steps: ['Put it down', 'Go to Elena’s'],
  slip_message: 'I slipped. I am safe.',
};
const NOTHING = {
  reasons: [],
  skills: [],
  halt: { hungry: '', angry: '', lonely: '', tired: '' },
  people: [],
  slip_steps: [],
  slip_message: '',
};
const US = [
  { id: 'us-988', call: '988', text: '988', tty: null },
  { id: 'us-988-es', call: '988', text: '988', tty: null },
  { id: 'us-911', call: '911', text: null, tty: null },
  { id: 'us-samhsa', call: '1-800-662-4357', text: '435748', tty: '1-800-487-4889' },
];
const OWN = { name: 'Samaritans', call: '116 123', text: '', about: 'Day and night' };

let core: FakeCore;
async function connect(answers: Record<string, (request: never) => unknown> = {}): Promise<void> {
  core = await FakeCore.connect({
    hard_moment: () => MINE,
    crisis_lines: () => ({ own: [], lines: US }),
    lock_card: () => ({ card: null }),
    rides: () => ({ rides: [] }),
    keep_ride: () => ({ id: 'r1' }),
    ...answers,
  });
}

function open(phase: 'open' | 'locked') {
  vault.status = { phase, trouble: null, language: 'en', demo: false, pin: false, wait_seconds: 0, kept: 0 };
}

const hrefs = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'));
const press = (name: string | RegExp) => screen.getByRole('button', { name }).click();

beforeEach(() => {
  router.reset('hardmoment');
  ride.end();
  toast.clear();
  open('open');
});

describe('The hard moment', () => {
  it('has everyone and every line in its order, with the words that are ready to be sent', async () => {
    await connect();
    render(HardMoment);
    await screen.findByRole('link', { name: /^Call Jo/ });
    expect(new Set(hrefs())).toEqual(
      new Set([
        'tel:988',
        'sms:988',
        'tel:911',
        'tel:5550117',
        'sms:5550117?&body=Call%20me%20%26%20stay%3F',
        'tel:5550188',
        'sms:5550188',
        'tel:5550190',
        'sms:5550190',
        'tel:18006624357',
        'sms:435748',
        'tel:18004874889',
        'sms:988?&body=AYUDA',
      ]),
    );
    expect(screen.getByRole('link', { name: /^Call Elena: ?work/ })).toBeVisible();
    expect(screen.getByText('Ray')).toBeVisible();
    expect(screen.getByText('Mia')).toBeVisible();
  });

  it('moves nothing that a thumb is on its way to when the record answers late', async () => {
    let answer = () => {};
    await connect({ hard_moment: () => new Promise((done) => (answer = () => done(MINE))) });
    render(HardMoment);
    const before = hrefs().slice(0, 3);
    expect(before).toEqual(['tel:988', 'sms:988', 'tel:911']);
    answer();
    await screen.findByRole('link', { name: /^Call Jo/ });
    expect(hrefs().slice(0, 3)).toEqual(before);
  });

  it('shows what works one at a time, and how long it takes', async () => {
    await connect();
    render(HardMoment);
    expect(await screen.findByText('Walk to the river')).toBeVisible();
    expect(screen.getByText('10 min', { normalizer: (text) => text.replace(/\u00a0/g, ' ') })).toBeVisible();
    const next = screen.getByRole('button', { name: 'Next thing that works' });
    await userEvent.click(next);
    expect(screen.getByText('Gym')).toBeVisible();
    await userEvent.click(next);
    expect(screen.getByText('Walk to the river')).toBeVisible();
  });

  it('says what to do when hungry, angry, lonely or tired: mine, or what helps most people', async () => {
    await connect();
    render(HardMoment);
    await screen.findByText('Mia');
    await userEvent.click(screen.getByRole('button', { name: 'Hungry' }));
    expect(screen.getByText('Soup')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Tired' }));
    expect(screen.getByText(/^Sit or lie down/)).toBeVisible();
  });

  it('has the choice still for who comes back from the steps after a slip', async () => {
    await connect();
    const { unmount } = render(HardMoment);
    await screen.findByText('Mia');
    press('Hungry');
    await userEvent.click(screen.getByRole('button', { name: /^If I slipped/ }));
    unmount();
    router.back();
    render(HardMoment);
    expect(await screen.findByText('Soup')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Hungry' })).toHaveAttribute('aria-pressed', 'true');
  });

  it('asks for nothing of the record while it is locked', async () => {
    open('locked');
    await connect();
    render(HardMoment);
    await screen.findByText(/^TTY/);
    expect(core.requests('hard_moment')).toEqual([]);
    expect(core.requests('rides')).toEqual([]);
    expect(hrefs()).toContain('tel:988');
    for (const own of ['If I slipped', 'Try this', 'Is one of these true?'])
      expect(screen.queryByText(own)).toBeNull();
  });

  it('shows on the lock screen what the client put there, and no more', async () => {
    open('locked');
    const people = [{ name: 'J.', phone: '555-0117', message: 'Hard now' }];
    await connect({
      lock_card: () => ({ card: { reasons: ['My girl'], skills: ['Walk'], people, slip_steps: ['Leave'] } }),
    });
    render(HardMoment);
    expect(await screen.findByText('Walk')).toBeVisible();
    expect(screen.getByText('My girl')).toBeVisible();
    expect(hrefs()).toContain('sms:5550117?&body=Hard%20now');
    press(/^If I slipped/);
    expect(await screen.findByText('Leave')).toBeVisible();
    expect(core.requests('hard_moment')).toEqual([]);
  });

  it('has 988 and 911 even when the core does not answer', async () => {
    await connect({
      hard_moment: () => {
        throw { code: 'Damaged' };
      },
      crisis_lines: () => {
        throw { code: 'Internal', id: 'x' };
      },
    });
    render(HardMoment);
    expect(hrefs()).toEqual(['tel:988', 'sms:988', 'tel:911']);
    expect(screen.getByText('Try this')).toBeVisible();
  });

  it('puts the client’s own lines first, and leaves others out where they chose so', async () => {
    open('locked');
    await connect({ crisis_lines: () => ({ own: [OWN], lines: [] }) });
    render(HardMoment);
    expect(await screen.findByRole('link', { name: /^Call Samaritans/ })).toHaveTextContent('Day and night');
    expect(hrefs()).toEqual(['tel:116123']);
  });

  it('says in Spanish how to reach the lifeline in Spanish', async () => {
    await setLanguage('es');
    try {
      await connect();
      render(HardMoment);
      expect(await screen.findByText(/oprime 2, o manda la palabra AYUDA/)).toBeVisible();
      expect(hrefs()[0]).toBe('tel:988');
      expect(hrefs()[1]).toBe('sms:988?&body=AYUDA');
      expect(hrefs().filter((href) => href === 'tel:988')).toHaveLength(1);
    } finally {
      await setLanguage('en');
    }
  });

  it('says the steps after a slip, what I say and whom to text it, and the safety words apart', async () => {
    router.replace('hardmoment', { view: 'slipped' });
    await connect();
    render(HardMoment);
    expect(await screen.findByText('Put it down')).toBeVisible();
    expect(screen.getByText('I slipped. I am safe.')).toBeVisible();
    expect(screen.getByRole('complementary', { name: 'From Handrail' })).toHaveTextContent('naloxone');
    expect(hrefs()).toContain('tel:911');
    expect(hrefs()).toContain('sms:5550117?&body=I%20slipped.%20I%20am%20safe.');
  });

  it('speaks of writing a plan only to who has none, and only at the end', async () => {
    await connect({ hard_moment: () => NOTHING });
    const first = render(HardMoment);
    expect(await screen.findByRole('button', { name: /^Your own words can stand here/ })).toBeVisible();
    expect(screen.getByText('Try this')).toBeVisible();
    first.unmount();
    await connect();
    render(HardMoment);
    await screen.findByText('Mia');
    expect(screen.queryByText(/^Your own words/)).toBeNull();
  });

  it('closes with Escape', async () => {
    const back = vi.spyOn(router, 'back');
    await connect();
    render(HardMoment);
    await userEvent.keyboard('{Escape}');
    expect(back).toHaveBeenCalledOnce();
  });

  it('is in order for a screen reader', async () => {
    await connect();
    const { container } = render(HardMoment);
    await screen.findByText('Mia');
    expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
  });
});

describe('Riding it out', () => {
  beforeEach(async () => {
    vi.useFakeTimers({ now: new Date('2026-02-03T12:00:00Z') });
    await connect();
  });
  afterEach(() => void vi.useRealTimers());
  const timer = () => screen.getByRole('timer');
  const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

  it('goes on with its quarter of an hour while something else is on the screen', async () => {
    const first = render(HardMoment);
    const left = timer().textContent;
    await pass(40);
    expect(timer()).not.toHaveTextContent(left);
    router.reset('today');
    first.unmount();
    await pass(20);
    expect(ride.running).toBe(true);
    render(HardMoment);
    expect(timer()).toHaveTextContent('14:00 left');
    await pass(14 * 60);
    expect(screen.getByRole('status')).toHaveTextContent('15 minutes have passed.');
    press('15 more minutes');
    await pass(0);
    expect(timer()).toHaveTextContent('15:00 left');
  });

  it('takes twenty minutes where they are chosen, for this once', async () => {
    render(HardMoment);
    await pass(60);
    screen.getByRole('radio', { name: '20 min' }).click();
    await pass(0);
    expect(timer()).toHaveTextContent('19:00 left');
    ride.end();
    ride.open();
    expect(ride.left).toBe(15 * 60);
  });

  it('is not begun by who only looked in', async () => {
    const first = render(HardMoment);
    await pass(5);
    router.reset('today');
    first.unmount();
    await pass(0);
    expect(ride.running).toBe(false);
  });

  it('goes on through a lock', async () => {
    const first = render(HardMoment);
    await pass(3);
    first.unmount();
    open('locked');
    render(HardMoment);
    expect(timer()).toHaveTextContent('14:57 left');
  });

  it('asks at its end how it is now, and keeps the answer', async () => {
    render(HardMoment);
    await pass(15 * 60);
    expect(screen.getByRole('heading', { name: 'How is it now?' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Keep it' })).toBeDisabled();
    screen.getByRole('radio', { name: '3' }).click();
    await pass(0);
    press('Keep it');
    await pass(0);
    expect(core.requests('keep_ride')).toEqual([{ minutes: 15, craving: 3 }]);
    expect(screen.queryByText('How is it now?')).toBeNull();
    expect(screen.getByRole('status')).toHaveTextContent('Kept. You stayed.');
    expect(toast.step).toBe(1);
  });

  it('asks who leaves after a minute once, and one tap passes it over', async () => {
    const back = vi.spyOn(router, 'back').mockImplementation(() => {});
    back.mockClear();
    render(HardMoment);
    await pass(4 * 60);
    press('Close');
    await pass(0);
    expect(screen.getByRole('heading', { name: 'How is it now?' })).toHaveFocus();
    expect(back).not.toHaveBeenCalled();
    press('Skip');
    await pass(0);
    expect(back).toHaveBeenCalledOnce();
    expect(core.requests('keep_ride')).toEqual([]);
    // It goes on elsewhere; leaving again asks nothing.
    expect(ride.running).toBe(true);
    expect(ride.asks).toBe(false);
    back.mockRestore();
  });

  it('is over when what was asked on leaving is kept', async () => {
    const back = vi.spyOn(router, 'back').mockImplementation(() => {});
    render(HardMoment);
    await pass(4 * 60 + 30);
    press('Close');
    await pass(0);
    screen.getByRole('radio', { name: '0' }).click();
    await pass(0);
    press('Keep it');
    await pass(0);
    expect(core.requests('keep_ride')).toEqual([{ minutes: 4, craving: 0 }]);
    expect(ride.running).toBe(false);
    back.mockRestore();
  });

  it('asks nothing while it is locked: an answer could not be kept', async () => {
    open('locked');
    const back = vi.spyOn(router, 'back').mockImplementation(() => {});
    back.mockClear();
    render(HardMoment);
    await pass(15 * 60);
    expect(screen.queryByText('How is it now?')).toBeNull();
    press('Close');
    expect(back).toHaveBeenCalledOnce();
    back.mockRestore();
  });

  it('begins anew for who comes long after the last one', async () => {
    ride.open();
    await pass(31 * 60);
    render(HardMoment);
    expect(timer()).toHaveTextContent('15:00 left');
  });
});

describe('Times I stayed', () => {
  const RIDE = { id: 'r1', at: '2026-02-03T14:00:00Z', minutes: 15, craving: 3 };

  it('are listed and can be deleted, with Undo', async () => {
    await connect({ rides: () => ({ rides: [RIDE] }), delete_ride: () => ({}) });
    const { container } = render(Rides);
    expect(await screen.findByText(/urge 3 of 10/)).toBeVisible();
    expect((await axe.run(container, { rules: { region: { enabled: false } } })).violations).toEqual([]);
    press(/^Delete: February 3, 2026/);
    await waitFor(() => expect(core.requests('delete_ride')).toEqual([{ id: 'r1' }]));
    expect(toast.step).toBe(1);
  });

  it('say so when there are none', async () => {
    await connect();
    render(Rides);
    expect(await screen.findByText('Nothing kept')).toBeVisible();
  });
});
