/** One of several: from a list that opens, or from a short row that is always in sight. */
import { SegmentedControl, Select } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useWords } from '../lib/words';
import classes from './Choice.module.css';

export type Option = { value: string; label: string };
type ChoiceProps = {
  label: string;
  options: Option[];
  value: string | null;
  onChange: (value: string) => void;
  hint?: string;
  hideLabel?: boolean;
  required?: boolean;
  disabled?: boolean;
  error?: string | null;
  size?: 'sm' | 'xs';
  noneLabel?: string;
};

export function Choice({ label, options, value, onChange, hint, hideLabel, required, disabled, error, size = 'sm', noneLabel }: ChoiceProps): ReactNode {
  const { say } = useWords();
  return (
    <Select
      {...(hideLabel === true ? { 'aria-label': label } : { label })}
      {...(hint === undefined ? {} : { description: hint })}
      data={options}
      value={value === '' ? null : value}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
      placeholder={noneLabel ?? say('win-choose')}
      withAsterisk={required ?? false}
      disabled={disabled ?? false}
      error={error ?? null}
      size={size}
      maxDropdownHeight={280}
      scrollAreaProps={{ type: 'auto' }}
    />
  );
}

type RowChoiceProps = { label: string; options: Option[]; value: string; onChange: (value: string) => void; hideLabel?: boolean };

export function RowChoice({ label, options, value, onChange, hideLabel }: RowChoiceProps): ReactNode {
  const id = useId();
  return (
    <div>
      <p id={id} className={hideLabel === true ? 'visually-hidden' : classes.label}>
        {label}
      </p>
      <SegmentedControl data={options} value={value} onChange={onChange} aria-labelledby={id} size="sm" transitionDuration={0} />
    </div>
  );
}
