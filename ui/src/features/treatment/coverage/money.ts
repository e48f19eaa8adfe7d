/** Amounts as a person writes and reads them. Only whole numbers of the smallest unit are passed on. */
import { locale } from '../../../words';
import type { CoverageShown } from './types';

/** How many digits a currency has after the decimal point, as the core says. */
export function digitsOf(currency: string, others: CoverageShown['other_digits']): number {
  return others.find((other) => other.currency === currency)?.digits ?? 2;
}

/** "$1,234.50" */
export function money(cents: number, currency: string, digits: number): string {
  const format = new Intl.NumberFormat(locale(), {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A decimal text is read exactly, where a fraction of a number is not.
  return format.format(decimal(cents, digits) as unknown as number);
}

/** "1234.50" */
export function decimal(cents: number, digits: number): string {
  const all = String(Math.abs(cents)).padStart(digits + 1, '0');
  const whole = all.slice(0, all.length - digits);
  return `${cents < 0 ? '-' : ''}${whole}${digits ? `.${all.slice(-digits)}` : ''}`;
}

/** As it stands in a field: "1234.50", or "1234,50" where a comma is customary. */
export function typed(cents: number, digits: number): string {
  return decimal(cents, digits).replace('.', separator());
}

/** What stands before the cents: "." or ",". */
function separator(): string {
  return (
    new Intl.NumberFormat(locale()).formatToParts(0.5).find((part) => part.type === 'decimal')?.value ?? '.'
  );
}

/**
 * The amount that was typed, in the smallest unit: "1,234.50" and "1.234,50" alike. `null` where it is no amount
 * or has more digits than the currency. What stands alone before three digits, as in "1,234", is before thousands
 * unless the language writes cents so.
 */
export function cents(text: string, digits: number): number | null {
  const plain = text.trim().replace(/[\s'’]|\p{Sc}|^[A-Z]{3}|[A-Z]{3}$/gu, '');
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const mark = plain.charAt(last);
  const alone = !plain.includes(mark === '.' ? ',' : '.');
  const thousands =
    plain.indexOf(mark) !== last || (alone && plain.length - last === 4 && mark !== separator());
  const [whole, part] = last < 0 || thousands ? [plain, ''] : [plain.slice(0, last), plain.slice(last + 1)];
  if (!/^(\d*|\d{1,3}([.,])\d{3}(\2\d{3})*)$/.test(whole) || !/^\d*$/.test(part)) return null;
  const all = `${whole.replace(/[.,]/g, '')}${part.padEnd(digits, '0')}`;
  if (!/\d/.test(whole + part) || part.length > digits || all.length > 15) return null;
  return Number(all);
}
