/** One of a few, all in sight: arrow keys move, the choice is taken at once. */
import { useId, type ReactNode } from 'react';
import type { Option } from './Choice';
import classes from './Radios.module.css';

/** Labels up to this width stand two in a row. */
const SHORT = 26;

/** Letters, a Chinese character counted twice. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
}

type RadiosProps = {
  label: ReactNode;
  options: Option[];
  /** Null while nothing is chosen. */
  value: string | null;
  onChange: (value: string) => void;
  /** Side by side, for short words. */
  inline?: boolean;
  hint?: ReactNode;
  disabled?: boolean;
};

export function Radios({ label, options, value, onChange, inline, hint, disabled }: RadiosProps): ReactNode {
  const id = useId();
  return (
    <div role="radiogroup" className={classes.group} data-disabled={disabled ?? false} aria-labelledby={`${id}-label`} {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}>
      <p id={`${id}-label`} className={classes.label}>
        {label}
      </p>
      {hint !== undefined && (
        <div id={`${id}-hint`} className={classes.hint}>
          {hint}
        </div>
      )}
      <div className={classes.options} data-inline={inline ?? false} data-short={options.every((option) => widthOf(option.label) <= SHORT)}>
        {options.map((option) => (
          <label key={option.value} className={classes.option} data-chosen={option.value === value}>
            <input type="radio" name={id} value={option.value} checked={option.value === value} disabled={disabled ?? false} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
