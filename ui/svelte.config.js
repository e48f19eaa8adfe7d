import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** The short name of each component's styles, and whose it is. */
const names = new Map();

/**
 * Names a component's styles in five characters: the name stands in the page hundreds of times.
 * Two components with one name would mix their styles, so that is refused.
 */
function cssHash({ hash, filename, css }) {
  const of = (filename ?? css).replace(/^.*?(src|dev)\//, '');
  const name = `s${parseInt(hash(of), 36).toString(36).slice(-4)}`;
  const other = names.get(name);
  if (other && other !== of) throw new Error(`${of} and ${other} have the same style name: rename one`);
  names.set(name, of);
  return name;
}

export default { preprocess: vitePreprocess(), compilerOptions: { cssHash, runes: true } };
