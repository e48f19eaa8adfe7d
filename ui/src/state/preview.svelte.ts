import { tick, untrack } from 'svelte';
import { Failure, print } from '../ipc/client';
import type { Page } from '../ipc/generated/Page';

/** Before a change is looked at, in ms. */
const QUIET_MS = 250;

/** What every kind of paper answers. */
export interface Paper {
  pages: Page[];
  page_count: number;
  /** Letters that cannot be printed. */
  unshown: number;
}

/**
 * The pages as they will be on paper: they follow what is chosen, and an older answer never overtakes a newer one.
 * Make it while a component starts.
 */
export class Preview<C extends object, P extends Paper> {
  /** What was looked at last, and what was chosen for it. */
  shown = $state.raw<P & { choice: C; all: boolean }>();
  failure = $state.raw<Failure>();
  /** Whether something else is chosen than what is shown. */
  stale = $state(false);

  #choice: () => C | undefined;
  #ask: (choice: C, all: boolean) => Promise<P>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** `choice` is `undefined` while it is not whole; `ask` brings the first pages of it, or all. */
  constructor(choice: () => C | undefined, ask: (choice: C, all: boolean) => Promise<P>) {
    this.#choice = choice;
    this.#ask = ask;
    $effect(() => {
      const chosen = this.#choice();
      const quiet = untrack(() => this.shown) ? QUIET_MS : 0;
      this.#begin();
      this.failure = undefined;
      this.stale = true;
      if (chosen) this.#timer = setTimeout(() => void this.again(), quiet);
    });
    // A late answer has no one to go to.
    $effect(() => () => this.#begin());
  }

  /** Looks once more. Of the same choice all pages stay, once all are shown. */
  async again(): Promise<void> {
    const choice = this.#choice();
    const all = this.shown?.all === true && JSON.stringify(choice) === JSON.stringify(this.shown.choice);
    try {
      await this.#look(all);
    } catch (thrown) {
      this.failure = Failure.from(thrown);
    }
  }

  /** Shows every page. Answers whether they are shown: not when another choice came in between. Throws `Failure`. */
  all(): Promise<boolean> {
    return this.#look(true);
  }

  /** Prints every page. Answers whether it came to that. Throws `Failure`. */
  async print(): Promise<boolean> {
    if (!(await this.all())) return false;
    await tick();
    await print();
    return true;
  }

  /** From now on what was asked before counts no more. */
  #begin(): number {
    clearTimeout(this.#timer);
    return ++this.#turn;
  }

  async #look(all: boolean): Promise<boolean> {
    const turn = this.#begin();
    const choice = this.#choice();
    if (!choice) return false;
    try {
      const answer = await this.#ask(choice, all);
      if (turn !== this.#turn) return false;
      this.shown = { ...answer, choice, all };
      this.stale = false;
      this.failure = undefined;
      return true;
    } catch (thrown) {
      if (turn !== this.#turn) return false;
      throw thrown;
    }
  }
}
