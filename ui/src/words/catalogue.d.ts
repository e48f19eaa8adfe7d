/** Made by catalogue.ts of the Fluent files in locales. */
declare module 'virtual:catalogue' {
  type Pattern = import('@fluent/bundle').Message['value'];
  /** Brings a language's messages by id. */
  const bring: Record<'en' | 'es', () => Promise<Record<string, Pattern>>>;
  export default bring;
}
