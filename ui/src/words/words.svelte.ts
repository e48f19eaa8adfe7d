/** The catalogue of the chosen language. Reading `t` in markup follows a change of language. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Language = 'en' | 'es';
export type Args = Record<string, FluentVariable>;

/** The region fixes how dates, times and numbers look. */
const LOCALES: Record<Language, string> = { en: 'en-US', es: 'es-US' };

/** Each message: its id, its English words, its Spanish words. */
type Rows = [id: string, english: string, spanish: string][];

function bundleOf(language: Language, rows: Rows): FluentBundle {
  const bundle = new FluentBundle(LOCALES[language], { useIsolating: false });
  const source = rows.map(([id, en, es]) => `${id} = ${language === 'es' ? es : en}`).join('\n');
  bundle.addResource(new FluentResource(source));
  return bundle;
}

class Words {
  language = $state<Language>('en');
  bundle = $state.raw<FluentBundle>();
  /** Parsed only when an id is missing in the chosen language. */
  english: () => FluentBundle | undefined = () => undefined;
}

const words = new Words();

/** Loads a language's words and shows them. */
export async function setLanguage(language: Language): Promise<void> {
  const rows = (await import('virtual:catalogue')).default;
  let english: FluentBundle | undefined;
  words.english = () => (english ??= bundleOf('en', rows));
  words.bundle = bundleOf(language, rows);
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

/** The words for an id; English when the language lacks them, the id itself when nobody has them. */
export function t(id: string, args?: Args): string {
  for (const bundle of [words.bundle, words.english()]) {
    const pattern = bundle?.getMessage(id)?.value;
    if (bundle && pattern) return bundle.formatPattern(pattern, args, []);
  }
  return id;
}

/** Whether the catalogue has an id: for words that are chosen by a code from the core. */
export function has(id: string): boolean {
  return words.bundle?.hasMessage(id) ?? false;
}
