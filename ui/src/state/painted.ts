/** Where no frame comes, as behind other windows, nothing waits longer than this, in ms. */
const LONGEST = 250;

/**
 * Calls once what is on the page by now is on the screen, or once the page is hidden: then nothing is painted.
 * What is answered takes that back.
 */
export function onPainted(act: () => void): () => void {
  // The first frame is painted after its call, the second begins once that is on the screen.
  let due = requestAnimationFrame(() => {
    due = requestAnimationFrame(go);
  });
  const late = setTimeout(go, document.hidden ? 0 : LONGEST);
  // Before whatever else a hidden page does.
  document.addEventListener('visibilitychange', go, true);

  function forget(): void {
    cancelAnimationFrame(due);
    clearTimeout(late);
    document.removeEventListener('visibilitychange', go, true);
  }

  function go(): void {
    forget();
    act();
  }
  return forget;
}
