/** Made by catalogue.ts of the Fluent files in locales. */
declare module 'virtual:catalogue' {
  const rows: [id: string, english: string, spanish: string][];
  export default rows;
}
