import { beforeAll, describe, expect, it } from 'vitest';
import { loadWords, wordsOf, type Words } from '../lib/words';
import { errorWords, isCancelled, toError } from './errors';

let zh: Words;
let en: Words;
beforeAll(async () => {
  zh = wordsOf(await loadWords('zh-CN'), 'zh-CN');
  en = wordsOf(await loadWords('en'), 'en');
});

describe('errors in words', () => {
  it('are chosen by code, with their values', () => {
    const error = { code: 'money-not-a-number', message: 'x', params: { value: 'abc' } };
    expect(errorWords(error, zh)).toBe('“abc”不是金额。请写成 1280.00 这样。');
    expect(errorWords(error, en)).toContain('“abc” is not an amount');
  });

  it('name fields and stages in words', () => {
    expect(errorWords({ code: 'text-empty', message: '', params: { field: 'title' } }, zh)).toBe('“标题”还空着。请先填写。');
    expect(errorWords({ code: 'stage-order', message: '', params: { from: 'confirm', to: 'closed' } }, en)).toContain('“Confirm” to “Closed”');
  });

  it('fall back to the message, and then to a sentence that calms', () => {
    expect(errorWords({ code: 'from-the-future', message: 'Said by the program.', params: {} }, zh)).toBe('Said by the program.');
    expect(errorWords({ code: 'from-the-future', message: '', params: {} }, zh)).toBe(zh.say('win-error-unexpected'));
    expect(errorWords('strange', en)).toBe(en.say('win-error-unexpected'));
    expect(errorWords(new Error('fault'), en)).toBe('fault');
  });
});

it('a cancelled job is no error', () => {
  expect(isCancelled({ code: 'cancelled', message: '', params: {} })).toBe(true);
  expect(isCancelled(new Error('cancelled'))).toBe(false);
  expect(toError(undefined).code).toBe('unexpected');
});
