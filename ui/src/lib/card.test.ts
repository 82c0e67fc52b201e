import { expect, it } from 'vitest';
import { formatCard, isTooMuch, maskIfWhole } from './card';

it.each(['6222021234561234', '6222 0212 3456 1234', '6222-0212-3456-1234', '６２２２０２１２３４５６１２３４', '卡号 6222021234561234'])('masks %s', (text) => {
  expect(maskIfWhole(text)).toBe('622202******1234');
});

it.each(['', '1234', '622202******1234', '622202 •••••• 1234', '6222021234'])('leaves %s alone', (text) => {
  expect(maskIfWhole(text)).toBeNull();
  expect(isTooMuch(text)).toBe(false);
});

it('shows a masked card in groups', () => {
  expect(formatCard('622202******1234')).toBe('622202 •••••• 1234');
  expect(formatCard('******1234')).toBe('•••••• 1234');
});
