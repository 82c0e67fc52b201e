/** A field that searches this screen; Ctrl+F comes here, Esc empties it. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { isComposing } from '../lib/ime';
import { ariaShortcut, formatShortcut, useShortcut } from '../lib/shortcuts';
import classes from './SearchField.module.css';

export function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  useShortcut('search', () => {
    field.current?.focus();
    field.current?.select();
  });
  return (
    <TextInput
      ref={field}
      type="search"
      role="searchbox"
      aria-label={label}
      aria-keyshortcuts={ariaShortcut('search')}
      title={formatShortcut('search')}
      placeholder={label}
      autoComplete="off"
      spellCheck={false}
      className={classes.search}
      leftSection={<IconSearch size="1rem" aria-hidden />}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event) || value === '') return;
        event.preventDefault();
        event.stopPropagation();
        onChange('');
      }}
    />
  );
}
