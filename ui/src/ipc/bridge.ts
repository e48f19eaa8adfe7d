/** Calls over loopback, for a browser: the twin of tauri.ts for previews and tests. */
import type { Change, Done, Transport } from './client';

/** Between tries when the bridge does not answer. */
const RETRY_MS = 1000;

export function bridge(): Transport {
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const headers = { Authorization: `Bearer ${token}` };
  let tell: (changes: Change[]) => void = () => {};

  return {
    async call(operation, request) {
      const response = await fetch(`/api/${operation}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(request),
      });
      const body: unknown = await response.json();
      if (!response.ok) throw body;
      const done = body as Done<unknown>;
      // The long poll may be between two requests: what we did ourselves we know already.
      if (done.changes.length > 0) queueMicrotask(() => tell(done.changes));
      return done;
    },
    subscribe(heard) {
      tell = heard;
      void poll();
    },
    painted() {},
    letGo() {},
    async print() {
      window.print();
    },
  };

  async function poll(): Promise<void> {
    for (;;) {
      try {
        const response = await fetch('/changes', { headers });
        if (!response.ok) throw new Error('refused');
        const changes = (await response.json()) as Change[];
        if (changes.length > 0) tell(changes);
      } catch {
        await new Promise((resume) => setTimeout(resume, RETRY_MS));
      }
    }
  }
}
