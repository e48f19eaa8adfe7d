import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { onPainted } from './painted';

/**
 * Whether a keyboard only comes where a field takes the focus within the press, as on iOS, whose web view alone knows
 * this property. Android's comes later too, once anything was pressed.
 */
export const TYPES_WITHIN_PRESS = globalThis.CSS?.supports?.('-webkit-touch-callout', 'none') ?? false;

/** What is pressed and has not acted yet. */
let waiting: { button: HTMLElement; act: () => void; stay: () => void } | undefined;

function forget(): void {
  waiting?.stay();
  delete waiting?.button.dataset.pressed;
  waiting = undefined;
}

function go(): void {
  const act = waiting?.act;
  forget();
  act?.();
}

/**
 * For a button: it looks pressed, and acts once that is on the screen, so that a tap is answered at once, however long
 * a slow phone takes for what it opens. Pressed again meanwhile, it still acts once; another that is pressed meanwhile
 * comes after it, and does nothing where it is gone or off by then. `now`: it acts within the press.
 */
export function pressed(act: () => void, now = false): Attachment<HTMLElement> {
  return (button) => {
    function press(): void {
      if (now) return act();
      if (waiting?.button === button) return;
      if (waiting) flushSync(go);
      if (!button.isConnected || button.matches(':disabled')) return;
      waiting = { button, act, stay: () => {} };
      button.dataset.pressed = '';
      const stay = onPainted(go);
      if (waiting) waiting.stay = stay;
    }

    button.addEventListener('click', press);
    return () => {
      button.removeEventListener('click', press);
      if (waiting?.button === button) forget();
    };
  };
}
