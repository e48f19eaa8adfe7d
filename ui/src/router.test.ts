import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { router } from './router.svelte';

/** The browser's own history, which goes back a moment later and says so. */
let ends: () => void;
const moved = () => new Promise((heard) => window.addEventListener('popstate', heard, { once: true }));

async function systemBack(): Promise<void> {
  const heard = moved();
  history.back();
  await heard;
}

beforeEach(() => {
  window.scrollTo = vi.fn();
  router.reset();
  ends = router.follow();
});
afterEach(async () => {
  // The next one begins where this one began.
  const behind = history.state as number | null;
  router.reset();
  if (behind) await moved();
  ends();
});

describe('the way through the rooms', () => {
  it('is told to nobody: the browser knows only how long it is', async () => {
    router.go('plan', { view: 'version', id: '7' });
    router.go('groups', { view: 'log' });
    expect(history.state).toBe(2);
    expect(location.pathname + location.search).toBe('/');
    await systemBack();
    expect(history.state).toBe(1);
    expect([router.room, router.params]).toEqual(['plan', { view: 'version', id: '7' }]);
  });

  it('is forgotten at a lock, and the browser stands at its start again', async () => {
    router.go('plan');
    router.go('groups');
    router.reset();
    expect(router.room).toBe('today');
    await moved();
    expect(history.state ?? 0).toBe(0);
    history.forward();
    await moved();
    expect(router.room).toBe('today');
    await moved();
    expect(history.state ?? 0).toBe(0);
  });

  it('closes what lies over a place before it leaves the place, the topmost first', async () => {
    router.go('groups');
    const turn = router.turn;
    const closed: string[] = [];
    const outer = router.cover(() => closed.push('outer'));
    const inner = router.cover(() => closed.push('inner'));
    await systemBack();
    inner();
    expect([router.room, router.turn, closed]).toEqual(['groups', turn, ['inner']]);
    await systemBack();
    outer();
    expect([router.room, router.turn, closed]).toEqual(['groups', turn, ['inner', 'outer']]);
    await systemBack();
    expect(router.room).toBe('today');
  });

  it('has no dead step where something was closed by its own button', async () => {
    router.go('groups');
    const closed = vi.fn();
    const uncovered = router.cover(closed);
    expect(history.state).toBe(2);
    uncovered();
    await moved();
    expect(history.state).toBe(1);
    expect(closed).not.toHaveBeenCalled();
    await systemBack();
    expect(router.room).toBe('today');
  });

  it('leads on from a sheet, and back to the place below it', async () => {
    const uncovered = router.cover(() => {});
    router.go('treatment', { view: 'closures' });
    uncovered();
    expect(history.state).toBe(1);
    await systemBack();
    expect([router.room, router.params]).toEqual(['today', {}]);
  });

  it('goes on while the browser is still on its way back', async () => {
    router.go('groups');
    router.back();
    router.go('plan');
    await moved();
    expect(router.room).toBe('plan');
    expect(history.state).toBe(1);
    await systemBack();
    expect(router.room).toBe('today');
  });

  it('keeps another view of a place under the sheet that lies over it', async () => {
    router.go('groups', { view: 'log' });
    const uncovered = router.cover(() => {});
    router.replace('groups');
    uncovered();
    await moved();
    expect([router.room, router.params]).toEqual(['groups', {}]);
  });

  describe('down a place', () => {
    let grows: () => void;
    const at = (top: number) => Object.defineProperty(window, 'scrollY', { value: top, configurable: true });
    const scrolled = () => vi.mocked(window.scrollTo).mock.calls.map(([, top]) => top as unknown);

    beforeEach(() => {
      class Growth {
        observe = vi.fn();
        disconnect = () => (grows = () => {});
        constructor(told: () => void) {
          grows = told;
        }
      }
      vi.stubGlobal('ResizeObserver', Growth);
    });
    afterEach(() => {
      at(0);
      vi.unstubAllGlobals();
    });

    /** Left at 838, and back there; nothing of it is on the page yet. */
    async function backThere(): Promise<void> {
      router.go('groups');
      at(838);
      router.go('plan', { view: 'versions' });
      at(0);
      await tick();
      expect(scrolled().at(-1)).toBe(0);
      vi.mocked(window.scrollTo).mockClear();
      await systemBack();
    }

    it('leads back to as far as it was left, as soon as the page is that long, and the browser does not know', async () => {
      await backThere();
      grows();
      grows();
      expect(scrolled()).toEqual([838, 838]);
      expect(history.state).toBe(1);
    });

    it('leaves the page to whoever touches it', async () => {
      await backThere();
      window.dispatchEvent(new Event('touchstart'));
      grows();
      expect(scrolled()).toEqual([]);
    });

    it('knows how far it was also when it is left again before all is there', async () => {
      await backThere();
      router.go('more');
      await systemBack();
      grows();
      expect(scrolled().at(-1)).toBe(838);
    });
  });

  it('is no longer than a webview keeps', () => {
    for (let move = 0; move < 100; move++) router.go(move % 2 ? 'plan' : 'groups');
    expect(history.state).toBeLessThan(40);
  });
});
