import { beforeAll, describe, expect, it } from 'vitest';
import { cutOff, daysBetween, formatDate, formatLeft, formatMoment, today, urgencyOf } from './dates';
import { loadWords, wordsOf, type Words } from './words';

let zh: Words;
let en: Words;
beforeAll(async () => {
  zh = wordsOf(await loadWords('zh-CN'), 'zh-CN');
  en = wordsOf(await loadWords('en'), 'en');
});

describe('dates read as in each language', () => {
  it('a day', () => {
    expect(formatDate('2026-11-25', zh)).toBe('2026年11月25日 周三');
    expect(formatDate('2026-11-25', en)).toBe('Wed 25 Nov 2026');
    expect(formatDate('2026-11-29', zh)).toBe('2026年11月29日 周日');
  });

  it('an instant, on the wall clock of its own zone', () => {
    expect(formatMoment('2026-11-25T18:00:00+08:00', 'Asia/Shanghai', zh)).toBe('2026年11月25日 周三 18:00（北京时间）');
    expect(formatMoment('2026-11-25T18:00:00+08:00', 'Asia/Shanghai', en)).toBe('Wed 25 Nov 2026, 18:00 (Beijing)');
    expect(formatMoment('2026-07-01T09:30:00.120+02:00', 'Europe/Berlin', en)).toBe('Wed 1 Jul 2026, 09:30 (UTC+02:00)');
    expect(formatMoment('2026-07-01T09:30:00Z', 'UTC', zh)).toBe('2026年7月1日 周三 09:30（UTC）');
  });

  it('what cannot be read is shown as it is', () => {
    expect(formatMoment('soon', 'UTC', en)).toBe('soon');
    expect(formatDate('soon', en)).toBe('soon');
  });

  it('how long is left', () => {
    expect(formatLeft(3, 'soon', zh)).toBe('还剩 3 天');
    expect(formatLeft(1, 'soon', en)).toBe('1 day left');
    expect(formatLeft(0, 'today', zh)).toBe('就在今天');
    expect(formatLeft(-2, 'overdue', en)).toBe('2 days overdue');
    expect(formatLeft(0, 'overdue', zh)).toBe('刚过期');
  });
});

it('a cut-off is only shown when there is one', () => {
  expect(cutOff('2026-11-25T18:00:00+08:00')).toBe('18:00');
  expect(cutOff('2026-11-25T23:59:59+08:00')).toBe('');
});

it('urgency follows the days', () => {
  expect(urgencyOf('2026-11-22', '2026-11-23')).toBe('overdue');
  expect(urgencyOf('2026-11-23', '2026-11-23')).toBe('today');
  expect(urgencyOf('2026-11-25', '2026-11-23')).toBe('soon');
  expect(urgencyOf('2026-11-26', '2026-11-23')).toBe('later');
  expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
  expect(today(new Date(2026, 2, 5, 23, 59))).toBe('2026-03-05');
});
