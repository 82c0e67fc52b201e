/** Everything by keyboard: places, actions, and any case by a word of it. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CaseRowDto } from '../api/generated/CaseRowDto';
import { usePlatform } from '../api/platform';
import { useCatalog } from '../api/queries';
import { Dialog } from '../components/Dialog';
import { TABS } from '../features/case/tabs';
import { isComposing } from '../lib/ime';
import { useWords } from '../lib/words';
import classes from './CommandPalette.module.css';

type Entry = { key: string; label: string; hint: string; act: () => void };
const FOUND_AT_MOST = 8;

export default function CommandPalette({ onClose }: { onClose: () => void }): ReactNode {
  const { say } = useWords();
  return (
    <Dialog open onClose={onClose} title={say('win-palette')}>
      <Palette onClose={onClose} />
    </Dialog>
  );
}

function Palette({ onClose }: { onClose: () => void }): ReactNode {
  const { say } = useWords();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const entries = useEntries(text, onClose);
  const chosen = Math.min(at, entries.length - 1);

  const onKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setAt((to + entries.length) % Math.max(1, entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      entries[chosen]?.act();
    }
  };
  return (
    <div className={classes.palette}>
      <input
        className={classes.input}
        data-autofocus
        role="combobox"
        aria-label={say('win-palette-field')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={entries[chosen] === undefined ? undefined : `${id}-${chosen}`}
        placeholder={say('win-palette-field')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      <div id={`${id}-list`} role="listbox" aria-label={say('win-palette')} className={classes.list}>
        {entries.map((entry, index) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys and focus belong to the field above, as in every combobox
          <div key={entry.key} id={`${id}-${index}`} role="option" aria-selected={index === chosen} className={classes.entry} onClick={entry.act} onPointerMove={() => setAt(index)}>
            <span>{entry.label}</span>
            <span className="dim small">{entry.hint}</span>
          </div>
        ))}
      </div>
      <p role="status" className="visually-hidden">
        {say('win-palette-found', { count: entries.length })}
      </p>
    </div>
  );
}

function useEntries(text: string, onClose: () => void): Entry[] {
  const { say } = useWords();
  const navigate = useNavigate();
  const { id } = useParams({ strict: false });
  const { playbooks } = useCatalog();
  const found = useFoundCases(text);
  return useMemo(() => {
    const go = (act: () => unknown) => () => {
      onClose();
      void act();
    };
    const places: Entry[] = [
      { key: 'new', label: say('win-new-case'), hint: '', act: go(() => navigate({ to: '/cases/new' })) },
      { key: 'cases', label: say('win-cases'), hint: '', act: go(() => navigate({ to: '/cases' })) },
      { key: 'deadlines', label: say('win-deadlines'), hint: '', act: go(() => navigate({ to: '/deadlines' })) },
      { key: 'shop', label: say('win-shop'), hint: '', act: go(() => navigate({ to: '/shop' })) },
      { key: 'settings', label: say('win-settings'), hint: '', act: go(() => navigate({ to: '/settings' })) },
    ];
    const cases = found.map((row): Entry => ({
      key: row.id,
      label: row.title,
      hint: `${row.number} · ${say(`stage-${row.stage}`)}`,
      act: go(() => navigate({ to: '/cases/$id', params: { id: row.id } })),
    }));
    const here = id === undefined ? [] : TABS.map((tab): Entry => ({
      key: `tab-${tab}`,
      label: say(`win-tab-${tab}`),
      hint: say('win-palette-here'),
      act: go(() => navigate({ to: '/cases/$id', params: { id }, search: { tab } })),
    }));
    const begin = playbooks.map((playbook): Entry => ({
      key: `new-${playbook.id}`,
      label: playbook.title,
      hint: say('win-new-case'),
      act: go(() => navigate({ to: '/cases/new', search: { playbook: playbook.id } })),
    }));
    const wanted = text.trim().toLowerCase();
    const matching = (list: Entry[]): Entry[] => list.filter((entry) => entry.label.toLowerCase().includes(wanted));
    // Without a word there are only places and cases; everything else would bury them.
    return wanted === '' ? [...places, ...cases] : [...matching([...places, ...here]), ...cases, ...matching(begin)];
  }, [text, found, id, playbooks, say, navigate, onClose]);
}

function useFoundCases(text: string): CaseRowDto[] {
  const platform = usePlatform();
  const [found, setFound] = useState<CaseRowDto[]>([]);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      platform.call('case_list', { stages: [], text: text.trim(), limit: FOUND_AT_MOST }).then(
        (page) => {
          if (wanted) setFound(page.cases);
        },
        () => undefined,
      );
    }, 80);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [platform, text]);
  return found;
}
