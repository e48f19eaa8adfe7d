import { untrack } from 'svelte';
import { call, Failure } from '../../ipc/client';
import type { GroupsShown, GroupWeek } from './types';

/**
 * The weeks of the log before those of the first answer, as far as they were asked for. When the first
 * answer comes anew, they are asked for again, so that a change far back shows too.
 * Make it while a component starts.
 */
export class OlderWeeks {
  weeks = $state.raw<GroupWeek[]>([]);
  failure = $state.raw<Failure>();

  #first: () => GroupsShown | undefined;
  #next = $state<string | null>(null);
  #pages = 0;
  #turn = 0;

  constructor(first: () => GroupsShown | undefined) {
    this.#first = first;
    $effect(() => {
      if (first()) untrack(() => void this.#follow());
    });
  }

  /** Whether there is anything older than what is shown. */
  get more(): boolean {
    return this.#next !== null;
  }

  /** Shows some more weeks. */
  load(): Promise<void> {
    this.#pages++;
    return this.#follow();
  }

  async #follow(): Promise<void> {
    const turn = ++this.#turn;
    const found: GroupWeek[] = [];
    let next = this.#first()?.older_before ?? null;
    this.failure = undefined;
    try {
      for (let page = 0; page < this.#pages && next !== null; page++) {
        const shown = await call('groups', { before: next });
        if (turn !== this.#turn) return;
        found.push(...shown.weeks);
        next = shown.older_before;
      }
      this.weeks = found;
      this.#next = next;
    } catch (thrown) {
      if (turn !== this.#turn) return;
      this.#pages = Math.max(0, this.#pages - 1);
      this.failure = Failure.from(thrown);
    }
  }
}
