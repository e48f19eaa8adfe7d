import { Failure, perform } from '../../../ipc/client';
import { Loader } from '../../../state/loader.svelte';
import { toast } from '../../../state/toast.svelte';
import { t } from '../../../words';
import { askToRemind } from './allow';
import type { ReminderRule, Source } from './rule';

type Change = Partial<Omit<ReminderRule, 'source'>>;

/**
 * The rule of one source, each part saved at once when it is changed.
 * Make it while a component starts.
 */
export class RuleKeeper {
  /** Why the last change was not saved. */
  refused = $state.raw<Failure>();

  #source: Source;
  #rules = new Loader('reminder_rules', () => ({}), ['settings']);
  /** What was chosen and is on its way. */
  #chosen = $state.raw<Change>({});
  #turn: Promise<unknown> = Promise.resolve();

  constructor(source: Source) {
    this.#source = source;
  }

  get rule(): ReminderRule | undefined {
    const kept = this.#kept;
    return kept && { ...kept, ...this.#chosen };
  }

  /** What it was at the start. */
  get first(): ReminderRule | undefined {
    return this.#rules.value?.first.find((rule) => rule.source === this.#source);
  }

  /** Whether reminders come while the record is locked. */
  get whileLocked(): boolean {
    return this.#rules.value?.while_locked ?? true;
  }

  get failure(): Failure | undefined {
    return this.#rules.failure;
  }

  reload(): Promise<void> {
    return this.#rules.reload();
  }

  /** Saves a change; a refusal is shown. One after the other: each save sends the whole rule. */
  save(change: Change, said?: string): Promise<void> {
    this.#chosen = { ...this.#chosen, ...change };
    const saved = this.#turn.then(async () => {
      try {
        await this.#put(change, said);
        this.refused = undefined;
      } catch (thrown) {
        this.refused = Failure.from(thrown);
      }
      // Shown from now on is what is kept, whether that is what was chosen or not.
      await this.#rules.reload();
      const rest = { ...this.#chosen };
      for (const name of Object.keys(change) as (keyof Change)[]) {
        if (rest[name] === change[name]) delete rest[name];
      }
      this.#chosen = rest;
      if (change.on && !this.refused) await askToRemind();
    });
    this.#turn = saved;
    return saved;
  }

  /** Saves a change of a form. Throws its refusal. */
  async put(change: (rule: ReminderRule) => Change, said?: string): Promise<void> {
    await this.#turn;
    const kept = this.#kept;
    if (!kept) return;
    await this.#put(change(kept), said);
    this.refused = undefined;
    await this.#rules.reload();
  }

  get #kept(): ReminderRule | undefined {
    return this.#rules.value?.rules.find((rule) => rule.source === this.#source);
  }

  async #put(change: Change, said = t('saved')): Promise<void> {
    const kept = this.#kept;
    if (kept) toast.done(said, await perform('save_reminder_rule', { ...kept, ...change }));
  }
}
