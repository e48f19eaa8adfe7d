import { render, screen, waitFor } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import { FakeCore } from '../test/fake';
import LoaderHarness from '../test/LoaderHarness.svelte';

const shown = (text: string) => waitFor(() => expect(screen.getByRole('paragraph')).toHaveTextContent(text));

it('asks again when the request changes and when its part of the record changed', async () => {
  let times = 0;
  const core = await FakeCore.connect({ week: ({ of }: { of: string }) => `${of} ${++times}` });
  const { rerender } = render(LoaderHarness, { date: 'Monday' });
  await shown('Monday 1');
  await rerender({ date: 'Friday' });
  await shown('Friday 2');
  core.change('plan');
  core.change('treatment', 'plan');
  await shown('Friday 3');
});

it('asks again when time has passed, since a session may have begun or ended', async () => {
  let times = 0;
  const core = await FakeCore.connect({ week: () => `asked ${++times}` });
  render(LoaderHarness, { date: 'Monday' });
  await shown('asked 1');
  core.change('time');
  await shown('asked 2');
});

it('does not ask again for what never changes', async () => {
  const core = await FakeCore.connect({ week: () => 'here' });
  render(LoaderHarness, { date: 'Monday', on: [] });
  await shown('here');
  core.change('time', 'treatment');
  expect(core.requests('week')).toHaveLength(1);
});

it('ignores an answer that comes after a later one', async () => {
  const answers: Record<string, (text: string) => void> = {};
  await FakeCore.connect({
    week: ({ of }: { of: string }) => new Promise((resolve) => (answers[of] = resolve)),
  });
  const { rerender } = render(LoaderHarness, { date: 'Monday' });
  await rerender({ date: 'Friday' });
  answers.Friday?.('the second');
  await shown('the second');
  answers.Monday?.('the first');
  await Promise.resolve();
  await shown('the second');
});

it('is reloaded only when the newest answer is there', async () => {
  const answers: ((text: string) => void)[] = [];
  const core = await FakeCore.connect({ week: () => new Promise((resolve) => answers.push(resolve)) });
  const { component } = render(LoaderHarness, { date: 'Monday' });
  let done = false;
  const reloaded = component.reload().then(() => (done = true));
  core.change('treatment');
  answers[1]?.('asked by reload');
  await Promise.resolve();
  expect(done).toBe(false);
  answers[2]?.('asked by the change');
  await reloaded;
  await shown('asked by the change');
});

it('keeps a refusal as a code, and forgets it once an answer comes', async () => {
  let full = true;
  const core = await FakeCore.connect({
    week: () => {
      if (full) throw { code: 'Damaged' };
      return 'fine';
    },
  });
  render(LoaderHarness, { date: 'Monday' });
  await shown('Damaged');
  full = false;
  core.change('treatment');
  await shown('fine');
});

it('hears nothing more once its component is gone', async () => {
  const core = await FakeCore.connect({ week: () => 'here' });
  const { unmount } = render(LoaderHarness, { date: 'Monday' });
  await shown('here');
  unmount();
  core.change('treatment');
  expect(core.requests('week')).toHaveLength(1);
});
