/** How near the pointer comes to the edge of the window before the page scrolls, in px. */
const EDGE = 96;
/** How far it then scrolls in a frame. */
const STEP = 9;

interface Box {
  top: number;
  height: number;
}

/**
 * A row that is dragged by its handle to another place of its list. Until it is let go the rows only look moved, so
 * that the handle keeps the pointer. Make it while a component starts.
 */
export class Drag {
  /** The row that is dragged, by its place; `undefined` when none is. */
  from = $state<number>();
  /** Where it would go. */
  to = $state(0);

  /** How far it is from its place, in px. */
  #offset = $state(0);
  #boxes: Box[] = [];
  /** Where the pointer was taken, on the page, and where it is, in the window. */
  #taken = 0;
  #pointer = 0;
  #frame = 0;
  #drop: (from: number, to: number) => void;

  constructor(drop: (from: number, to: number) => void) {
    this.#drop = drop;
    $effect(() => () => this.cancel());
  }

  begin(event: PointerEvent, at: number, rows: HTMLElement[]): void {
    if (event.button !== 0 || this.from !== undefined) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture?.(event.pointerId);
    this.#boxes = rows.map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return { top: top + window.scrollY, height };
    });
    this.#pointer = event.clientY;
    this.#taken = event.clientY + window.scrollY;
    this.#offset = 0;
    this.from = this.to = at;
    window.addEventListener('keydown', this.#key, true);
  }

  move(event: PointerEvent): void {
    if (this.from === undefined) return;
    this.#pointer = event.clientY;
    this.#follow();
    this.#frame ||= requestAnimationFrame(this.#scroll);
  }

  /** Lets go of it, where it is. */
  end(): void {
    const { from, to } = this;
    this.cancel();
    if (from !== undefined && from !== to) this.#drop(from, to);
  }

  /** Lets go of it, where it was. */
  cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    window.removeEventListener('keydown', this.#key, true);
    this.from = undefined;
  }

  /** How a row looks moved, as a style; `undefined` where it stays. */
  shift(at: number): string | undefined {
    const { from, to } = this;
    if (from === undefined) return undefined;
    const height = this.#boxes[from]?.height ?? 0;
    if (at === from) return `translateY(${this.#offset}px)`;
    if (at > from && at <= to) return `translateY(${-height}px)`;
    if (at < from && at >= to) return `translateY(${height}px)`;
    return undefined;
  }

  #follow(): void {
    const { from } = this;
    const own = from === undefined ? undefined : this.#boxes[from];
    if (!own) return;
    const { top, bottom } = this.#ends();
    const offset = this.#pointer + window.scrollY - this.#taken;
    this.#offset = Math.max(top - own.top, Math.min(offset, bottom - own.top - own.height));
    // It passes a row once its leading edge is beyond the middle of it.
    const lead = own.top + this.#offset + (this.#offset > 0 ? own.height : 0);
    this.to = this.#boxes.filter((box, at) => at !== from && box.top + box.height / 2 < lead).length;
  }

  /** Where the list begins and ends, on the page. */
  #ends(): { top: number; bottom: number } {
    const last = this.#boxes.at(-1);
    return { top: this.#boxes[0]?.top ?? 0, bottom: last ? last.top + last.height : 0 };
  }

  /** Long lists scroll while the pointer rests at an edge. */
  #scroll = (): void => {
    this.#frame = 0;
    const { top, bottom } = this.#ends();
    const [first, last] = [EDGE, window.innerHeight - EDGE];
    let by = 0;
    if (this.#pointer < first && top < window.scrollY + first) by = -STEP;
    if (this.#pointer > last && bottom > window.scrollY + last) by = STEP;
    if (by === 0 || this.from === undefined) return;
    window.scrollBy(0, by);
    this.#follow();
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.cancel();
  };
}
