/** Why something was not taken, in its place. A secret is never kept: its masked form is offered instead, one click away. */
import type { ReactNode } from 'react';
import { errorWords, toError } from '../api/errors';
import { useWords } from '../lib/words';
import { Button } from './Button';
import { Notice } from './Notice';

type RefusalProps = {
  /** Null while there is nothing to say. */
  reason: unknown;
  /** Takes the masked text in place of what was typed. */
  onMasked?: ((masked: string) => void) | undefined;
};

/** The text without its secret, when this is what was refused. */
export function maskedIn(reason: unknown): string | null {
  const { code, params } = toError(reason);
  return code === 'secret-typed' && params.masked !== undefined ? params.masked : null;
}

export function Refusal({ reason, onMasked }: RefusalProps): ReactNode {
  const words = useWords();
  if (reason === null || reason === undefined) return null;
  const masked = maskedIn(reason);
  return (
    <Notice
      live
      tone={masked === null ? 'danger' : 'warn'}
      action={masked !== null && onMasked !== undefined && <MaskedOffer masked={masked} onUse={onMasked} />}
    >
      {errorWords(reason, words)}
    </Notice>
  );
}

/** One click from what must not be kept to what may. */
export function MaskedOffer({ masked, onUse }: { masked: string; onUse: (masked: string) => void }): ReactNode {
  const { say } = useWords();
  const shown = masked.length > 40 ? `${masked.slice(0, 39)}…` : masked;
  return (
    <Button size="xs" onClick={() => onUse(masked)}>
      {say('win-card-use', { masked: shown })}
    </Button>
  );
}
