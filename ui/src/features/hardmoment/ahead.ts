import { getContext, setContext } from 'svelte';
import { Loader } from '../../state/loader.svelte';

/**
 * What the hard moment shows is read before anyone needs it, so that its first frame has all of it. What needs no
 * passphrase lives as long as the app; what is of the record lives with the rooms behind the lock.
 */
const OUTSIDE = Symbol('outside');
const RECORD = Symbol('record');

const readOutside = () => ({
  lines: new Loader('crisis_lines', () => ({}), ['card']),
  card: new Loader('lock_card', () => ({}), ['card']),
});
const readRecord = () => new Loader('hard_moment', () => ({}), ['plan']);

/** Reads the crisis lines and the lock card for all that stands inside. */
export function keepOutside(): void {
  setContext(OUTSIDE, readOutside());
}

/** Reads what the record has for it, for all that stands inside. */
export function keepRecord(): void {
  setContext(RECORD, readRecord());
}

/** What is known without the passphrase; asked for only now where nobody has read it. */
export function outside(): ReturnType<typeof readOutside> {
  return getContext<ReturnType<typeof readOutside> | undefined>(OUTSIDE) ?? readOutside();
}

/** What the record has for it; asked for only now where nobody has read it. */
export function record(): ReturnType<typeof readRecord> {
  return getContext<ReturnType<typeof readRecord> | undefined>(RECORD) ?? readRecord();
}
