/** Masked card numbers. A whole number is never kept: these functions only ever give back first six and last four. */

const MASK = /[*＊•●·xX#]/;

function toPlainDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/\D/g, '');
}

/** The masked form when the text holds more digits than may be kept; otherwise null. */
export function maskIfWhole(text: string): string | null {
  const digits = toPlainDigits(text);
  return digits.length > 10 ? `${digits.slice(0, 6)}******${digits.slice(-4)}` : null;
}

/** Whether a text is on its way to a whole number: eleven digits typed without a mask. */
export function isTooMuch(text: string): boolean {
  return toPlainDigits(text).length > 10;
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits).reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether a free text holds what is very likely a whole card number: 13 to 19 digits with a right check digit. */
export function holdsWholeCard(text: string): boolean {
  const runs = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).match(/\d(?:[ -]?\d)*/g) ?? [];
  return runs.map(toPlainDigits).some((digits) => digits.length >= 13 && digits.length <= 19 && passesLuhn(digits));
}

/** `622202 •••••• 1234`. */
export function formatCard(masked: string): string {
  const first = /^\d{6}/.exec(masked)?.[0];
  const last = /\d{4}$/.exec(masked)?.[0] ?? '';
  if (!MASK.test(masked)) return masked;
  return first === undefined ? `•••••• ${last}` : `${first} •••••• ${last}`;
}
