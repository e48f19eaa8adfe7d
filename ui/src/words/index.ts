export {
  has,
  language,
  locale,
  setLanguage,
  systemLanguage,
  t,
  type Args,
  type Language,
} from './words.svelte';
export * from './when';
export * from './size';
export * from './failure';
export { WEEKDAYS, weekdayNumber } from './weekday';
