/** The words for what the core refused. */
import type { Failure, Rule } from '../ipc/client';
import { has, t } from './words.svelte';

function kebab(code: string): string {
  return code
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/_/g, '-')
    .toLowerCase();
}

/** What happened and what to do, as one or two sentences. */
export function wordFailure(failure: Failure): string {
  if (failure.code === 'Invalid' && failure.rule) return wordRule(failure.rule);
  const id = `failure-${kebab(failure.code)}`;
  return t(has(id) ? id : 'failure-internal', { seconds: failure.waitSeconds ?? 0 });
}

/** What is to be changed in a field. */
export function wordRule(rule: Rule): string {
  const id = `rule-${kebab(rule)}`;
  return t(has(id) ? id : 'failure-invalid');
}
