/** Calls through the shell. The only file that imports @tauri-apps. */
import { Channel, invoke } from '@tauri-apps/api/core';
import type { Change, Done, Transport } from './client';

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
  };
}
