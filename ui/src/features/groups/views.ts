/** The screens of this room that are loaded when they are first opened. */
import type { Part } from '../../components/Later.svelte';

export const VIEWS: Record<string, Part> = {
  find: () => import('./find/Find.svelte'),
  lists: () => import('./find/Lists.svelte'),
  asked: () => import('./asked/Asked.svelte'),
  recovery: () => import('./recovery/Recovery.svelte'),
  steps: () => import('./steps/Steps.svelte'),
  record: () => import('./record/Record.svelte'),
};
