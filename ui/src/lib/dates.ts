/**
 * Dates and instants as people read them. An instant arrives as RFC 3339 with the offset of its own zone, and its wall
 * clock is shown as it stands there: a deadline set in Beijing is read in Beijing time everywhere.
 */
import type { Words } from './words';

export type Urgency = 'overdue' | 'today' | 'soon' | 'later' | 'done';

/** `2026年11月25日 周三` · `Wed 25 Nov 2026`. */
export function formatDate(date: string, { say }: Words): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  if (Number.isNaN(weekday)) return date;
  return say('date-long', {
    year,
    month: say(`month-${Number(month)}`),
    day: String(Number(day)),
    weekday: say(`weekday-${weekday === 0 ? 7 : weekday}`),
  });
}

/** `2026年11月25日 周三 18:00（北京时间）`. */
export function formatMoment(instant: string, zone: string, words: Words): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(instant);
  if (parts === null) return instant;
  const [, date = '', time = '', offset = ''] = parts;
  return words.say('moment-long', { date: formatDate(date, words), time, offset: nameOfZone(zone, offset, words) });
}

function nameOfZone(zone: string, offset: string, { say }: Words): string {
  if (zone === 'Asia/Shanghai' && offset === '+08:00') return say('win-zone-beijing');
  return offset === 'Z' ? 'UTC' : `UTC${offset}`;
}

/** `2026-11-25 18:00`, for dense tables. */
export function formatShort(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}

/** `18:00`, or nothing when the instant is the end of its day. */
export function cutOff(instant: string): string {
  const time = instant.slice(11, 16);
  return time === '23:59' ? '' : time;
}

/** How long is left, in words. */
export function formatLeft(days: number, urgency: Urgency, { say }: Words): string {
  if (urgency === 'done') return say('win-left-done');
  if (urgency === 'overdue') return days < 0 ? say('win-left-overdue', { days: -days }) : say('win-left-just-passed');
  return days <= 0 ? say('win-left-today') : say('win-left-days', { days });
}

/** Today where the machine is, `YYYY-MM-DD`. */
export function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** How pressing a bare date is; the shell says it for whole deadlines. */
export function urgencyOf(due: string, now = today()): Urgency {
  const days = daysBetween(now, due);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  // A day without a cut-off ends at midnight: the third one is more than three times 24 hours away.
  return days < 3 ? 'soon' : 'later';
}
