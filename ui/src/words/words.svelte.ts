/** The catalogue of the chosen language. Reading `t` in markup follows a change of language. */
import { FluentBundle, type FluentVariable, type Message } from '@fluent/bundle';
import catalogue from 'virtual:catalogue';

export type Language = 'en' | 'es';
type Pattern = Message['value'];
export type Args = Record<string, FluentVariable>;

/** The region fixes how dates, times and numbers look. */
const LOCALES: Record<Language, string> = { en: 'en-US', es: 'es-US' };

/** A language's messages by id, and what puts names and numbers into them. */
interface Catalogue {
  messages: Record<string, Pattern>;
  bundle: FluentBundle;
}

class Words {
  language = $state<Language>('en');
  catalogue = $state.raw<Catalogue>();
}

const words = new Words();
/** What was shown once is shown again at once. */
const brought: Partial<Record<Language, Catalogue>> = {};
/** The language that was chosen last, its words here or still on their way. */
let wanted: Language | undefined;

async function bring(language: Language): Promise<Catalogue> {
  // The bundle is given no messages: adding hundreds at the start is work for the few that the first screen shows.
  const bundle = new FluentBundle(LOCALES[language], { useIsolating: false });
  return { messages: await catalogue[language](), bundle };
}

/** Loads a language's words and shows them; until then those before stay. */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language;
  const chosen = (brought[language] ??= await bring(language));
  if (wanted !== language) return;
  words.catalogue = chosen;
  words.language = language;
  document.documentElement.lang = language;
}

/** The language that the system prefers among ours. */
export function systemLanguage(): Language {
  for (const tag of navigator.languages ?? []) {
    if (tag.startsWith('es')) return 'es';
    if (tag.startsWith('en')) return 'en';
  }
  return 'en';
}

export function language(): Language {
  return words.language;
}

/** The locale for Intl. */
export function locale(): string {
  return LOCALES[words.language];
}

/** The words for an id; the id itself when nobody has them. */
export function t(id: string, args?: Args): string {
  const shown = words.catalogue;
  const pattern = shown?.messages[id];
  return pattern ? shown.bundle.formatPattern(pattern, args, []) : id;
}

/** Whether the catalogue has an id: for words that are chosen by a code from the core. */
export function has(id: string): boolean {
  return words.catalogue !== undefined && Object.hasOwn(words.catalogue.messages, id);
}
