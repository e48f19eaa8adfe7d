import type { Failure } from '../../ipc/client';

/** Failures that are not about what was typed: each has its own page. */
const PAGES: Partial<Record<Failure['code'], string>> = {
  Damaged: 'damaged',
  NewerDatabase: 'newer',
  InUse: 'in-use',
  DiskFull: 'disk-full',
  ReadOnly: 'read-only',
  Internal: 'other',
};

/** The page that tells of it; `undefined` when it belongs beside the field. */
export function troublePage(failure: Failure): string | undefined {
  return PAGES[failure.code];
}
