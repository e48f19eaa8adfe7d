import { expect, it, vi } from 'vitest';
import { map } from './map';

it.each([
  ['Mozilla/5.0 (Linux; Android 14) Chrome/140', 'geo:0,0?q=1%20Main%20Street%20%26%203rd'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605', 'geo:0,0?q=1%20Main%20Street%20%26%203rd'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 15_4)', 'https://maps.apple.com/?q=1%20Main%20Street%20%26%203rd'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X)', 'https://maps.apple.com/?q=1%20Main%20Street%20%26%203rd'],
])('finds the way in what the system has for maps: %s', (system, address) => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(system);
  expect(map('1 Main Street & 3rd')).toBe(address);
});
