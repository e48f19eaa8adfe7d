import { fullDate, t } from '../../../words';
import type { CoverageShown, CoveredEpisode, EntryKind, FeeBasis, PayerKind } from './types';

export const ENTRY_KINDS: EntryKind[] = ['payment', 'charge', 'copay', 'credit'];
export const PAYER_KINDS: PayerKind[] = ['private', 'medicaid', 'medicare', 'sliding_scale', 'self_pay'];
export const FEE_BASES: FeeBasis[] = ['session', 'day', 'week', 'flat'];

/** Its name, or how it pays where it has none. */
export function payerName({ name, kind }: { name: string; kind: PayerKind }): string {
  return name || t(`coverage-payer-${kind}`);
}

/** "Intensive outpatient, from January 5, 2026" */
export function episodeName({ level, starts_on }: CoveredEpisode): string {
  return t('coverage-program-name', { level: t(`level-${level}`), day: fullDate(starts_on) });
}

/** The one that runs, or else the last. */
export function currentEpisode({ episodes }: CoverageShown): CoveredEpisode | undefined {
  return [...episodes].reverse().find((one) => one.current) ?? episodes.at(-1);
}
