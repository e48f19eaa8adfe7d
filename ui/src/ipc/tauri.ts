/** Calls through the shell. The only file that imports @tauri-apps. */
import { Channel, invoke } from '@tauri-apps/api/core';
import type { Change, Done, Look, Transport } from './client';
import { PHONE } from './phone';

export function tauri(): Transport {
  return {
    call: (operation, request) => invoke<Done<unknown>>('call', { operation, request }),
    subscribe(heard) {
      const channel = new Channel<Change[]>();
      channel.onmessage = heard;
      void invoke('subscribe', { channel });
    },
    painted() {
      void invoke('painted');
    },
    letGo() {
      void invoke('let_go');
    },
    print: () => invoke<void>('print'),
    ...(PHONE && phone),
  };
}

/** What the shell of a phone has besides. */
const phone: Pick<Transport, 'look' | 'haptic'> = {
  look: () => invoke<Look>('look'),
  haptic() {
    // What cannot be felt is still said.
    invoke('haptic').catch(() => {});
  },
};
