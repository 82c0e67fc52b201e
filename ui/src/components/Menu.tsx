/** A small menu behind a button. */
import { ActionIcon, Menu as LibraryMenu } from '@mantine/core';
import type { ReactNode } from 'react';
import { formatShortcut, type Shortcut } from '../lib/shortcuts';
import classes from './Menu.module.css';

export type MenuItem = { key: string; label: string; icon: ReactNode; act: () => void; shortcut?: Shortcut; disabled?: boolean };

export function Menu({ label, icon, items }: { label: string; icon: ReactNode; items: MenuItem[] }): ReactNode {
  return (
    <LibraryMenu position="bottom-end" withinPortal>
      <LibraryMenu.Target>
        <ActionIcon aria-label={label} title={label}>
          {icon}
        </ActionIcon>
      </LibraryMenu.Target>
      <LibraryMenu.Dropdown>
        {items.map(({ key, label: text, icon: mark, act, shortcut, disabled }) => (
          <LibraryMenu.Item
            key={key}
            leftSection={mark}
            disabled={disabled ?? false}
            onClick={act}
            {...(shortcut === undefined ? {} : { rightSection: <span className={classes.shortcut}>{formatShortcut(shortcut)}</span> })}
          >
            {text}
          </LibraryMenu.Item>
        ))}
      </LibraryMenu.Dropdown>
    </LibraryMenu>
  );
}
