/** Tabs with arrow keys. The panel of the chosen tab is the only one that exists. */
import { Tabs as LibraryTabs } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Tabs.module.css';

export type Tab<K extends string> = { key: K; label: string; count?: number };
type TabsProps<K extends string> = { label: string; tabs: Tab<K>[]; chosen: K; onChoose: (key: K) => void; children: ReactNode };

export function Tabs<K extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<K>): ReactNode {
  return (
    <LibraryTabs
      value={chosen}
      onChange={(value) => {
        if (value !== null) onChoose(value as K);
      }}
      keepMounted={false}
      classNames={{ root: classes.root, list: classes.list, panel: classes.panel }}
    >
      <LibraryTabs.List aria-label={label}>
        {tabs.map((tab) => (
          <LibraryTabs.Tab key={tab.key} value={tab.key}>
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && <span className={classes.count}>{tab.count}</span>}
          </LibraryTabs.Tab>
        ))}
      </LibraryTabs.List>
      <LibraryTabs.Panel value={chosen}>{children}</LibraryTabs.Panel>
    </LibraryTabs>
  );
}
