import { expect, it } from 'vitest';
import { addDays, addMonths, readDay, weekdayOf, weeksOf } from './days';

it.each([
  ['2026-11-25', '2026-11-25'],
  ['2026/3/5', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['２０２６-０３-０５', '2026-03-05'],
  [' 2024-02-29 ', '2024-02-29'],
])('reads %s', (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

it.each(['', '2026', '2026-02-29', '2026-13-01', '2026-00-10', '25.11.2026', 'tomorrow', '2026-11-25 18:00'])('does not read %s', (typed) => {
  expect(readDay(typed)).toBeNull();
});

it('moves by days and months over every edge', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  expect(addMonths('2024-12-31', 2)).toBe('2025-02-28');
});

it('shows every day of a month in whole weeks from Monday', () => {
  for (const month of ['2026-02', '2026-11', '2024-02', '2027-05']) {
    const weeks = weeksOf(`${month}-10`);
    const days = weeks.flat();
    expect(weeks.every((week) => week.length === 7 && weekdayOf(week[0]!) === 1)).toBe(true);
    expect(days.filter((day) => day.startsWith(month))).toHaveLength(Number(addDays(addMonths(`${month}-01`, 1), -1).slice(8)));
    expect(new Set(days).size).toBe(days.length);
  }
});
