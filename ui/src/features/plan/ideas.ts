/** Examples from the catalogue: `<id>-idea-1`, `-2` and so on. They are offered, never filled in. */
import { has, t } from '../../words';

export function ideasOf(id: string): string[] {
  const found: string[] = [];
  for (let n = 1; has(`${id}-idea-${n}`); n++) found.push(t(`${id}-idea-${n}`));
  return found;
}
