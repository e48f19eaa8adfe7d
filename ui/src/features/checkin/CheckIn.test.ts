import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { FakeCore } from '../../test/fake';
import CheckInCard from './CheckInCard.svelte';
import type { CheckIn } from './types';

const kept: CheckIn = {
  on: '2026-02-03',
  mood: 4,
  craving: 2,
  hungry: false,
  angry: false,
  lonely: false,
  tired: true,
  sleep_minutes: 420,
  used: null,
  note: '',
};

async function show(checkIn: CheckIn | null, earlier: CheckIn[] = []) {
  const core = await FakeCore.connect({
    check_ins: ({ from }: { from: string }) => ({
      check_ins: [...earlier, ...(checkIn ? [checkIn] : [])].filter((one) => one.on === from),
    }),
    draft: () => ({ text: null }),
  });
  render(CheckInCard, { today: '2026-02-03', checkIn });
  return core;
}

describe('a check-in', () => {
  it('takes a mood on the card and is saved as it stands', async () => {
    const core = await show(null);
    await userEvent.click(screen.getByRole('button', { name: 'Good' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Tired' }));
    await userEvent.click(screen.getByRole('button', { name: '7 hours' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('save_check_in')).toEqual([{ ...kept, craving: 0 }]);
  });

  it('can be of an earlier day, and then has that day’s answers and asks for the mood anew', async () => {
    const core = await show(null);
    await userEvent.click(screen.getByRole('button', { name: 'Good' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'Yesterday' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }));
    expect(await screen.findByText('This is needed.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Low' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('save_check_in')).toMatchObject([{ on: '2026-02-02', mood: 2 }]);
  });

  it('is one line once it is there, and is edited by a tap', async () => {
    const core = await show(kept);
    await userEvent.click(screen.getByRole('button', { name: /Good.*Craving 2 of 10 · Tired/ }));
    expect(await screen.findByRole('radio', { name: 'Good' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'No' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(core.requests('save_check_in')).toEqual([{ ...kept, used: false }]);
  });
});
