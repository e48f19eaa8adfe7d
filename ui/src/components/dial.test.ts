import { expect, it } from 'vitest';
import { dial, sms, tel } from './dial';

it.each([
  ['(212) 555-0100', '2125550100'],
  ['+1 212.555.0100', '+12125550100'],
  ['555-0100 x12', '5550100,12'],
  ['555-0100 Ext. 12', '5550100,12'],
  ['+44 (0)20 7946 0000', '+442079460000'],
  ['(0)30 1234', '0301234'],
  ['*67 555 0100', '*675550100'],
])('dials %s as %s', (written, dialled) => {
  expect(dial(written)).toBe(dialled);
  expect(tel(written)).toBe(`tel:${dialled}`);
});

it('calls a number with all its signs', () => {
  expect(tel('*31#555 0100')).toBe('tel:*31%235550100');
});

it('texts the number without its extension, with words that stand ready', () => {
  expect(sms('555-0100 x12', 'Can you talk?')).toBe('sms:5550100?&body=Can%20you%20talk%3F');
});
