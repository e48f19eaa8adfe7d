import { Failure, perform, type Answer, type Request } from '../../ipc/client';
import { Loader } from '../../state/loader.svelte';
import { toast } from '../../state/toast.svelte';
import { vault } from '../../state/vault.svelte';
import { t } from '../../words';

type Change = Partial<Request<'save_settings'>>;

/**
 * The client's settings, each saved at once when it is changed.
 * Make it while a component starts.
 */
export class Choices {
  /** Why the last change was not saved. */
  refused = $state.raw<Failure>();

  #settings = new Loader('settings', () => ({}), ['settings']);
  /** What was chosen and is on its way. */
  #chosen = $state.raw<Change>({});
  #turn: Promise<void> = Promise.resolve();

  get value(): Answer<'settings'> | undefined {
    const read = this.#settings.value;
    return read && { ...read, preferences: { ...read.preferences, ...this.#chosen } };
  }

  get failure(): Failure | undefined {
    return this.#settings.failure;
  }

  get answered(): boolean {
    return this.#settings.answered;
  }

  /** Asks again, after a choice was saved elsewhere. */
  reload(): Promise<void> {
    return this.#settings.reload();
  }

  /** One after the other: each save sends all choices. */
  save(change: Change): Promise<void> {
    this.#chosen = { ...this.#chosen, ...change };
    this.#turn = this.#turn.then(() => this.#save(change));
    return this.#turn;
  }

  async #save(change: Change): Promise<void> {
    const read = this.#settings.value?.preferences;
    if (!read) return;
    try {
      const done = await perform('save_settings', {
        language: read.language,
        week_starts_on: read.week_starts_on,
        lock_after_minutes: read.lock_after_minutes,
        ...change,
      });
      this.refused = undefined;
      // A new language first, so that the line below speaks it.
      if (change.language) await vault.refresh();
      toast.done(t('saved'), done);
    } catch (thrown) {
      this.refused = Failure.from(thrown);
    }
    // Shown from now on is what is kept, whether that is what was chosen or not.
    await this.#settings.reload();
    const rest = { ...this.#chosen };
    for (const name of Object.keys(change) as (keyof Change)[]) {
      if (rest[name] === change[name]) delete rest[name];
    }
    this.#chosen = rest;
  }
}
