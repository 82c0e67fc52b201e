/** The terminals: one line each, opened to see and correct everything that stands on the label. */
import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { TerminalDto } from '../../api/generated/TerminalDto';
import { Button } from '../../components/Button';
import { Check } from '../../components/Check';
import { Choice } from '../../components/Choice';
import { SavedDate } from '../../components/SavedDate';
import { SavedField } from '../../components/Field';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { NEW_TERMINAL, replaced, without, type Change, type PartProps } from './merchant';
import classes from './Shop.module.css';

type TextKey = Exclude<keyof TerminalDto, 'channels' | 'network' | 'installed_on'>;
const TEXTS: TextKey[] = ['tid', 'label', 'model', 'serial', 'imei', 'firmware', 'mid', 'acquirer'];
const NETWORKS = ['wifi', '4g', 'wired'];
const CHANNELS = ['card', 'qr', 'wallet'];

export function Terminals({ merchant, save }: PartProps): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const [open, setOpen] = useState<number | null>(merchant.terminals.length === 1 ? 0 : null);
  const change = (change: Change): void => void save(change).catch(tell.refused);
  const remove = (at: number): void => {
    const gone = merchant.terminals[at];
    if (gone === undefined) return;
    setOpen(null);
    save((now) => ({ ...now, terminals: without(now.terminals, at) })).then(() => {
      tell.done(say('win-terminal-removed', { name: nameOf(gone) }), () => change((now) => ({ ...now, terminals: [...now.terminals, gone] })));
    }, tell.refused);
  };
  return (
    <div className={classes.part}>
      <section className={classes.group} aria-labelledby="shop-terminals">
        <h2 id="shop-terminals">{say('win-shop-terminals')}</h2>
        <p className="dim">{say('win-shop-terminals-text')}</p>
        <ul>
          {merchant.terminals.map((terminal, at) => (
            <li key={at} className={classes.item}>
              <button type="button" className={classes.summary} aria-expanded={open === at} onClick={() => setOpen(open === at ? null : at)}>
                <IconChevronRight size="1rem" aria-hidden />
                <strong>{nameOf(terminal) === '' ? say('win-terminal-new') : nameOf(terminal)}</strong>
                <span className="dim">{[terminal.tid, terminal.model, terminal.network === '' ? '' : say(`win-network-${terminal.network}`)].filter((text) => text !== '').join(' · ')}</span>
              </button>
              {open === at && <Editor terminal={terminal} set={(some) => save((now) => ({ ...now, terminals: replaced(now.terminals, at, some) }))} onRemove={() => remove(at)} />}
            </li>
          ))}
        </ul>
        <div>
          <Button
            size="xs"
            icon={<IconPlus size="1rem" aria-hidden />}
            onClick={() => {
              setOpen(merchant.terminals.length);
              change((now) => ({ ...now, terminals: [...now.terminals, { ...NEW_TERMINAL, mid: now.mid, acquirer: now.acquirer, channels: ['card'] }] }));
            }}
          >
            {say('win-terminal-add')}
          </Button>
        </div>
      </section>
    </div>
  );
}

function nameOf({ label, tid }: TerminalDto): string {
  return label === '' ? tid : label;
}

type EditorProps = { terminal: TerminalDto; set: (some: Partial<TerminalDto>) => Promise<unknown>; onRemove: () => void };

function Editor({ terminal, set, onRemove }: EditorProps): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const toggle = (channel: string, on: boolean): void => {
    const channels = CHANNELS.filter((one) => (one === channel ? on : terminal.channels.includes(one)));
    void set({ channels }).catch(tell.refused);
  };
  return (
    <div className={classes.editor}>
      <div className={classes.fields}>
        {TEXTS.map((key) => (
          <SavedField key={key} label={say(`win-terminal-${key}`)} value={terminal[key]} onSave={(text) => set({ [key]: text.trim() })} />
        ))}
        <Choice
          label={say('win-terminal-network')}
          options={[...NETWORKS.map((value) => ({ value, label: say(`win-network-${value}`) }))]}
          value={terminal.network}
          onChange={(network) => void set({ network }).catch(tell.refused)}
        />
        <SavedDate label={say('win-terminal-installed-on')} mayBeEmpty value={terminal.installed_on} onSave={(installed_on) => set({ installed_on })} />
      </div>
      <fieldset className={classes.checks}>
        <legend>{say('win-terminal-channels')}</legend>
        {CHANNELS.map((channel) => (
          <Check key={channel} label={say(`win-channel-${channel}`)} checked={terminal.channels.includes(channel)} onChange={(on) => toggle(channel, on)} />
        ))}
      </fieldset>
      <div className={classes.pull}>
        <Button size="xs" kind="quiet" onClick={onRemove}>
          {say('win-terminal-remove', { name: nameOf(terminal) })}
        </Button>
      </div>
    </div>
  );
}
