import { call, Failure, onChanges, type Answer } from '../ipc/client';
import { language, setLanguage, wordFailure, type Language } from '../words';
import { clearCopied } from './clipboard';
import { flushDrafts } from './draft.svelte';
import { toast } from './toast.svelte';

/** Which tree of screens there is: nothing of one is left in another. */
export type Stage = 'welcome' | 'locked' | 'open' | 'trouble' | 'news';

/** What is to be read before anything else, once the record is another one or none. */
export type News =
  | { kind: 'key'; key: string }
  | { kind: 'salvaged'; parts: Answer<'salvage'>['parts']; standIns: number; latestLost: boolean }
  | { kind: 'gone'; left: string[]; pinLeft: boolean };

/** Whether the record is there and open. */
class Vault {
  status = $state.raw<Answer<'status'>>();
  /** Why the state could not be read, or the record cannot be opened. */
  failure = $state.raw<Failure>();
  /** What is to be read first. */
  news = $state.raw<News>();
  /** From one record to another: what closes now is not the end of it. */
  passing = $state(false);
  /** A lock by hand waits for an answer: it would lose what is typed and cannot be kept. */
  unkept = $state(false);
  /** Welcome goes on after it has made the record, until it says that it is through. */
  #welcoming = $state(false);
  #locking: Promise<void> | undefined;

  get phase(): string | undefined {
    return this.status?.phase;
  }

  get open(): boolean {
    return this.phase === 'open';
  }

  get stage(): Stage {
    if (this.news) return 'news';
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
      // A key that is still to be written down does not stay on the screen of a locked record.
      if (status.phase !== 'open' && this.news?.kind === 'key') this.news = undefined;
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

  /** The news was read. */
  read(): void {
    this.news = undefined;
  }

  /**
   * Does what puts another record, or none, in the place of this one. The screens change once it is through, and
   * begin with what it tells. Throws `Failure`, and then all is as it was.
   */
  async replace(job: () => Promise<News | undefined>): Promise<void> {
    this.passing = true;
    try {
      const news = await job();
      if (news?.kind === 'key') this.enter();
      this.news = news;
    } finally {
      this.passing = false;
      await this.refresh();
    }
  }

  /** Opens the made-up client's record; what is open is locked first, with all of its screens. */
  async openDemo(language: Language): Promise<void> {
    this.passing = true;
    try {
      if (this.open) await this.#close();
      await call('open_demo', { language });
      this.enter();
      await this.refresh();
    } finally {
      this.passing = false;
    }
  }

  /** By hand: asks first where it would lose what is typed. */
  async lock(): Promise<void> {
    // Only in its rooms can it ask.
    if ((await flushDrafts()) || this.stage !== 'open') await this.lockNow();
    else this.unkept = true;
  }

  /** Saves what is being typed, then locks. Should the record stay open, it says why. */
  lockNow(): Promise<void> {
    // A gesture, the hidden window and the core may all ask at once.
    return (this.#locking ??= this.#lock().finally(() => (this.#locking = undefined)));
  }

  async #lock(): Promise<void> {
    this.unkept = false;
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

  /** Follows the core, which may lock by itself or is about to, and the language that the client chose. */
  follow(): () => void {
    return onChanges((changes) => {
      if (changes.includes('leaving')) {
        if (this.open) void this.lockNow();
      } else if (!this.passing && (changes.includes('vault') || changes.includes('settings'))) {
        void this.refresh();
      }
    });
  }
}

export const vault = new Vault();
