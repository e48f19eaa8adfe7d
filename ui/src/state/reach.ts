/** What is fetched comes within about this long. Milliseconds. */
const WITHIN = 1500;

/** Whoever does one of these has the page to themselves. */
const HANDS = ['pointerdown', 'touchstart', 'wheel', 'keydown'] as const;

/**
 * Scrolls the page so far down, and again whenever it grows: what it holds is fetched first. Ends when the client
 * touches anything, and after a while. The answered function ends it too, and tells how far down the page is, or was
 * on its way to.
 */
export function reach(top: number): () => number {
  let due = true;
  const growth = new ResizeObserver(scroll);
  const late = setTimeout(end, WITHIN);

  function scroll(): void {
    window.scrollTo(0, top);
  }
  function end(): void {
    due = false;
    growth.disconnect();
    clearTimeout(late);
    for (const hand of HANDS) window.removeEventListener(hand, end, true);
  }

  for (const hand of HANDS) window.addEventListener(hand, end, { capture: true, passive: true });
  // This is told once at the start, too.
  growth.observe(document.body);
  return () => {
    const down = due ? top : window.scrollY;
    end();
    return down;
  };
}
