import { look } from '../ipc/client';

/** Takes from the system what the page cannot see by itself: whether text is to be bold. */
export async function takeLook(): Promise<void> {
  document.documentElement.toggleAttribute('data-bold', (await look()).bold);
}
