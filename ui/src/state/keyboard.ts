/** What is typed into stays in sight: above the keyboard on the screen, with its label, and above a form's buttons. */
import { onPainted } from './painted';

/** Text is typed into these; the others bring no keyboard. */
const TYPED = 'textarea, input:not([type="radio"], [type="checkbox"], [type="range"], [type="button"])';

/**
 * Keeps the field that has the focus in sight until the answered function is called. Some systems shrink the window
 * for the keyboard. Others lay it over the window's foot: how much it covers then is the style `--keyboard`. While
 * something is typed into, the page has `data-typing`.
 */
export function keepInSight(): () => void {
  const view = window.visualViewport;
  if (!view) return () => {};
  let unanswered = () => {};

  function measure(): void {
    // Someone who looks closer at the page has no keyboard to thank for the smaller view.
    const covered = view && view.scale < 1.01 ? window.innerHeight - view.height - view.offsetTop : 0;
    document.documentElement.style.setProperty('--keyboard', `${Math.max(0, Math.round(covered))}px`);
  }
  /**
   * Once for what loses and what gets the focus: from field to field nothing on the page makes room twice. The tap is
   * answered first.
   */
  function follow(): void {
    unanswered();
    unanswered = onPainted(reveal);
  }
  function resized(): void {
    measure();
    follow();
  }

  view.addEventListener('resize', resized);
  view.addEventListener('scroll', measure);
  // Also without a keyboard on the screen: some systems take what a bar covers for being in sight.
  document.addEventListener('focusin', follow);
  document.addEventListener('focusout', follow);
  // Not every web view tells of the focus of a field that is taken away: the next touch does.
  document.addEventListener('pointerdown', typedInto);
  return () => {
    unanswered();
    view.removeEventListener('resize', resized);
    view.removeEventListener('scroll', measure);
    document.removeEventListener('focusin', follow);
    document.removeEventListener('focusout', follow);
    document.removeEventListener('pointerdown', typedInto);
    delete document.documentElement.dataset.typing;
  };
}

/** The field that has the focus, if it brings a keyboard. The page's mark follows it. */
function typedInto(): Element | undefined {
  const focused = document.activeElement;
  const typed = focused?.matches(TYPED) ? focused : undefined;
  document.documentElement.toggleAttribute('data-typing', typed !== undefined);
  return typed;
}

/**
 * What is typed into. By touch the whole field with its label first; where that is higher than what is left, what is
 * typed into has it. Under a mouse the page moves no further than it must.
 */
function reveal(): void {
  const typed = typedInto();
  if (!typed) return;
  if (matchMedia('(pointer: coarse)').matches) typed.closest('.field')?.scrollIntoView({ block: 'nearest' });
  typed.scrollIntoView({ block: 'nearest' });
}
