/**
 * The time to ride an urge out, and the breath that goes with it. It lives as long as the app runs, so that it
 * goes on while the client looks at something else, through lock and unlock. It knows nothing of the record, and
 * nothing of it is written anywhere.
 */
export const LENGTHS = [15, 20] as const;
export type Length = (typeof LENGTHS)[number];

const IN_S = 4;
const OUT_S = 6;
/** From then on, who leaves is asked how it is. */
const ASK_S = 60;
/** Over and unseen for this long: who comes then comes for another one. */
const LAPSE_S = 15 * 60;

class Ride {
  /** How many minutes it lasts. Kept only while it runs. */
  length = $state<Length>(LENGTHS[0]);
  #start = $state<number>();
  #now = $state(0);
  /** Where the question how it is now was put: while leaving, and at the end. */
  #asked = $state<'nowhere' | 'leaving' | 'over'>('nowhere');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Seconds since it began. */
  get #elapsed(): number {
    return this.#start === undefined ? 0 : Math.max(0, Math.round((this.#now - this.#start) / 1000));
  }

  /** Seconds until it ends. */
  get left(): number {
    return Math.max(0, this.length * 60 - this.#elapsed);
  }

  /** Whole minutes that were ridden. */
  get minutes(): number {
    return Math.min(this.length, Math.floor(this.#elapsed / 60));
  }

  get running(): boolean {
    return this.#start !== undefined && !this.over;
  }

  get over(): boolean {
    return this.#start !== undefined && this.left === 0;
  }

  /** Whether the question how it is now would be one worth asking: at the end, or on leaving after a while. */
  get asks(): boolean {
    if (this.over) return this.#asked !== 'over';
    return this.#asked === 'nowhere' && this.#elapsed >= ASK_S;
  }

  get breath(): 'in' | 'out' {
    return this.#elapsed % (IN_S + OUT_S) < IN_S ? 'in' : 'out';
  }

  /** From the beginning, as long as was chosen. */
  begin(): void {
    this.#asked = 'nowhere';
    this.#start = this.#now = Date.now();
    this.#tick();
  }

  /** Someone looks: it goes on, or begins by itself. */
  open(): void {
    this.#now = Date.now();
    if (this.#start !== undefined) {
      const lapsed = this.#elapsed >= this.length * 60 + LAPSE_S;
      if (lapsed || this.#now < this.#start) this.end();
    }
    if (this.#start === undefined) this.begin();
  }

  /**
   * Someone looks elsewhere: it goes on there, unless it is over, or not one breath was taken. Over while the record
   * was locked, it stays for the question that could not be asked there.
   */
  leave(asked: boolean): void {
    if ((this.over && asked) || this.#elapsed < IN_S + OUT_S) this.end();
  }

  /** The question was answered or passed over. */
  answered(): void {
    this.#asked = this.over ? 'over' : 'leaving';
  }

  /** Nothing of it is left. */
  end(): void {
    clearTimeout(this.#timer);
    this.#start = undefined;
    this.length = LENGTHS[0];
  }

  #tick(): void {
    clearTimeout(this.#timer);
    this.#now = Date.now();
    if (this.#start === undefined || this.over) return;
    this.#timer = setTimeout(() => this.#tick(), 1000 - ((this.#now - this.#start) % 1000));
  }
}

export const ride = new Ride();
