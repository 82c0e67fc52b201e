/** One of several: a list as the system draws it, or a short row that is always in sight. */
import { SegmentedControl } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useWords } from '../lib/words';
import classes from './Choice.module.css';

export type Option = { value: string; label: string };
type ChoiceProps = {
  label: string;
  options: Option[];
  /** Null or empty while nothing is chosen. */
  value: string | null;
  onChange: (value: string) => void;
  hint?: string;
  /** Words for "nothing chosen yet". */
  none?: string;
  /** The label is read out but not shown. */
  hideLabel?: boolean;
  required?: boolean;
  disabled?: boolean;
};

/** Light enough for every row of a long list. */
export function Choice({ label, options, value, onChange, hint, none, hideLabel, required, disabled }: ChoiceProps): ReactNode {
  const { say } = useWords();
  const id = useId();
  const chosen = value ?? '';
  const known = options.some((option) => option.value === chosen);
  return (
    <div className={classes.choice}>
      <label htmlFor={id} className={hideLabel === true ? 'visually-hidden' : classes.label}>
        {label}
        {required === true && (
          <span className={classes.required} aria-hidden>
            {' *'}
          </span>
        )}
      </label>
      <select
        id={id}
        className={classes.select}
        data-empty={!known}
        required={required ?? false}
        disabled={disabled ?? false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        value={known ? chosen : ''}
        onChange={(event) => onChange(event.target.value)}
      >
        {!known && (
          <option value="" disabled>
            {none ?? say('win-choose')}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={classes.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

type RowChoiceProps = { label: string; options: Option[]; value: string; onChange: (value: string) => void };

export function RowChoice({ label, options, value, onChange }: RowChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className={classes.choice}>
      <p id={id} className={classes.label}>
        {label}
      </p>
      <SegmentedControl className={classes.row} data={options} value={value} onChange={onChange} aria-labelledby={id} size="sm" transitionDuration={0} />
    </div>
  );
}
