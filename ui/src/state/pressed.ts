import type { Attachment } from 'svelte/attachments';
import { onPainted } from './painted';

/**
 * For a button: it looks pressed, and acts once that is on the screen, so that a tap is answered at once, however long
 * a slow phone takes for what it opens. Pressed again meanwhile, it still acts once.
 */
export function pressed(act: () => void): Attachment<HTMLElement> {
  return (button) => {
    let due = false;
    let forget = () => {};
    const press = () => {
      if (due) return;
      due = true;
      button.dataset.pressed = '';
      forget = onPainted(() => {
        due = false;
        delete button.dataset.pressed;
        act();
      });
    };
    button.addEventListener('click', press);
    return () => {
      button.removeEventListener('click', press);
      forget();
    };
  };
}
