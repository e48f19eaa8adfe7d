import { afterEach, beforeEach, expect, it } from 'vitest';
import { setLanguage } from '../../../words';
import { cents, decimal, money, typed } from './money';

beforeEach(() => setLanguage('en'));
afterEach(() => setLanguage('en'));

it.each([
  ['120', 12000],
  ['1,234.50', 123450],
  ['1.234,50', 123450],
  ['1234.5', 123450],
  ['1234,5', 123450],
  ['$1,234', 123400],
  ['1,234,567.89', 123456789],
  ['1.234.567,89', 123456789],
  ['0.07', 7],
  ['.5', 50],
  ['US$ 12', null],
  ['12 USD', 1200],
  ['12 €', 1200],
  ['1.234', null],
  ['1,23,456', null],
  ['1,234,50', null],
  ['12.345', null],
  ['-5', null],
  ['1e3', null],
  ['', null],
  ['twelve', null],
  ['9007199254740993', null],
])('%s is %s cents', (text, expected) => {
  expect(cents(text, 2)).toBe(expected);
});

it('takes one mark before three digits for thousands where the language does', async () => {
  expect(cents('1,234', 2)).toBe(123400);
  await setLanguage('es');
  // Spanish as it is written in the United States.
  expect(cents('1,234', 2)).toBe(123400);
  expect(cents('1.234,50', 2)).toBe(123450);
});

it('has as many digits as the currency', () => {
  expect(cents('1500', 0)).toBe(1500);
  expect(cents('15.5', 0)).toBe(null);
  expect(cents('1.234', 3)).toBe(1234);
  expect(money(1500, 'JPY', 0)).toBe('¥1,500');
});

it('writes every amount exactly, also one that a fraction cannot hold', () => {
  expect(money(123450, 'USD', 2)).toBe('$1,234.50');
  expect(money(-7, 'USD', 2)).toBe('-$0.07');
  expect(money(9007199254740991, 'USD', 2)).toBe('$90,071,992,547,409.91');
  expect(decimal(-12000, 2)).toBe('-120.00');
  for (const amount of [0, 1, 10, 99, 100, 101, 12345, 99999999]) {
    expect(cents(typed(amount, 2), 2)).toBe(amount);
  }
});
