import { expect, it } from 'vitest';
import { formatCard, holdsWholeCard, isTooMuch, maskIfWhole } from './card';

it.each(['6222021234561234', '6222 0212 3456 1234', '6222-0212-3456-1234', '６２２２０２１２３４５６１２３４', '卡号 6222021234561234'])('masks %s', (text) => {
  expect(maskIfWhole(text)).toBe('622202******1234');
});

it.each(['', '1234', '622202******1234', '622202 •••••• 1234', '6222021234'])('leaves %s alone', (text) => {
  expect(maskIfWhole(text)).toBeNull();
  expect(isTooMuch(text)).toBe(false);
});

it('finds a whole card in a text, and leaves other numbers alone', () => {
  expect(holdsWholeCard('4111 1111 1111 1111')).toBe(true);
  expect(holdsWholeCard('卡号４１１１１１１１１１１１１１１１，谢谢')).toBe(true);
  expect(holdsWholeCard('参考号 112309456721，金额 1280.00')).toBe(false);
  expect(holdsWholeCard('4111 1111 1111 1112')).toBe(false);
  expect(holdsWholeCard('20261120220011223344556677889900')).toBe(false);
  expect(holdsWholeCard('622202******1234')).toBe(false);
});

it('shows a masked card in groups', () => {
  expect(formatCard('622202******1234')).toBe('622202 •••••• 1234');
  expect(formatCard('******1234')).toBe('•••••• 1234');
});
