/** The one door to the core: typed calls, coded failures, and word of what changed. */
import { bridge } from './bridge';
import type { Change } from './generated/Change';
import type { Failure as Refusal } from './generated/Failure';
import type { Operations } from './generated/operations';
import type { Rule } from './generated/Rule';
import { PHONE } from './phone';
import { tauri } from './tauri';

export type OperationName = Extract<keyof Operations, string>;
export type Request<N extends OperationName> = Operations[N]['request'];
export type Answer<N extends OperationName> = Operations[N]['answer'];

export type { Change, Rule };
export type FailureCode = Refusal['code'];

/** What a call brought: its answer, and the step that `undo` takes back, when there is one. */
export interface Done<A> {
  value: A;
  changes: Change[];
  undo: number | null;
}

/** A refusal by the core. It carries codes only, never what a person typed. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly field: string | undefined;
  readonly rule: Rule | undefined;
  /** Seconds until another passphrase may be tried. */
  readonly waitSeconds: number | undefined;
  readonly id: string | undefined;

  constructor(code: FailureCode, detail: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.field = text(detail.field);
    this.rule = text(detail.rule) as Rule | undefined;
    this.waitSeconds = typeof detail.wait_seconds === 'number' ? detail.wait_seconds : undefined;
    this.id = text(detail.id);
  }

  /** Makes a failure of whatever was thrown; what is not one of ours is `Internal`. */
  static from(thrown: unknown): Failure {
    if (thrown instanceof Failure) return thrown;
    if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) {
      const detail = thrown as Record<string, unknown>;
      if (typeof detail.code === 'string') return new Failure(detail.code as FailureCode, detail);
    }
    return new Failure('Internal');
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What carries calls to the core: the shell, the bridge, or a test's stand-in. */
export interface Transport {
  /** Answers the envelope, or rejects with the Failure's JSON. */
  call(operation: string, request: unknown): Promise<Done<unknown>>;
  /** Calls `heard` for everything that changed, whoever changed it. */
  subscribe(heard: (changes: Change[]) => void): void;
  /** Says that the first screen can be seen. */
  painted(): void;
  /** Lets go of what the page copied or selected, where that is still to be pasted. */
  letGo(): void;
  /** Opens the system's dialog to print what is shown. */
  print(): Promise<void>;
  /** How the system wants its apps to look, where the page cannot ask it. */
  look?(): Promise<Look>;
  /** A short tick that is felt, where there is something to feel it with. */
  haptic?(): void;
}

export interface Look {
  /** Text is to be bold. */
  bold: boolean;
  /** How large text is to be: 1 as usual, also where the page follows a text style of the system's. */
  scale: number;
}

let transport: Transport | undefined;
const listeners = new Set<(changes: Change[]) => void>();

/** Chooses the transport of this surrounding and listens for changes. Call once, before `call`. */
export function connect(chosen?: Transport): void {
  transport = chosen ?? ('__TAURI_INTERNALS__' in window ? tauri() : bridge());
  transport.subscribe(announce);
}

function announce(changes: Change[]): void {
  for (const heard of [...listeners]) heard(changes);
}

/** Hears every change until the answered function is called. */
export function onChanges(heard: (changes: Change[]) => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

/** Performs an operation and answers its envelope: for writes that offer Undo. Throws `Failure`. */
export async function perform<N extends OperationName>(
  operation: N,
  request: Request<N>,
): Promise<Done<Answer<N>>> {
  try {
    if (!transport) throw new Failure('Internal');
    return (await transport.call(operation, request)) as Done<Answer<N>>;
  } catch (thrown) {
    const failure = Failure.from(thrown);
    // A lock that the screen has not heard of yet.
    if (failure.code === 'Locked') announce(['vault']);
    throw failure;
  }
}

/** Performs an operation and answers its value. Throws `Failure`. */
export async function call<N extends OperationName>(operation: N, request: Request<N>): Promise<Answer<N>> {
  return (await perform(operation, request)).value;
}

/** Says that the first screen can be seen. */
export function painted(): void {
  transport?.painted();
}

/** Lets go of what the page copied or selected, where the shell can. */
export function letGo(): void {
  transport?.letGo();
}

/** How the system wants its apps to look: as always, where it does not say. */
export async function look(): Promise<Look> {
  return (await transport?.look?.().catch(() => undefined)) ?? { bold: false, scale: 1 };
}

/** Lets the hand feel that something was done, where the device can. */
export function haptic(): void {
  transport?.haptic?.();
}

/** Whether this device prints. A phone hands the file to another app instead. */
export const canPrint = !PHONE;

/** Opens the system's dialog to print what is shown. Throws `Failure`. */
export async function print(): Promise<void> {
  try {
    await transport?.print();
  } catch (thrown) {
    throw Failure.from(thrown);
  }
}
