/** Text fields: the plain one of a form, and the one that saves itself. */
import { TextInput, Textarea } from '@mantine/core';
import { useId, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { errorWords } from '../api/errors';
import { useAutosave, type SaveState } from '../lib/autosave';
import { isComposing } from '../lib/ime';
import { useWords } from '../lib/words';
import { maskedIn, Refusal } from './Refusal';
import classes from './Field.module.css';

type Common = {
  label: string;
  hint?: string;
  /** Shown in the field while it is empty. */
  example?: string;
  lines?: number;
  numeric?: boolean;
  disabled?: boolean;
  maxLength?: number;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
  ref?: Ref<HTMLInputElement>;
};

type TextFieldProps = Common & {
  value: string;
  onChange: (value: string) => void;
  onEnter?: () => void;
  onLeave?: () => void;
  onPaste?: (text: string) => boolean;
  onCompose?: (composing: boolean) => void;
  error?: string | null;
  required?: boolean;
  /** Where a dialog begins. */
  first?: boolean;
  mark?: ReactNode;
};

/** A field of a form. */
export function TextField({ label, hint, example, lines, numeric, disabled, maxLength, hideLabel, value, onChange, onEnter, onLeave, onPaste, onCompose, error, required, first, mark, ref }: TextFieldProps): ReactNode {
  const { say } = useWords();
  const id = useId();
  const common = {
    id,
    value,
    disabled: disabled ?? false,
    autoComplete: 'off',
    spellCheck: false,
    withAsterisk: required ?? false,
    error: error ?? null,
    'aria-required': required ?? false,
    onBlur: onLeave,
    onCompositionStart: () => onCompose?.(true),
    onCompositionEnd: () => onCompose?.(false),
    ...(hideLabel === true ? { 'aria-label': label } : { label: mark === undefined ? label : <Labelled label={label} mark={mark} /> }),
    ...(hint === undefined ? {} : { description: hint }),
    ...(example === undefined ? {} : { placeholder: say('win-example', { value: example }) }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(first === true ? { 'data-autofocus': true } : {}),
  };
  if (lines !== undefined) {
    return <Textarea {...common} rows={lines} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
  return (
    <TextInput
      {...common}
      {...(ref === undefined ? {} : { ref })}
      inputMode={numeric === true ? 'decimal' : 'text'}
      classNames={numeric === true ? { input: classes.numeric } : {}}
      onChange={(event) => onChange(event.currentTarget.value)}
      onPaste={(event) => {
        if (onPaste?.(event.clipboardData.getData('text')) === true) event.preventDefault();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || isComposing(event) || onEnter === undefined) return;
        event.preventDefault();
        onEnter();
      }}
    />
  );
}

type SavedFieldProps = Common & { value: string; onSave: (value: string) => Promise<unknown> };

/** A field that saves itself; a refusal stands beneath it and what was typed stays. A secret is never kept: its masked form is offered. */
export function SavedField({ value, onSave, ...rest }: SavedFieldProps): ReactNode {
  const words = useWords();
  const { text, state, error, change, flush, compose } = useAutosave(value, onSave);
  const secret = state === 'failed' && maskedIn(error) !== null;
  return (
    <div className={classes.saved}>
      <TextField
        {...rest}
        value={text}
        onChange={change}
        onEnter={flush}
        onLeave={() => {
          // Sent again it would be refused again, and the offer would vanish under the pointer.
          if (!secret) flush();
        }}
        onCompose={compose}
        error={state === 'failed' && !secret ? errorWords(error, words) : null}
        mark={<SavedMark state={state} />}
      />
      {secret && (
        <Refusal
          reason={error}
          onMasked={(masked) => {
            change(masked);
            flush();
          }}
        />
      )}
    </div>
  );
}

/** A quiet word on whether the field is saved. */
export function SavedMark({ state }: { state: SaveState }): ReactNode {
  const { say } = useWords();
  const text = state === 'saving' ? say('win-saving') : state === 'saved' ? say('win-saved') : '';
  return <span className={classes.mark}>{text}</span>;
}

function Labelled({ label, mark }: { label: string; mark: ReactNode }): ReactNode {
  return (
    <>
      {label}
      <span aria-hidden>{mark}</span>
    </>
  );
}
