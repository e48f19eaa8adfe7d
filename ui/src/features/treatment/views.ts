import type { Part } from '../../components/Later.svelte';
import type { IconName } from '../../components/icons';

/** A screen of treatment with a row of its own under "More". */
interface View {
  icon: IconName;
  part: Part;
}

/** By the name that the address has for it, and its words: `treatment-view-<name>`, `-text`. */
export const VIEWS: Record<string, View> = {
  search: { icon: 'search', part: () => import('./Search.svelte') },
  coverage: { icon: 'shield', part: () => import('./coverage/Coverage.svelte') },
  closures: { icon: 'calendar', part: () => import('./Closures.svelte') },
  file: { icon: 'download', part: () => import('./calendarfile/CalendarFile.svelte') },
  tests: { icon: 'phone', part: () => import('./tests/Tests.svelte') },
};

/** Screens that one level of care leads to: what is said of it, and a part of it planned ahead. */
export const ASIDE: Record<string, Part> = {
  level: () => import('./LevelScreen.svelte'),
  phase: () => import('./PlanPhase.svelte'),
};
