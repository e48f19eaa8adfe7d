import { look } from '../ipc/client';

/** Takes from the system what the page cannot see by itself: whether text is to be bold, and how large. */
export async function takeLook(): Promise<void> {
  const { bold, scale } = await look();
  document.documentElement.toggleAttribute('data-bold', bold);
  document.documentElement.style.setProperty('--text-scale', String(scale));
}
