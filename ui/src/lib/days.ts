/** Calendar arithmetic on bare days (`YYYY-MM-DD`), without zones and without a library. */

function toUtc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function fromUtc(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** Reads what people type for a day; null when it is none. Full-width digits count. */
export function readDay(text: string): string | null {
  const plain = text.trim().replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(plain);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = toUtc(iso);
  return Number.isNaN(date.getTime()) || fromUtc(date) !== iso ? null : iso;
}

export function addDays(day: string, days: number): string {
  const date = toUtc(day);
  date.setUTCDate(date.getUTCDate() + days);
  return fromUtc(date);
}

/** The same day of another month, or that month's last day. */
export function addMonths(day: string, months: number): string {
  const date = toUtc(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return fromUtc(date);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return toUtc(day).getUTCDay() || 7;
}

/** The weeks that show a month, Monday first; each of seven days, also of its neighbours. */
export function weeksOf(day: string): string[][] {
  const first = `${day.slice(0, 7)}-01`;
  let at = addDays(first, 1 - weekdayOf(first));
  const weeks: string[][] = [];
  do {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(at, index)));
    at = addDays(at, 7);
  } while (at.slice(0, 7) === day.slice(0, 7));
  return weeks;
}
