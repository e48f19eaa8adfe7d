/** What a Form tells the fields inside it, and they it. */
import { getContext, setContext } from 'svelte';
import type { Failure } from '../ipc/client';

export interface FormContext {
  readonly failure: Failure | undefined;
  /** A field says that it words failures of this name itself, until the answered function is called. */
  claim(name: string): () => void;
}

const KEY = Symbol('form');

export function provideForm(form: FormContext): void {
  setContext(KEY, form);
}

export function enclosingForm(): FormContext | undefined {
  return getContext<FormContext | undefined>(KEY);
}
