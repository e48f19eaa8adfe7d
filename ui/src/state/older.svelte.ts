import { untrack } from 'svelte';
import { Failure } from '../ipc/client';

/**
 * The pages of a list before the first one, as far as they were asked for. When the first comes anew, they are
 * asked for again, so that a change far back shows too. Make it while a component starts.
 */
export class Older<Page, Key> {
  pages = $state.raw<Page[]>([]);
  failure = $state.raw<Failure>();

  #first: () => Page | undefined;
  #before: (page: Page) => Key | null;
  #ask: (before: Key) => Promise<Page>;
  #wanted = 0;
  #turn = 0;

  /** `before` is what to ask for the page before one with; `null`: there is nothing older. */
  constructor(
    first: () => Page | undefined,
    before: (page: Page) => Key | null,
    ask: (before: Key) => Promise<Page>,
  ) {
    this.#first = first;
    this.#before = before;
    this.#ask = ask;
    $effect(() => {
      if (first()) untrack(() => void this.#follow());
    });
  }

  /** The first page and those before it. */
  get all(): Page[] {
    const first = this.#first();
    return first ? [first, ...this.pages] : [];
  }

  /** Whether there is anything older than what is shown. */
  get more(): boolean {
    const last = this.all.at(-1);
    return last !== undefined && this.#before(last) !== null;
  }

  /** Shows one page more. */
  load(): Promise<void> {
    this.#wanted++;
    return this.#follow();
  }

  async #follow(): Promise<void> {
    const turn = ++this.#turn;
    const found: Page[] = [];
    let last = this.#first();
    this.failure = undefined;
    try {
      while (found.length < this.#wanted && last !== undefined) {
        const before = this.#before(last);
        if (before === null) break;
        last = await this.#ask(before);
        if (turn !== this.#turn) return;
        found.push(last);
      }
      this.pages = found;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#wanted = this.pages.length;
      this.failure = Failure.from(thrown);
    }
  }
}
