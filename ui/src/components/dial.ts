/** Numbers as a phone wants them. */

/** In a link, what follows a bare # is no part of the number. */
const linked = (number: string) => number.replaceAll('#', '%23');

/** The number alone. An extension follows after a pause. */
export function dial(number: string): string {
  return number
    .replace(/^(\s*\+.*?)\(0\)/, '$1')
    .replace(/\s*(?:ext\.?|x)\s*(?=\d)/i, ',')
    .replace(/[^\d+*#,;]/g, '');
}

/** Where a press on a number to call leads. */
export const tel = (number: string) => `tel:${linked(dial(number))}`;

/** Where a press on a number to text leads, with words that stand ready to be sent. There is no extension to text. */
export function sms(number: string, message = ''): string {
  const alone = dial(number).split(/[,;]/)[0] ?? '';
  // Both signs: one kind of phone reads what follows the first, the other what follows the second.
  return `sms:${linked(alone)}${message ? `?&body=${encodeURIComponent(message)}` : ''}`;
}
