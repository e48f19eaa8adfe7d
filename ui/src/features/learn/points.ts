import { has, t, type Args } from '../../words';

/** The points of a list as the catalogue numbers them: `id-1`, `id-2`, … */
export function points(id: string, args?: Args): string[] {
  const found: string[] = [];
  while (has(`${id}-${found.length + 1}`)) found.push(t(`${id}-${found.length + 1}`, args));
  return found;
}
