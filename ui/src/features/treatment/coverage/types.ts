/** What the core says about coverage and cost, as this room uses it. */
export type { AuthorizationView } from '../../../ipc/generated/AuthorizationView';
export type { Balance } from '../../../ipc/generated/Balance';
export type { Coverage as CoverageShown } from '../../../ipc/generated/Coverage';
export type { Covered } from '../../../ipc/generated/Covered';
export type { CoveredEpisode } from '../../../ipc/generated/CoveredEpisode';
export type { CoverageUnit } from '../../../ipc/generated/CoverageUnit';
export type { Entry } from '../../../ipc/generated/Entry';
export type { EntryKind } from '../../../ipc/generated/EntryKind';
export type { Fee } from '../../../ipc/generated/Fee';
export type { FeeBasis } from '../../../ipc/generated/FeeBasis';
export type { Forecast } from '../../../ipc/generated/Forecast';
export type { PayerKind } from '../../../ipc/generated/PayerKind';
export type { PayerView } from '../../../ipc/generated/PayerView';
