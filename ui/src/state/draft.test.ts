import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FakeCore } from '../test/fake';
import FormHarness from '../test/FormHarness.svelte';
import { flushDrafts } from './draft.svelte';
import { toast } from './toast.svelte';

const saved = (core: FakeCore) =>
  core.requests('save_draft').map((one) => JSON.parse((one as { text: string }).text) as unknown);

describe('a draft', () => {
  it('brings back what was typed before', async () => {
    await FakeCore.connect({ draft: () => ({ text: '{"topic":"Friday","minutes":60,"gone":1}' }) });
    render(FormHarness);
    await waitFor(() => expect(screen.getByLabelText('Topic')).toHaveValue('Friday'));
    expect(screen.getByLabelText('hours')).toHaveValue(1);
    expect(screen.getByLabelText('minutes')).toHaveValue(0);
  });

  it('leaves the form as it is when what was kept cannot be read', async () => {
    await FakeCore.connect({ draft: () => ({ text: '{' }) });
    render(FormHarness);
    await userEvent.type(screen.getByLabelText('Topic'), 'New');
    expect(screen.getByLabelText('Topic')).toHaveValue('New');
  });

  it('does not overwrite what is typed before the answer comes', async () => {
    let answer: (kept: object) => void = () => {};
    await FakeCore.connect({ draft: () => new Promise((resolve) => (answer = resolve)) });
    render(FormHarness);
    await userEvent.type(screen.getByLabelText('Topic'), 'Now');
    answer({ text: '{"topic":"Before"}' });
    await flushDrafts();
    expect(screen.getByLabelText('Topic')).toHaveValue('Now');
  });

  it('is saved by itself once the typing rests', async () => {
    const core = await FakeCore.connect({ draft: () => ({ text: null }) });
    render(FormHarness);
    await userEvent.type(screen.getByLabelText('Topic'), 'Rain');
    await waitFor(() => expect(saved(core)).toEqual([{ topic: 'Rain', minutes: 90 }]));
  });

  it('lets a tap be answered before it is saved, where the system tells of that', async () => {
    const core = await FakeCore.connect({ draft: () => ({ text: null }) });
    const idle = vi.fn<typeof requestIdleCallback>();
    vi.stubGlobal('requestIdleCallback', idle);
    try {
      render(FormHarness);
      await userEvent.type(screen.getByLabelText('Topic'), 'Rain');
      await waitFor(() => expect(idle).toHaveBeenCalledOnce());
      expect(saved(core)).toEqual([]);
      idle.mock.calls[0]?.[0]({ didTimeout: true, timeRemaining: () => 0 });
      await waitFor(() => expect(saved(core)).toEqual([{ topic: 'Rain', minutes: 90 }]));
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('is saved also while the typing goes on without a rest', async () => {
    const core = await FakeCore.connect({ draft: () => ({ text: null }) });
    render(FormHarness);
    vi.useFakeTimers();
    try {
      for (let typed = 'x'; typed.length < 20; typed += 'x') {
        await fireEvent.input(screen.getByLabelText('Topic'), { target: { value: typed } });
        vi.advanceTimersByTime(100);
      }
    } finally {
      vi.useRealTimers();
    }
    const topics = saved(core).map((one) => (one as { topic: string }).topic.length);
    expect(topics.length).toBeGreaterThan(2);
    expect(Math.max(...topics)).toBeGreaterThan(13);
  });

  it('is saved at once when the form goes away', async () => {
    const core = await FakeCore.connect({ draft: () => ({ text: null }) });
    const { unmount } = render(FormHarness);
    await userEvent.type(screen.getByLabelText('Topic'), 'A');
    unmount();
    expect(saved(core)).toEqual([{ topic: 'A', minutes: 90 }]);
  });

  it('waits for its form where it cannot be kept, is asked about at a lock, and is kept once there is room', async () => {
    let full = true;
    const core = await FakeCore.connect({
      draft: () => ({ text: '{"topic":"Older"}' }),
      save_draft: () => {
        if (full) throw { code: 'DiskFull' };
        return {};
      },
    });
    const closed = render(FormHarness);
    await waitFor(() => expect(screen.getByLabelText('Topic')).toHaveValue('Older'));
    await userEvent.type(screen.getByLabelText('Topic'), ' and newer');
    closed.unmount();
    expect(await flushDrafts()).toBe(false);
    render(FormHarness);
    await waitFor(() => expect(screen.getByLabelText('Topic')).toHaveValue('Older and newer'));
    expect(await flushDrafts()).toBe(false);
    full = false;
    expect(await flushDrafts()).toBe(true);
    expect(saved(core).at(-1)).toMatchObject({ topic: 'Older and newer' });
  });

  it('is waited for by a lock that comes while its form goes away', async () => {
    const answers: (() => void)[] = [];
    await FakeCore.connect({
      draft: () => ({ text: null }),
      save_draft: () => new Promise((resolve) => answers.push(() => resolve({}))),
    });
    const { unmount } = render(FormHarness);
    await userEvent.type(screen.getByLabelText('Topic'), 'A');
    unmount();
    let flushed = false;
    const flushing = flushDrafts().then(() => (flushed = true));
    await new Promise((resolve) => setTimeout(resolve));
    expect(flushed).toBe(false);
    answers.forEach((answer) => answer());
    await flushing;
    expect(flushed).toBe(true);
  });

  it('says once that what was typed is too long to be kept', async () => {
    await FakeCore.connect({
      draft: () => ({ text: null }),
      save_draft: () => {
        throw { code: 'Invalid', field: 'text', rule: 'too_long' };
      },
    });
    render(FormHarness);
    await userEvent.type(screen.getByLabelText('Topic'), 'Long');
    await flushDrafts();
    expect(toast.message).toContain('too long to be kept');
    toast.clear();
    await userEvent.type(screen.getByLabelText('Topic'), 'er');
    await flushDrafts();
    expect(toast.message).toBe('');
    expect(screen.getByLabelText('Topic')).toHaveValue('Longer');
  });

  it.each([
    ['DiskFull', 'out of space: what you type is not kept'],
    ['ReadOnly', 'cannot write to this device: what you type is not kept'],
  ])('says that what was typed cannot be kept: %s', async (code, words) => {
    const core = await FakeCore.connect({
      draft: () => ({ text: null }),
      save_draft: () => {
        throw { code };
      },
    });
    render(FormHarness);
    await userEvent.type(screen.getByLabelText('Topic'), 'Half');
    expect(await flushDrafts()).toBe(false);
    expect(toast.message).toContain(words);
    core.answers.save_draft = () => ({});
    expect(await flushDrafts()).toBe(true);
  });

  it('asks the core for nothing when nothing was typed', async () => {
    const core = await FakeCore.connect({ draft: () => ({ text: null }) });
    const { unmount } = render(FormHarness);
    await flushDrafts();
    unmount();
    expect(core.requests('save_draft')).toEqual([]);
  });
});
