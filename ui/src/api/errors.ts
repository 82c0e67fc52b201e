/** A refusal in words: chosen by code, never by the text of a message. */
import type { Words } from '../lib/words';
import type { ErrorDto } from './generated/ErrorDto';

export function isErrorDto(reason: unknown): reason is ErrorDto {
  return typeof reason === 'object' && reason !== null && 'code' in reason && 'params' in reason;
}

export function toError(reason: unknown): ErrorDto {
  if (isErrorDto(reason)) return reason;
  return { code: 'unexpected', message: reason instanceof Error ? reason.message : '', params: {} };
}

/** Whether somebody stopped the work on purpose: then nothing needs to be said. */
export function isCancelled(reason: unknown): boolean {
  return isErrorDto(reason) && reason.code === 'cancelled';
}

/** Names of fields and stages cross as keys; people read words. */
function inWords(name: string, value: string, { say, knows }: Words): string {
  const prefixes = { field: ['win-field', 'detail'], from: ['stage'], to: ['stage'] }[name] ?? [];
  for (const prefix of prefixes) if (knows(`${prefix}-${value}`)) return say(`${prefix}-${value}`);
  return value;
}

export function errorWords(reason: unknown, words: Words): string {
  const error = toError(reason);
  const params = Object.fromEntries(Object.entries(error.params).map(([name, value]) => [name, inWords(name, value, words)]));
  if (words.knows(`error-${error.code}`)) return words.say(`error-${error.code}`, params);
  return error.message === '' ? words.say('win-error-unexpected') : error.message;
}
