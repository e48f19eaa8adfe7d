/** The pages, in the order in which they are read. */
export const PAGES = ['levels', 'iop', 'length', 'fit', 'after', 'ask', 'sources'] as const;
export type Page = (typeof PAGES)[number];

/** The page after this one; the last has none. */
export function pageAfter(page: Page): Page | undefined {
  return PAGES[PAGES.indexOf(page) + 1];
}
