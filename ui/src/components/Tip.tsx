/** A tooltip with a name, a shortcut, or both. */
import { Tooltip } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { formatShortcut, type Shortcut } from '../lib/shortcuts';

export function Tip({ label, shortcut, children }: { label?: string; shortcut?: Shortcut; children: ReactElement }): ReactNode {
  const text = [label, shortcut === undefined ? undefined : formatShortcut(shortcut)].filter((part) => part !== undefined);
  return (
    <Tooltip label={text.join('  ')} withinPortal>
      {children}
    </Tooltip>
  );
}
