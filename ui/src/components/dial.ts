/** Numbers as a phone wants them. */

/** The number alone. */
export function dial(number: string): string {
  return number.replace(/[^\d+*#,;]/g, '');
}

/** Where a press on a number to call leads. */
export const tel = (number: string) => `tel:${dial(number)}`;

/** Where a press on a number to text leads, with words that stand ready to be sent. */
export function sms(number: string, message = ''): string {
  // Both signs: one kind of phone reads what follows the first, the other what follows the second.
  return `sms:${dial(number)}${message ? `?&body=${encodeURIComponent(message)}` : ''}`;
}
