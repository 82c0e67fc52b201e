import { describe, expect, it } from 'vitest';
import { holdsSecret, maskSecrets } from './secret';

describe('secrets in free text', () => {
  it.each([
    ['卡号 6222 0212 3456 1236 刷了两次', '卡号 622202******1236 刷了两次'],
    ['密码 123456，机器没反应', '密码 ******，机器没反应'],
    ['cvv: 321', 'cvv: ***'],
    ['验证码是８８９９', '验证码是****'],
  ])('are masked: %s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
    expect(holdsSecret(masked)).toBe(false);
  });

  it.each(['参考号 112309456721', '订单 20261123140211000123456789', '2026-11-23 14:02', '电话 021-5555 0000', '密码错误三次', '应答码 68'])('are not seen in: %s', (text) => {
    expect(maskSecrets(text)).toBeNull();
  });
});
