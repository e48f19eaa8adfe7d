/**
 * The time to ride an urge out, and the breath that goes with it. It lives as long as the app runs, so
 * that it goes on while the client looks at something else. It knows nothing of the record.
 */
const RIDE_MS = 15 * 60_000;
const IN_S = 4;
const OUT_S = 6;

class Ride {
  #start = $state<number>();
  #now = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Seconds since it began. */
  get #elapsed(): number {
    return this.#start === undefined ? 0 : Math.max(0, Math.round((this.#now - this.#start) / 1000));
  }

  /** Seconds until it ends. */
  get left(): number {
    return Math.max(0, RIDE_MS / 1000 - this.#elapsed);
  }

  get over(): boolean {
    return this.#start !== undefined && this.left === 0;
  }

  get breath(): 'in' | 'out' {
    return this.#elapsed % (IN_S + OUT_S) < IN_S ? 'in' : 'out';
  }

  /** From the beginning. */
  begin(): void {
    this.#start = this.#now = Date.now();
  }

  /** Runs while someone looks, until the answered function is called. It begins by itself. */
  watch(): () => void {
    this.#now = Date.now();
    if (this.#start === undefined || this.over || this.#now < this.#start) this.begin();
    this.#tick();
    return () => clearTimeout(this.#timer);
  }

  #tick(): void {
    clearTimeout(this.#timer);
    this.#now = Date.now();
    const into = this.#start === undefined ? 0 : (this.#now - this.#start) % 1000;
    this.#timer = setTimeout(() => this.#tick(), 1000 - into);
  }
}

export const ride = new Ride();
