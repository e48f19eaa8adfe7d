import { untrack } from 'svelte';
import {
  call,
  Failure,
  onChanges,
  type Answer,
  type Change,
  type OperationName,
  type Request,
} from '../ipc/client';

/**
 * What a screen reads, kept fresh: asks when made, when the request changes, when one of `on` changes, and with
 * them when time has passed (a session began, a new day). With an empty `on` it never changes by itself.
 * Make it while a component starts; it ends with the component.
 *
 * The old value stays while a new one is on its way, so nothing flickers.
 */
export class Loader<N extends OperationName> {
  value = $state.raw<Answer<N>>();
  failure = $state.raw<Failure>();
  /** True from the first question to its answer, and while asking again. */
  loading = $state(true);

  #operation: N;
  #request: () => Request<N>;
  #asked = 0;
  /** The answer that is waited for, or came last. */
  #newest: Promise<void> = Promise.resolve();

  constructor(operation: N, request: () => Request<N>, on: Change[]) {
    const heard: Change[] = on.length > 0 ? [...on, 'time'] : [];
    this.#operation = operation;
    this.#request = request;
    $effect(() => {
      const now = this.#request();
      untrack(() => void this.#ask(now));
    });
    $effect(() =>
      onChanges((changes) => {
        if (changes.some((change) => heard.includes(change))) void this.reload();
      }),
    );
    // A late answer has no one to go to.
    $effect(() => () => void this.#asked++);
  }

  /** Whether there was an answer, be it a refusal: until then nothing is drawn that would move once it comes. */
  get answered(): boolean {
    return this.value !== undefined || this.failure !== undefined;
  }

  /** Asks again. Done when the newest answer is there, be it to this question or to one asked after it. */
  async reload(): Promise<void> {
    void this.#ask(untrack(this.#request));
    for (let seen: Promise<void> | undefined; seen !== this.#newest;) {
      seen = this.#newest;
      await seen;
    }
  }

  #ask(request: Request<N>): Promise<void> {
    return (this.#newest = this.#answer(request));
  }

  async #answer(request: Request<N>): Promise<void> {
    const turn = ++this.#asked;
    this.loading = true;
    try {
      const value = await call(this.#operation, request);
      if (turn !== this.#asked) return;
      this.value = value;
      this.failure = undefined;
    } catch (thrown) {
      if (turn !== this.#asked) return;
      this.failure = Failure.from(thrown);
    }
    this.loading = false;
  }
}
