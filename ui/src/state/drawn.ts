/** Two fingers drawn down anywhere: a way to lock that needs no aim. */

/** So far down, in CSS pixels, both fingers. */
const DOWN = 120;
/** Longer is reading on with two fingers. Milliseconds. */
const WITHIN = 1200;
/** Fingers that part or meet by more than this are looking closer, not locking. */
const APART = 60;

interface Start {
  at: number;
  touches: Map<number, Touch>;
}

/** Calls `drawn` at each such stroke until the answered function is called. It takes no touch from the page. */
export function onDrawnDown(drawn: () => void): () => void {
  let start: Start | undefined;

  function touched(event: TouchEvent): void {
    const two = event.touches.length === 2 && (window.visualViewport?.scale ?? 1) < 1.01;
    start = two
      ? { at: event.timeStamp, touches: new Map([...event.touches].map((one) => [one.identifier, one])) }
      : undefined;
  }

  function moved(event: TouchEvent): void {
    if (!start) return;
    const from = start.touches;
    const ways = [...event.touches].map((now) => {
      const then = from.get(now.identifier) ?? now;
      return { x: now.clientX - then.clientX, y: now.clientY - then.clientY };
    });
    const [one, other] = ways;
    if (!one || !other || event.timeStamp - start.at > WITHIN) {
      start = undefined;
      return;
    }
    if (Math.hypot(one.x - other.x, one.y - other.y) > APART) start = undefined;
    else if (ways.every(({ x, y }) => y > DOWN && y > 2 * Math.abs(x))) {
      start = undefined;
      drawn();
    }
  }

  const passive = { passive: true, capture: true };
  const heard = { touchstart: touched, touchmove: moved, touchend: touched, touchcancel: touched };
  for (const [name, hear] of Object.entries(heard))
    window.addEventListener(name, hear as EventListener, passive);
  return () => {
    for (const [name, hear] of Object.entries(heard))
      window.removeEventListener(name, hear as EventListener, passive);
  };
}
