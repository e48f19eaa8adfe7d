import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepInSight } from './keyboard';

vi.mock('./painted', () => ({
  onPainted(act: () => void) {
    act();
    return () => {};
  },
}));

/** The part of the window that is not covered. */
class View extends EventTarget {
  scale = 1;
  offsetTop = 0;
  height = window.innerHeight;
}

let view: View;
let end: () => void;
const shown = vi.fn();
const covered = () => document.documentElement.style.getPropertyValue('--keyboard');

beforeEach(() => {
  view = new View();
  vi.stubGlobal('visualViewport', view);
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  Element.prototype.scrollIntoView = function () {
    shown((this as Element).className || (this as Element).localName);
  };
  shown.mockClear();
  document.body.innerHTML =
    '<div class="field"><label>Topic <input /></label></div><input type="checkbox" id="box" />';
  end = keepInSight();
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

it('says how much of the window a keyboard covers that does not shrink it', () => {
  view.height -= 300;
  view.dispatchEvent(new Event('resize'));
  expect(covered()).toBe('300px');
  // The system moved what is seen up by some of it.
  view.offsetTop = 120;
  view.dispatchEvent(new Event('scroll'));
  expect(covered()).toBe('180px');
});

it('takes nobody who looks closer for a keyboard', () => {
  view.scale = 2;
  view.height /= 2;
  view.dispatchEvent(new Event('resize'));
  expect(covered()).toBe('0px');
});

it('brings a field with its label into sight, when it is touched and when the keyboard is up', () => {
  document.querySelector('input')?.focus();
  expect(shown.mock.calls).toEqual([['field'], ['input']]);
  view.dispatchEvent(new Event('resize'));
  expect(shown).toHaveBeenCalledTimes(4);
});

it('moves no more than what is typed into where there is a mouse', () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  document.querySelector('input')?.focus();
  expect(shown.mock.calls).toEqual([['input']]);
});

it('moves nothing for what brings no keyboard', () => {
  document.querySelector<HTMLElement>('#box')?.focus();
  view.dispatchEvent(new Event('resize'));
  expect(shown).not.toHaveBeenCalled();
});

it('marks the page while something is typed into, also where that is taken away with the focus in it', () => {
  const typing = () => document.documentElement.matches('[data-typing]');
  const input = document.querySelector('input');
  expect(typing()).toBe(false);
  input?.focus();
  expect(typing()).toBe(true);
  document.querySelector<HTMLElement>('#box')?.focus();
  expect(typing()).toBe(false);
  input?.focus();
  input?.remove();
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  expect(typing()).toBe(false);
});
