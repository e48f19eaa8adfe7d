import { vault } from '../../state/vault.svelte';

export const STEPS = ['language', 'passphrase', 'key', 'care', 'reminder'] as const;
/** `bring` stands beside them: a record that is there already. */
export type Step = (typeof STEPS)[number] | 'bring';

/**
 * How far Welcome is. It outlives the component, so that Help now and back loses nothing,
 * and ends with Welcome, so that no key is left in memory behind a lock.
 */
class Progress {
  step = $state<Step>('language');
  /** The recovery key while it has to be shown. */
  key = $state('');
  /** Care is set: going back to its form would start it twice. */
  cared = $state(false);

  reset(): void {
    this.step = 'language';
    this.key = '';
    this.cared = false;
  }
}

export const progress = new Progress();

$effect.root(() => {
  $effect(() => {
    if (vault.stage !== 'welcome') progress.reset();
  });
});
