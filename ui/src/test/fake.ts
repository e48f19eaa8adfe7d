/** A stand-in for the core: answers by operation, remembers what it was asked. */
import { connect, type Change, type Done } from '../ipc/client';

type Answers = Record<string, (request: never) => unknown>;

export class FakeCore {
  asked: { operation: string; request: unknown }[] = [];
  answers: Answers;
  #heard: (changes: Change[]) => void = () => {};

  private constructor(answers: Answers) {
    this.answers = answers;
  }

  /** `answers` maps operations to functions; throw `{ code: … }` in one to refuse. */
  static async connect(answers: Answers = {}): Promise<FakeCore> {
    const core = new FakeCore(answers);
    connect({
      async call(operation, request): Promise<Done<unknown>> {
        core.asked.push({ operation, request });
        const answer = core.answers[operation];
        return { value: (await answer?.(request as never)) ?? null, changes: [], undo: 1 };
      },
      subscribe: (heard) => (core.#heard = heard),
      painted() {},
      letGo() {},
      print: () => Promise.resolve(window.print()),
    });
    return core;
  }

  /** As the core does after a write. */
  change(...changes: Change[]): void {
    this.#heard(changes);
  }

  requests(operation: string): unknown[] {
    return this.asked.filter((one) => one.operation === operation).map((one) => one.request);
  }
}
