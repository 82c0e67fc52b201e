/**
 * A card number, masked. What holds more digits than may be kept is taken out of the field at once and never handed on;
 * the masked form is offered instead, with one click.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { isTooMuch, maskIfWhole } from '../lib/card';
import { useWords } from '../lib/words';
import { Button } from './Button';
import { TextField } from './Field';
import { Notice } from './Notice';
import classes from './CardField.module.css';

type CardFieldProps = {
  value: string;
  /** Only ever called with a text of ten digits or fewer. */
  onChange: (value: string) => void;
  onLeave?: () => void;
  onEnter?: () => void;
  error?: string | null;
  mark?: ReactNode;
};

/** A whole number is typed digit by digit; after this pause it is taken for finished. */
const PAUSE_MS = 600;

export function CardField({ value, onChange, onLeave, onEnter, error, mark }: CardFieldProps): ReactNode {
  const { say } = useWords();
  const [tooMuch, setTooMuch] = useState<string | null>(null);
  const [offered, setOffered] = useState<string | null>(null);
  const pause = useRef(0);
  useEffect(() => () => clearTimeout(pause.current), []);

  const settle = (text: string): boolean => {
    clearTimeout(pause.current);
    const masked = maskIfWhole(text);
    if (masked === null) return false;
    setOffered(masked);
    setTooMuch(null);
    onChange('');
    return true;
  };
  const change = (text: string): void => {
    clearTimeout(pause.current);
    if (!isTooMuch(text)) {
      setTooMuch(null);
      setOffered(null);
      onChange(text);
      return;
    }
    setTooMuch(text);
    pause.current = window.setTimeout(() => settle(text), PAUSE_MS);
  };
  return (
    <div className={classes.card}>
      <TextField
        label={say('win-field-card')}
        hint={say('win-card-hint')}
        example="622202******1234"
        value={tooMuch ?? value}
        onChange={change}
        onPaste={settle}
        onLeave={() => {
          if (tooMuch === null || !settle(tooMuch)) onLeave?.();
        }}
        onEnter={() => {
          if (tooMuch === null || !settle(tooMuch)) onEnter?.();
        }}
        error={error ?? null}
        mark={mark}
      />
      {offered !== null && (
        <Notice
          tone="warn"
          live
          action={
            <Button
              size="xs"
              onClick={() => {
                setOffered(null);
                onChange(offered);
                onLeave?.();
              }}
            >
              {say('win-card-use', { masked: offered })}
            </Button>
          }
        >
          {say('error-card-not-masked', { masked: offered })}
        </Notice>
      )}
    </div>
  );
}
