import { call, Failure, onChanges, type Answer } from '../ipc/client';
import { language, setLanguage, wordFailure, type Language } from '../words';
import { clearCopied } from './clipboard';
import { flushDrafts } from './draft.svelte';
import { toast } from './toast.svelte';

/** Which tree of screens there is: nothing of one is left in another. */
export type Stage = 'welcome' | 'locked' | 'open' | 'trouble';

/** Whether the record is there and open. */
class Vault {
  status = $state.raw<Answer<'status'>>();
  /** Why the state could not be read, or the record cannot be opened. */
  failure = $state.raw<Failure>();
  /** Welcome goes on after it has made the record, until it says that it is through. */
  #welcoming = $state(false);

  get phase(): string | undefined {
    return this.status?.phase;
  }

  get open(): boolean {
    return this.phase === 'open';
  }

  get stage(): Stage {
    if (this.failure) return 'trouble';
    if (this.open) return this.#welcoming ? 'welcome' : 'open';
    return this.phase === 'new' ? 'welcome' : 'locked';
  }

  async refresh(): Promise<void> {
    try {
      const status = await call('status', {});
      if (status.language && status.language !== language()) await setLanguage(status.language);
      if (status.phase === 'new') this.#welcoming = true;
      else if (status.phase !== 'open') this.#welcoming = false;
      this.status = status;
      this.failure = { damaged: new Failure('Damaged'), newer: new Failure('NewerDatabase') }[
        status.phase as string
      ];
    } catch (thrown) {
      this.failure = Failure.from(thrown);
    }
  }

  /** Welcome is through: on to Today. */
  enter(): void {
    this.#welcoming = false;
  }

  /** Opens the made-up client's record; what is open is locked first, with all of its screens. */
  async openDemo(language: Language): Promise<void> {
    if (this.open) await this.#close();
    await call('open_demo', { language });
    this.enter();
    await this.refresh();
  }

  /** Saves what is being typed, then locks. Should the record stay open, it says why. */
  async lock(): Promise<void> {
    try {
      await this.#close();
    } catch (thrown) {
      if (this.open) toast.show(wordFailure(Failure.from(thrown)));
    }
  }

  async #close(): Promise<void> {
    await Promise.all([flushDrafts(), clearCopied()]);
    try {
      await call('lock', {});
    } finally {
      // Whatever was answered: what is locked does not stay on the screen.
      await this.refresh();
    }
  }

  /** Follows the core, which may lock by itself, and the language that the client chose. */
  follow(): () => void {
    return onChanges((changes) => {
      if (changes.includes('vault') || changes.includes('settings')) void this.refresh();
    });
  }
}

export const vault = new Vault();
