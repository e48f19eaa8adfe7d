import type { Plugin } from 'vite';

const FLAG = 'export let hydrating = false';

/**
 * No server renders the page, so Svelte never has one to take over: fixes its flag for that at no,
 * and the minifier leaves out all that hangs on it, a fortieth of the page.
 */
export function mountOnly(): Plugin {
  return {
    name: 'mount-only',
    apply: 'build',
    transform: {
      filter: { id: /svelte\/src\/internal\/client\/dom\/hydration\.js$/ },
      handler(code) {
        if (!code.includes(FLAG)) this.error('Svelte keeps its flag for hydration elsewhere now.');
        return code.replace(FLAG, 'export const hydrating = false').replace('hydrating = value;', '');
      },
    },
  };
}
