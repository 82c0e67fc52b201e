/** A day: typed as `2026-11-25` (also `2026/11/25`, `20261125`), or picked from a calendar by keyboard or pointer. */
import { Popover, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { isComposing } from '../lib/ime';
import { readDay } from '../lib/days';
import { useWords } from '../lib/words';
import { IconButton } from './Button';
import { Calendar } from './Calendar';

type DateFieldProps = {
  label: string;
  /** `YYYY-MM-DD`, or what was typed while it is not a day. */
  value: string;
  onChange: (date: string) => void;
  hint?: string;
  required?: boolean;
  error?: string | null;
};

export function DateField({ label, value, onChange, hint, required, error }: DateFieldProps): ReactNode {
  const { say } = useWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const tidy = (): void => {
    const day = readDay(value);
    if (day !== null && day !== value) onChange(day);
  };
  return (
    <TextInput
      id={id}
      label={label}
      {...(hint === undefined ? {} : { description: hint })}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={tidy}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === 'Enter') tidy();
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          setOpen(true);
        }
      }}
      placeholder={say('win-example', { value: '2026-11-25' })}
      autoComplete="off"
      spellCheck={false}
      withAsterisk={required ?? false}
      aria-required={required ?? false}
      error={error ?? null}
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" hideDetached={false} trapFocus returnFocus withinPortal transitionProps={{ duration: 0 }} shadow="md">
          <Popover.Target>
            <IconButton tip={false} label={say('win-date-pick', { label })} onClick={() => setOpen((old) => !old)}>
              <IconCalendar size="1rem" aria-hidden />
            </IconButton>
          </Popover.Target>
          <Popover.Dropdown>
            <Calendar
              label={label}
              value={readDay(value)}
              onChoose={(day) => {
                onChange(day);
                setOpen(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
