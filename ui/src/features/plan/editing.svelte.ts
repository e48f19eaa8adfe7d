import { call, Failure, perform } from '../../ipc/client';
import type { PlanShown } from '../../ipc/generated/PlanShown';
import { Draft } from '../../state/draft.svelte';
import { toast } from '../../state/toast.svelte';
import { t } from '../../words';
import { begin, complete, content, put, SECTIONS, type Edits, type Plan, type SectionId } from './sections';

/** A section that is being edited. */
export interface Entry<S extends SectionId = SectionId> {
  /** The mark of the section as it stood when the editing began, to see whether it was changed meanwhile. */
  base: string;
  edit: Edits[S];
}
type Entries = { [S in SectionId]?: Entry<S> };

/**
 * The sections of the plan that are being edited, kept as a draft until each is saved or given up.
 * Make it while a component starts.
 */
export class Editing {
  /** Sections that were changed by someone else while they were edited. */
  changed = $state<Partial<Record<SectionId, boolean>>>({});

  #draft = new Draft<{ entries: Entries }>('plan', { entries: {} }, mend);
  #shown: () => PlanShown | undefined;
  #reload: () => Promise<void>;
  /**
   * What was opened here, and not brought back from before: anew, or with the words that were put aside here. What
   * is put aside is kept, and not shown.
   */
  #stand = $state<Partial<Record<SectionId, 'anew' | 'again' | 'aside'>>>({});

  constructor(shown: () => PlanShown | undefined, reload: () => Promise<void>) {
    this.#shown = shown;
    this.#reload = reload;
    // An editor that was left with nothing typed in it need not come back.
    $effect(() => {
      const plan = shown()?.plan;
      if (!this.#draft.restored || !plan) return;
      for (const section of SECTIONS) {
        const entry = this.#draft.value.entries[section];
        if (entry && !this.#stand[section] && !this.#typed(section, entry, plan)) {
          delete this.#draft.value.entries[section];
        }
      }
    });
  }

  entry<S extends SectionId>(section: S): Entry<S> | undefined {
    return this.#stand[section] === 'aside' ? undefined : this.#draft.value.entries[section];
  }

  /** Whether there is one, be it shown or put aside. */
  get begun(): boolean {
    return SECTIONS.some((section) => this.#draft.value.entries[section]);
  }

  /** Whether it was opened here and is shown. */
  opened(section: SectionId): boolean {
    return this.entry(section) !== undefined && this.#stand[section] !== undefined;
  }

  /** Whether the words in it were typed earlier and came back. */
  restored(section: SectionId): boolean {
    const stand = this.#stand[section];
    return stand ? stand === 'again' : this.#draft.restored;
  }

  open<S extends SectionId>(section: S): void {
    const plan = this.#shown()?.plan;
    if (!plan || this.entry(section)) return;
    if (this.#stand[section] === 'aside') {
      this.#stand[section] = 'again';
      return;
    }
    this.#stand[section] = 'anew';
    const entry: Entry<S> = { base: mark(content(section, plan)), edit: begin(section, plan) };
    this.#draft.value.entries[section] = entry as Entries[S];
  }

  /** Shows it no longer, and keeps what was typed for when it is opened again. */
  async putAside(section: SectionId): Promise<void> {
    const plan = this.#shown()?.plan;
    const entry = this.entry(section);
    if (!plan || !entry) return;
    if (!this.#typed(section, entry, plan)) return this.close(section);
    this.#stand[section] = 'aside';
    await this.#draft.flush();
  }

  async close(section: SectionId): Promise<void> {
    delete this.#draft.value.entries[section];
    delete this.#stand[section];
    delete this.changed[section];
    await this.#draft.flush();
  }

  /** Saves one section into the plan as it stands now. Throws `Failure`; what was typed stays. */
  async save(section: SectionId): Promise<void> {
    const entry = this.entry(section);
    if (!entry) return;
    const parts = put(section, $state.snapshot(entry.edit) as Edits[SectionId]);
    try {
      await this.#write(section, entry, parts);
    } catch (thrown) {
      // Another part was changed meanwhile, by an Undo for example: that is no conflict with this one.
      if (Failure.from(thrown).code !== 'Conflict' || this.changed[section]) throw thrown;
      await this.#reload();
      await this.#write(section, entry, parts);
    }
    await this.close(section);
  }

  async #write(section: SectionId, entry: Entry, parts: Partial<Plan>): Promise<void> {
    const shown = this.#shown();
    if (!shown) throw new Failure('Internal');
    const now = mark(content(section, shown.plan));
    if (now !== entry.base) {
      // The client sees both, and the next save is theirs to choose.
      entry.base = now;
      this.changed[section] = true;
      throw new Failure('Conflict');
    }
    const done = await perform('save_plan', {
      plan: { ...shown.plan, ...parts },
      based_on: shown.version?.id ?? null,
    });
    toast.done(t('plan-saved'), done);
    await this.#reload();
  }

  #typed(section: SectionId, entry: Entry, plan: Plan): boolean {
    const edited = { ...plan, ...put(section, $state.snapshot(entry.edit) as Edits[SectionId]) };
    return mark(content(section, edited)) !== entry.base;
  }
}

/** What an earlier version kept may lack fields that came since, and held the section itself for its mark. */
function mend({ entries }: { entries: Entries }): void {
  for (const section of SECTIONS) {
    const entry = entries[section] as Entry | undefined;
    if (!entry) continue;
    entry.edit = complete(section, entry.edit);
    if (entry.base.startsWith('{')) entry.base = mark(entry.base);
  }
}

/** FNV-1a over a text, and its length: two texts that differ have two marks, as good as always. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}`;
}

/** Brings an earlier version back, as a new one. */
export async function restore(id: string): Promise<void> {
  toast.done(t('plan-restored'), await perform('restore_plan', { id }));
}

/** The device's day, as the core sees it. */
export async function today(): Promise<string> {
  return (await call('today', {})).today;
}
