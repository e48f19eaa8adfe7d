/** The screens behind the check-in on Today, loaded when they are first opened. */
import type { Part } from '../../components/Later.svelte';

export const VIEWS: Record<string, Part> = {
  checkins: () => import('./trends/Trends.svelte'),
  assessment: () => import('./assessment/Assessment.svelte'),
  slip: () => import('./slip/SlipScreen.svelte'),
};
