import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.unmock('./painted');
const { onPainted } = await vi.importActual<typeof import('./painted')>('./painted');

let hidden = false;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  hidden = false;
});

function hide(): void {
  hidden = true;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('what waits until the screen is painted', () => {
  it('comes with the second frame, once', () => {
    const act = vi.fn();
    onPainted(act);
    vi.advanceTimersToNextFrame();
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersToNextFrame();
    expect(act).toHaveBeenCalledOnce();
    hide();
    vi.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledOnce();
  });

  it('comes at once where the page is hidden meanwhile, each in its turn', () => {
    const acts: string[] = [];
    onPainted(() => acts.push('first'));
    onPainted(() => acts.push('second'));
    hide();
    expect(acts).toEqual(['first', 'second']);
  });

  it('comes also where there is no frame', () => {
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const act = vi.fn();
    onPainted(act);
    vi.advanceTimersByTime(249);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(act).toHaveBeenCalledOnce();
    vi.unstubAllGlobals();
  });

  it('does not come where it was taken back', () => {
    const act = vi.fn();
    onPainted(act)();
    hide();
    vi.advanceTimersByTime(1000);
    expect(act).not.toHaveBeenCalled();
  });
});
