import { Failure } from '../ipc/client';

/** A job that the client waits for, and why it did not come off. */
export class Work {
  busy = $state(false);
  failure = $state.raw<Failure>();

  async run(job: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = undefined;
    try {
      await job();
    } catch (thrown) {
      this.failure = Failure.from(thrown);
    }
    this.busy = false;
  }
}
