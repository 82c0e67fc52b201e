/**
 * What must never be kept in a free text: a whole card number, a CVV, a PIN. The program refuses it before anything reaches
 * the disk; here it is kept out of drafts, and a masked form is offered before it is even sent.
 */
import { holdsWholeCard } from './card';

/** Three to six digits right after a word such as CVV or 密码. */
const AFTER_WORD = /(cvv2?|cvn2?|cvc2?|安全码|pin|密码|验证码)([^0-9０-９\n]{0,4})([0-9０-９]{3,6})(?![0-9０-９])/gi;
const RUN = /[0-9０-９](?:[ -]?[0-9０-９])*/g;

function plain(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

export function holdsSecret(text: string): boolean {
  AFTER_WORD.lastIndex = 0;
  return holdsWholeCard(text) || AFTER_WORD.test(text);
}

/** The text with every secret masked, or null when there is none in it. */
export function maskSecrets(text: string): string | null {
  if (!holdsSecret(text)) return null;
  return text
    .replace(RUN, (run) => {
      const digits = plain(run).replace(/\D/g, '');
      return holdsWholeCard(run) ? `${digits.slice(0, 6)}******${digits.slice(-4)}` : run;
    })
    .replace(AFTER_WORD, (_, word: string, between: string, digits: string) => `${word}${between}${'*'.repeat(digits.length)}`);
}
