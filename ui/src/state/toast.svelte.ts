import { call, haptic, type Done } from '../ipc/client';

/** Long enough to read and to reach Undo. */
const SHOWN_MS = 10_000;

/** The one line that says what was done, with Undo where the core offers it. */
class Toast {
  message = $state('');
  step = $state<number | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(message: string, step: number | null = null): void {
    this.message = message;
    this.step = step;
    this.resume();
  }

  /** Says what a write did, and offers to take it back. */
  done(message: string, done: Pick<Done<unknown>, 'undo'>): void {
    this.show(message, done.undo);
  }

  /** The same for what the client was at or did: the hand feels it, too. */
  logged(message: string, done: Pick<Done<unknown>, 'undo'>): void {
    haptic();
    this.done(message, done);
  }

  async undo(): Promise<void> {
    const step = this.step;
    this.clear();
    if (step !== null) await call('undo', { step });
  }

  /** While a finger or the focus rests on it, it stays. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.clear(), SHOWN_MS);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.message = '';
    this.step = null;
  }
}

export const toast = new Toast();
