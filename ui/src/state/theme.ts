export type Theme = 'system' | 'light' | 'dark';

/** Follows the system, or holds one look against it. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
