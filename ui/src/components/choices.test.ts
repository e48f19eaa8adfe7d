import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { beforeEach, expect, it, vi } from 'vitest';
import Checkbox from './Checkbox.svelte';
import RadioCards from './RadioCards.svelte';
import Segmented from './Segmented.svelte';

/** What waits until the screen is painted. */
const paint = vi.hoisted(() => ({ due: [] as (() => void)[] }));
vi.mock('../state/painted', () => ({
  onPainted(act: () => void) {
    paint.due.push(act);
    return () => {};
  },
}));

async function painted(): Promise<void> {
  for (const act of paint.due.splice(0)) act();
  await tick();
}

const options = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
];

beforeEach(() => void (paint.due = []));

it('a box looks ticked at once, and tells when that is on the screen, each time', async () => {
  const onchange = vi.fn();
  render(Checkbox, { checked: false, label: 'Quiet hours', onchange });
  const box = screen.getByRole('checkbox');
  await userEvent.click(box);
  expect(box).toBeChecked();
  expect(onchange).not.toHaveBeenCalled();
  await userEvent.click(box);
  expect(box).not.toBeChecked();
  await painted();
  expect(onchange.mock.calls).toEqual([[true], [false]]);
  expect(box).not.toBeChecked();
});

it.each([
  ['a segment', Segmented],
  ['a card', RadioCards],
])('%s looks chosen at once, and tells when that is on the screen', async (_, Choice) => {
  const onchange = vi.fn();
  render(Choice, { label: 'Look', value: 'week', options, onchange });
  await userEvent.click(screen.getByRole('radio', { name: 'Month' }));
  expect(screen.getByRole('radio', { name: 'Month' })).toBeChecked();
  expect(screen.getByRole('radio', { name: 'Week' })).not.toBeChecked();
  expect(onchange).not.toHaveBeenCalled();
  await painted();
  expect(onchange.mock.calls).toEqual([['month']]);
  expect(screen.getByRole('radio', { name: 'Month' })).toBeChecked();
});

it('of a choice changed twice before the screen shows it, the last one stands', async () => {
  render(Segmented, { label: 'Look', value: 'week', options });
  await userEvent.click(screen.getByRole('radio', { name: 'Month' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Week' }));
  await painted();
  expect(screen.getByRole('radio', { name: 'Week' })).toBeChecked();
});
