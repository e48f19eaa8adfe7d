/** Calls once what is on the page by now is on the screen. What is answered takes that back. */
export function onPainted(act: () => void): () => void {
  // The first frame is painted after its call, the second begins once that is on the screen.
  let due = requestAnimationFrame(() => {
    due = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(due);
}
