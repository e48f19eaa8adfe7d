/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const LOCALES = fileURLToPath(new URL('locales/', import.meta.url));
const NAME = 'virtual:catalogue';
/** What the core words itself, and the page never shows. */
const OF_THE_CORE = ['demo.ftl'];

/** The messages of a Fluent file by id, without the comments and indentation that only translators need. */
function messages(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const plain = lines.map((line) => line.replace(/^ +/, ' ')).join('\n');
  return new Map(
    plain.split(/\n(?=[a-zA-Z])/).map((message) => {
      const equals = message.indexOf('=');
      return [message.slice(0, equals).trimEnd(), message.slice(equals + 1).trimStart()];
    }),
  );
}

/** The page's words in both languages as one module: each id once, then English, then Spanish. */
export function catalogue(): Plugin {
  return {
    name: 'catalogue',
    resolveId: (source) => (source === NAME ? `\0${NAME}` : null),
    load(asked) {
      if (asked !== `\0${NAME}`) return null;
      const rows = readdirSync(`${LOCALES}en`)
        .filter((file) => file.endsWith('.ftl') && !OF_THE_CORE.includes(file))
        .flatMap((file) => {
          const [english, spanish] = ['en', 'es'].map((language) => {
            const path = `${LOCALES}${language}/${file}`;
            this.addWatchFile(path);
            return messages(readFileSync(path, 'utf8'));
          });
          return [...(english ?? [])].map(([id, words]) => [id, words, spanish?.get(id) ?? words]);
        });
      return `export default ${JSON.stringify(rows)}`;
    },
  };
}
