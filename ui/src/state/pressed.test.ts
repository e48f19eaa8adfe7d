import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pressed } from './pressed';

/** What waits until the screen is painted. */
const paint = vi.hoisted(() => ({ due: [] as (() => void)[] }));
vi.mock('./painted', () => ({
  onPainted(act: () => void) {
    paint.due.push(act);
    return () => (paint.due = paint.due.filter((one) => one !== act));
  },
}));

function painted(): void {
  for (const act of paint.due.splice(0)) act();
}

function make(act: () => void, now = false): { button: HTMLButtonElement; end: () => void } {
  const button = document.createElement('button');
  document.body.append(button);
  return { button, end: pressed(act, now)(button) as () => void };
}

describe('a button that is pressed', () => {
  beforeEach(() => {
    paint.due = [];
    document.body.replaceChildren();
  });

  it('looks pressed at once, and acts when that is on the screen', () => {
    const act = vi.fn();
    const { button } = make(act);
    button.click();
    expect(button).toHaveAttribute('data-pressed');
    expect(act).not.toHaveBeenCalled();
    painted();
    expect(act).toHaveBeenCalledOnce();
    expect(button).not.toHaveAttribute('data-pressed');
  });

  it('acts once where it was pressed twice before that, and again where it is pressed again', () => {
    const act = vi.fn();
    const { button } = make(act);
    button.click();
    button.click();
    painted();
    expect(act).toHaveBeenCalledOnce();
    button.click();
    painted();
    expect(act).toHaveBeenCalledTimes(2);
  });

  it('comes before what is pressed after it, which then may be off or gone', () => {
    const acts: string[] = [];
    const one = make(() => acts.push('one'));
    const other = make(() => acts.push('other'));
    one.button.click();
    other.button.click();
    expect(acts).toEqual(['one']);
    painted();
    expect(acts).toEqual(['one', 'other']);

    const turnsOff = make(() => (other.button.disabled = true));
    turnsOff.button.click();
    other.button.click();
    painted();
    expect(acts).toEqual(['one', 'other']);
    other.button.disabled = false;
    const takesAway = make(() => other.button.remove());
    takesAway.button.click();
    other.button.click();
    painted();
    expect(acts).toEqual(['one', 'other']);
  });

  it('does nothing any more once it is gone', () => {
    const act = vi.fn();
    const { button, end } = make(act);
    button.click();
    end();
    painted();
    button.click();
    painted();
    expect(act).not.toHaveBeenCalled();
  });

  it('acts within the press, each time, where that is asked for', () => {
    const act = vi.fn();
    const { button } = make(act, true);
    button.click();
    button.click();
    expect(act).toHaveBeenCalledTimes(2);
    expect(paint.due).toEqual([]);
  });

  it('does nothing while it may not be pressed', () => {
    const act = vi.fn();
    const { button } = make(act);
    button.disabled = true;
    button.click();
    expect(paint.due).toEqual([]);
  });
});
