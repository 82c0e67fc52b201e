/** The frame: the rail on the left, the screen beside it, the shortcuts that hold everywhere. */
import { IconCalendarEvent, IconFolders, IconPlus, IconSearch, IconSettings, IconBuildingStore } from '@tabler/icons-react';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { ariaShortcut, formatShortcut, useShortcut } from '../lib/shortcuts';
import { useWords } from '../lib/words';
import classes from './Shell.module.css';

const CommandPalette = lazy(() => import('./CommandPalette'));

const PLACES = [
  { to: '/cases', word: 'win-cases', icon: IconFolders },
  { to: '/deadlines', word: 'win-deadlines', icon: IconCalendarEvent },
  { to: '/shop', word: 'win-shop', icon: IconBuildingStore },
  { to: '/settings', word: 'win-settings', icon: IconSettings },
] as const;

export function Shell(): ReactNode {
  const { say } = useWords();
  const navigate = useNavigate();
  const [palette, setPalette] = useState(false);
  useShortcut('palette', () => setPalette(true));
  useShortcut('newCase', () => void navigate({ to: '/cases/new' }));
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}>
        {say('win-skip')}
      </a>
      <nav className={classes.rail} aria-label={say('win-rail')}>
        <Link to="/cases/new" className={classes.new} aria-keyshortcuts={ariaShortcut('newCase')} title={formatShortcut('newCase')}>
          <IconPlus size="1.125rem" aria-hidden />
          <span>{say('win-new-case')}</span>
        </Link>
        {PLACES.map(({ to, word, icon: Icon }) => (
          <Link key={to} to={to} className={classes.place} activeProps={{ 'aria-current': 'page' }} activeOptions={{ includeSearch: false }}>
            <Icon size="1.25rem" stroke={1.6} aria-hidden />
            <span>{say(word)}</span>
          </Link>
        ))}
        <button type="button" className={classes.place} onClick={() => setPalette(true)} aria-keyshortcuts={ariaShortcut('palette')} title={formatShortcut('palette')}>
          <IconSearch size="1.25rem" stroke={1.6} aria-hidden />
          <span>{say('win-palette')}</span>
        </button>
      </nav>
      <main id="main" className={classes.main} tabIndex={-1}>
        <Outlet />
      </main>
      {palette && (
        <Suspense>
          <CommandPalette onClose={() => setPalette(false)} />
        </Suspense>
      )}
    </div>
  );
}
