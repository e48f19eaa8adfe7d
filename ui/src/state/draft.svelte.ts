import { untrack } from 'svelte';
import { call, Failure, type FailureCode } from '../ipc/client';
import { t } from '../words';
import { toast } from './toast.svelte';

/** What is typed waits this long to be saved, also while typing goes on. */
const SOON_MS = 300;
/** And no longer than this for a tap that is just then being answered. */
const TAP_MS = 100;

/** Calls once nothing else is being done, where the system tells of that: Safari does not. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: TAP_MS });
  else act();
}

// Nothing is drawn from it.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const live = new Set<Draft<object>>();

/** Why what is typed cannot be kept, where the client can do something about it. */
const UNKEPT: Partial<Record<FailureCode, string>> = {
  Invalid: 'draft-too-long',
  DiskFull: 'draft-disk-full',
  ReadOnly: 'draft-read-only',
};

/**
 * Saves every open draft now: before locking, and when the app goes to the background. Answers whether all that is
 * typed is kept.
 */
export async function flushDrafts(): Promise<boolean> {
  const kept = await Promise.all([...live].map((draft) => draft.flush()));
  return kept.every(Boolean);
}

/**
 * A form's values, kept in the vault while they are typed, so that a lock or a crash loses nothing.
 * Make it while a component starts. Bind fields to `draft.value.x`; call `discard()` once it is saved for good.
 */
export class Draft<T extends object> {
  value: T;
  /** True when something typed earlier came back. */
  restored = $state(false);
  /** Says that what is typed is not kept, and why; empty while it is. */
  unkept = $state('');

  #key: string;
  #saved: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;
  /** Its form is closed. What it could not keep waits here for the next form of this kind, or for room on the disk. */
  #closed = false;
  #saving: Promise<unknown> = Promise.resolve();
  #ready: Promise<void>;
  #mend: (kept: never) => void;

  /** `mend` brings what an earlier version kept into today's form; where it throws, nothing was kept. */
  constructor(key: string, initial: T, mend: (kept: T) => void = () => {}) {
    this.#mend = mend;
    const value = $state(initial);
    this.value = value;
    this.#key = key;
    this.#saved = JSON.stringify(initial);
    this.#ready = this.#restore();
    $effect(() => {
      if (this.#text() === this.#saved) return;
      untrack(() => this.#soon());
    });
    $effect(() => {
      live.add(this);
      // Until it is saved, a lock that comes meanwhile waits for it, too.
      return () => {
        this.#closed = true;
        void this.flush();
      };
    });
  }

  /** Saves at once what is not saved yet. What cannot be saved stays in the fields: then it answers `false`. */
  async flush(): Promise<boolean> {
    this.#calm();
    const text = untrack(() => this.#text());
    if (this.#over || text === this.#saved) return this.#isKept();
    try {
      const saving = call('save_draft', { key: this.#key, text });
      this.#saving = saving.catch(() => {});
      await saving;
      this.#saved = text;
      this.unkept = '';
      return this.#isKept();
    } catch (thrown) {
      const words = UNKEPT[Failure.from(thrown).code];
      // Once for each reason.
      if (words && this.unkept !== t(words)) {
        this.unkept = t(words);
        toast.show(this.unkept);
      }
      return false;
    }
  }

  /** Forgets the draft: the form was saved, or given up on purpose. */
  async discard(): Promise<void> {
    this.#calm();
    this.#over = true;
    try {
      // A save on its way would bring the draft back.
      await Promise.all([this.#ready, this.#saving]);
      await call('discard_draft', { key: this.#key });
    } catch {
      // A draft left over is offered again; nothing is lost.
    }
  }

  #isKept(): true {
    if (this.#closed) live.delete(this);
    return true;
  }

  /** What a form of this kind typed and could not keep before it was closed. */
  #left(): string | undefined {
    const left = [...live].find((one) => one.#closed && one.#key === this.#key);
    if (!left) return undefined;
    left.#over = true;
    live.delete(left);
    return left.#text();
  }

  #text(): string {
    return JSON.stringify(this.value);
  }

  #soon(): void {
    if (!this.#over) this.#timer ??= setTimeout(() => whenIdle(() => void this.flush()), SOON_MS);
  }

  #calm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #restore(): Promise<void> {
    const untouched = this.#saved;
    try {
      const left = this.#left();
      const text = left ?? (await call('draft', { key: this.#key })).text;
      // Whoever types faster than the answer comes keeps what they typed.
      if (text === null || this.#over || this.#text() !== untouched) return;
      const kept: unknown = JSON.parse(text);
      if (typeof kept !== 'object' || kept === null) return;
      this.#mend(kept as never);
      // A draft of an earlier version may lack fields, or hold ones that are gone.
      for (const name of Object.keys(this.value) as (keyof T & string)[]) {
        if (name in kept) this.value[name] = (kept as T)[name];
      }
      this.restored = this.#text() !== untouched;
      if (left === undefined) this.#saved = this.#text();
    } catch {
      // Nothing kept, or unreadable: the form starts as it is.
    }
  }
}
