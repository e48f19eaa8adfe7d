import type { Answer, Failure } from '../../ipc/client';
import type { Remedy } from '../backup/Remedies.svelte';

type VaultTrouble = NonNullable<Answer<'status'>['trouble']>;

/** Failures that are not about what was typed: each has its own page. */
const PAGES: Partial<Record<Failure['code'], string>> = {
  NewerDatabase: 'newer',
  InUse: 'in-use',
  DiskFull: 'disk-full',
  ReadOnly: 'read-only',
  Internal: 'other',
};

/** What can be done, the least loss first. Copies open only with a key that is whole. */
const REMEDIES: Record<string, Remedy[]> = {
  'key-missing': ['backup', 'kept', 'anew'],
  'key-damaged': ['backup', 'kept', 'anew'],
  'database-missing': ['copies', 'backup', 'kept', 'anew'],
  'database-empty': ['copies', 'backup', 'kept', 'anew'],
  'database-foreign': ['copies', 'backup', 'kept', 'anew'],
  'database-damaged': ['copies', 'backup', 'salvage', 'kept', 'anew'],
};

/** The page that tells of it; `undefined` when it belongs beside the field. */
export function troublePage(failure: Failure, trouble?: VaultTrouble | null): string | undefined {
  // Told only once the right passphrase was there: the key is whole then, and the database is not.
  if (failure.code === 'Damaged') return (trouble ?? 'database_damaged').replace('_', '-');
  return PAGES[failure.code];
}

/** What can be done about it; `undefined` where it has to pass by itself. */
export function remediesFor(page: string): Remedy[] | undefined {
  return REMEDIES[page];
}
