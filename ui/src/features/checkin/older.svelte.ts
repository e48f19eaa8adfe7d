import { untrack } from 'svelte';
import { Failure } from '../../ipc/client';

/** A page of a list that goes from new to old. */
interface Page<Item, Key> {
  items: Item[];
  /** What to ask for what is older with; `null`: there is nothing older. */
  before: Key | null;
}

/**
 * A list of which the first page comes by itself, and older ones are asked for. When the first comes anew, the
 * older ones are given up: what was changed may be among them. Make it while a component starts.
 */
export class OlderItems<Item, Key> {
  failure = $state.raw<Failure>();
  #older = $state.raw<Page<Item, Key>[]>([]);
  #first: () => Page<Item, Key> | undefined;
  #ask: (before: Key) => Promise<Page<Item, Key>>;

  constructor(first: () => Page<Item, Key> | undefined, ask: (before: Key) => Promise<Page<Item, Key>>) {
    this.#first = first;
    this.#ask = ask;
    $effect(() => {
      if (first()) untrack(() => (this.#older = []));
    });
  }

  /** All that is shown, the newest first. */
  get items(): Item[] {
    return this.#pages.flatMap((page) => page.items);
  }

  /** Whether there is anything older. */
  get more(): boolean {
    return this.#pages.at(-1)?.before != null;
  }

  async load(): Promise<void> {
    const first = this.#first();
    const before = this.#pages.at(-1)?.before ?? null;
    if (before === null) return;
    this.failure = undefined;
    try {
      const page = await this.#ask(before);
      if (first === this.#first()) this.#older = [...this.#older, page];
    } catch (thrown) {
      this.failure = Failure.from(thrown);
    }
  }

  get #pages(): Page<Item, Key>[] {
    const first = this.#first();
    return first ? [first, ...this.#older] : [];
  }
}
