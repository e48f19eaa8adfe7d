import { untrack } from 'svelte';
import { call, Failure } from '../../../ipc/client';
import type { TestsShown } from './types';

/**
 * The pages of the log before the first one, as far as they were asked for. When the first comes anew, they
 * are asked for again, so that a change far back shows too. Make it while a component starts.
 */
export class OlderPages {
  pages = $state.raw<TestsShown[]>([]);
  failure = $state.raw<Failure>();

  #first: () => TestsShown | undefined;
  #wanted = 0;
  #turn = 0;

  constructor(first: () => TestsShown | undefined) {
    this.#first = first;
    $effect(() => {
      if (first()) untrack(() => void this.#follow());
    });
  }

  /** Whether there is anything older than what is shown. */
  get more(): boolean {
    const last = this.pages.at(-1) ?? this.#first();
    return typeof last?.older_before === 'string';
  }

  /** Shows one page more. */
  load(): Promise<void> {
    this.#wanted++;
    return this.#follow();
  }

  async #follow(): Promise<void> {
    const turn = ++this.#turn;
    const found: TestsShown[] = [];
    let before = this.#first()?.older_before ?? null;
    this.failure = undefined;
    try {
      while (found.length < this.#wanted && before !== null) {
        const page = await call('drug_tests', { before });
        if (turn !== this.#turn) return;
        found.push(page);
        before = page.older_before;
      }
      this.pages = found;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#wanted = this.pages.length;
      this.failure = Failure.from(thrown);
    }
  }
}
