/** One of several, as the system draws it: light enough for every row of a long list. */
import { useId, type ReactNode } from 'react';
import type { Option } from './Choice';
import classes from './NativeChoice.module.css';

type NativeChoiceProps = {
  label: string;
  options: Option[];
  value: string;
  onChange: (value: string) => void;
  /** Words for "not said yet". */
  none?: string;
  disabled?: boolean;
  showLabel?: boolean;
};

export function NativeChoice({ label, options, value, onChange, none, disabled, showLabel }: NativeChoiceProps): ReactNode {
  const id = useId();
  return (
    <div className={classes.choice}>
      <label htmlFor={id} className={showLabel === true ? classes.label : 'visually-hidden'}>
        {label}
      </label>
      <select id={id} className={classes.select} data-empty={value === ''} disabled={disabled ?? false} value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && (
          <option value="" disabled={value !== ''}>
            {none}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
