import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from '../../router.svelte';
import { vault } from '../../state/vault.svelte';
import { FakeCore } from '../../test/fake';
import HardMoment from './HardMoment.svelte';

const MINE = {
  reasons: ['Mia'],
  skills: [
    { text: 'Walk to the river', pace: 'quick' },
    { text: 'Gym', pace: 'slow' },
  ],
  people: [
    { name: 'Ray', role: 'friend', phone: '', knows_plan: false },
    { name: 'Jo', role: 'sponsor', phone: '(555) 0117', knows_plan: true },
    { name: 'Elena', role: 'family', phone: '555-0188', knows_plan: true },
  ],
  slip_steps: ['Put it down', 'Go to Elena’s'],
};
const LINES = {
  lines: [
    { id: 'us-988', call: '988', text: '988', tty: null },
    { id: 'us-911', call: '911', text: null, tty: null },
    { id: 'us-samhsa', call: '1-800-662-4357', text: '435748', tty: '1-800-487-4889' },
  ],
};

function open(phase: 'open' | 'locked') {
  vault.status = { phase, language: 'en', demo: false };
}

const hrefs = () => screen.getAllByRole('link').map((link) => link.getAttribute('href'));

beforeEach(() => {
  router.reset('hardmoment');
  open('open');
});

describe('The hard moment', () => {
  it('calls the first person who has a number, then the others, and always the crisis lines', async () => {
    await FakeCore.connect({ hard_moment: () => MINE, crisis_lines: () => LINES });
    render(HardMoment);
    await screen.findByRole('link', { name: /^Call Jo/ });
    expect(hrefs()).toEqual([
      'tel:5550117',
      'sms:5550117',
      'tel:988',
      'sms:988',
      'tel:911',
      'tel:5550188',
      'sms:5550188',
      'tel:18006624357',
      'sms:435748',
      'tel:18004874889',
    ]);
    expect(screen.getByText('Ray')).toBeVisible();
    expect(screen.getByText('Mia')).toBeVisible();
  });

  it('shows what works one at a time', async () => {
    await FakeCore.connect({ hard_moment: () => MINE, crisis_lines: () => LINES });
    render(HardMoment);
    expect(await screen.findByText('Walk to the river')).toBeVisible();
    const next = screen.getByRole('button', { name: 'Next thing that works' });
    await userEvent.click(next);
    expect(screen.getByText('Gym')).toBeVisible();
    await userEvent.click(next);
    expect(screen.getByText('Walk to the river')).toBeVisible();
  });

  it('asks for nothing of the record while it is locked', async () => {
    open('locked');
    const core = await FakeCore.connect({ hard_moment: () => MINE, crisis_lines: () => LINES });
    render(HardMoment);
    await screen.findByText(/^TTY/);
    expect(core.requests('hard_moment')).toEqual([]);
    expect(hrefs()).toContain('tel:988');
    expect(screen.queryByText('If I slipped')).toBeNull();
    expect(screen.queryByText('Try this')).toBeNull();
  });

  it('has 988 and 911 even when the core does not answer', async () => {
    await FakeCore.connect({
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

  it('says the steps after a slip, and the safety words apart from them', async () => {
    router.reset('hardmoment');
    router.replace('hardmoment', { view: 'slipped' });
    await FakeCore.connect({ hard_moment: () => MINE, crisis_lines: () => LINES });
    render(HardMoment);
    expect(await screen.findByText('Put it down')).toBeVisible();
    expect(screen.getByRole('complementary', { name: 'From Handrail' })).toHaveTextContent('naloxone');
    expect(hrefs()).toContain('tel:911');
  });

  it('goes on with its quarter of an hour while something else is on the screen', async () => {
    vi.useFakeTimers({ now: new Date('2026-02-03T12:00:00Z') });
    try {
      await FakeCore.connect({ hard_moment: () => MINE, crisis_lines: () => LINES });
      const first = render(HardMoment);
      const left = screen.getByRole('timer').textContent;
      await vi.advanceTimersByTimeAsync(40_000);
      expect(screen.getByRole('timer')).not.toHaveTextContent(left);
      first.unmount();
      await vi.advanceTimersByTimeAsync(20_000);
      render(HardMoment);
      expect(screen.getByRole('timer')).toHaveTextContent('14:00 left');
      await vi.advanceTimersByTimeAsync(14 * 60_000);
      expect(screen.getByRole('status')).toHaveTextContent('15 minutes have passed.');
      screen.getByRole('button', { name: '15 more minutes' }).click();
      await vi.advanceTimersByTimeAsync(0);
      expect(screen.getByRole('timer')).toHaveTextContent('15:00 left');
    } finally {
      vi.useRealTimers();
    }
  });

  it('closes with Escape', async () => {
    const back = vi.spyOn(router, 'back');
    await FakeCore.connect({ hard_moment: () => MINE, crisis_lines: () => LINES });
    render(HardMoment);
    await userEvent.keyboard('{Escape}');
    expect(back).toHaveBeenCalledOnce();
  });
});
