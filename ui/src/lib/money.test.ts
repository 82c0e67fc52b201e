import { expect, it } from 'vitest';
import { formatBytes, formatMoney } from './money';

it.each([
  ['1280.00', 'CNY', '¥1,280.00'],
  ['0.05', 'CNY', '¥0.05'],
  ['-32100.50', 'CNY', '-¥32,100.50'],
  ['1234567.89', 'EUR', 'EUR 1,234,567.89'],
  ['500', 'JPY', 'JPY 500'],
  ['9007199254740993.01', 'CNY', '¥9,007,199,254,740,993.01'],
])('%s %s reads %s', (amount, currency, shown) => {
  expect(formatMoney(amount, currency)).toBe(shown);
});

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [482_113, '482.1 kB'],
  [1_999_999, '1.9 MB'],
])('%d bytes read %s', (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown);
});
