import { untrack } from 'svelte';
import { call, Failure, type Answer, type Request } from '../../../ipc/client';

export type Choice = Request<'export_attendance_record'>['choice'];

/** Before a change is looked at, in ms. */
const QUIET_MS = 250;

type Shown = Answer<'preview_attendance_record'> & { choice: Choice; all: boolean };

/**
 * The pages as they will be on paper: they follow what is chosen, and an older answer never overtakes a newer one.
 * Make it while a component starts.
 */
export class Preview {
  /** What was looked at last, and what was chosen for it. */
  shown = $state.raw<Shown>();
  failure = $state.raw<Failure>();

  #choice: () => Choice | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** `choice` is `undefined` while it is not whole. */
  constructor(choice: () => Choice | undefined) {
    this.#choice = choice;
    $effect(() => {
      const chosen = this.#choice();
      const quiet = untrack(() => this.shown) ? QUIET_MS : 0;
      this.#begin();
      this.failure = undefined;
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
      const answer = await call('preview_attendance_record', { choice, all_pages: all });
      if (turn !== this.#turn) return false;
      this.shown = { ...answer, choice, all };
      this.failure = undefined;
      return true;
    } catch (thrown) {
      if (turn !== this.#turn) return false;
      throw thrown;
    }
  }
}
