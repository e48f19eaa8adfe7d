const APPLE = /iPhone|iPad|Macintosh/;

/**
 * Where a press on an address leads: to what the device has for maps. Apple's systems know no geo:, and open this
 * address of Apple's in their own Maps.
 */
export function map(address: string): string {
  const start = APPLE.test(navigator.userAgent) ? 'https://maps.apple.com/?q=' : 'geo:0,0?q=';
  return start + encodeURIComponent(address);
}
