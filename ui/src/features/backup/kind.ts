import { has, t } from '../../words';

/** The name of a kind of entry. One that this version has no words for is still counted. */
export function kindName(kind: string): string {
  const id = `more-kind-${kind.replaceAll('_', '-')}`;
  return t(has(id) ? id : 'more-kind-other');
}
