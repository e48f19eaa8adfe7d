/** The catalogue of the chosen language. Reading `t` in markup follows a change of language. */
import { FluentBundle, type FluentVariable } from '@fluent/bundle';
import catalogue from 'virtual:catalogue';

export type Language = 'en' | 'es';
export type Args = Record<string, FluentVariable>;

/** The region fixes how dates, times and numbers look. */
const LOCALES: Record<Language, string> = { en: 'en-US', es: 'es-US' };

class Words {
  language = $state<Language>('en');
  bundle = $state.raw<FluentBundle>();
}

const words = new Words();
/** What was shown once is shown again at once. */
const brought: Partial<Record<Language, FluentBundle>> = {};
/** The language that was chosen last, its words here or still on their way. */
let wanted: Language | undefined;

async function bring(language: Language): Promise<FluentBundle> {
  const bundle = new FluentBundle(LOCALES[language], { useIsolating: false });
  const messages = Object.entries(await catalogue[language]());
  bundle.addResource({ body: messages.map(([id, value]) => ({ id, value, attributes: {} })) });
  return bundle;
}

/** Loads a language's words and shows them; until then those before stay. */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language;
  const bundle = (brought[language] ??= await bring(language));
  if (wanted !== language) return;
  words.bundle = bundle;
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
  const pattern = words.bundle?.getMessage(id)?.value;
  return words.bundle && pattern ? words.bundle.formatPattern(pattern, args, []) : id;
}

/** Whether the catalogue has an id: for words that are chosen by a code from the core. */
export function has(id: string): boolean {
  return words.bundle?.hasMessage(id) ?? false;
}
