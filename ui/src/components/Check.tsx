/** Yes or no, as a box with its words. */
import type { ReactNode } from 'react';
import classes from './Check.module.css';

type CheckProps = { label: ReactNode; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean };

export function Check({ label, checked, onChange, disabled }: CheckProps): ReactNode {
  return (
    <label className={classes.check}>
      <input type="checkbox" checked={checked} disabled={disabled ?? false} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
