import { tick } from 'svelte';

/**
 * Keeps the focus on the page when what had it goes away: the card that was answered, the row that was deleted.
 * Make it while a component starts; call `act()` with each write that may take something away.
 */
export class FocusKeeper {
  #next: () => HTMLElement | null | undefined;
  #acted = false;

  /** `watched` is what the screen shows; `next` is where the focus goes when nothing has it. */
  constructor(watched: () => unknown, next: () => HTMLElement | null | undefined) {
    this.#next = next;
    $effect(() => {
      watched();
      if (!this.#acted) return;
      this.#acted = false;
      void this.#settle();
    });
  }

  act(): void {
    this.#acted = true;
    void this.#settle();
  }

  async #settle(): Promise<void> {
    // Twice: a sheet that closes gives the focus back after the first.
    await tick();
    await tick();
    if (document.activeElement === document.body) this.#next()?.focus({ preventScroll: true });
  }
}
