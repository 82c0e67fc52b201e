/** The shop's particulars, as they stand on letters and packets. Every field saves itself. */
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import type { MerchantDto } from '../../api/generated/MerchantDto';
import { usePlatform } from '../../api/platform';
import { keys } from '../../api/queries';
import { Button, IconButton } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { SavedField } from '../../components/Field';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import forms from '../case/forms.module.css';
import classes from './SettingsPage.module.css';

type Change = (merchant: MerchantDto) => MerchantDto;
type Save = (change: Change) => Promise<unknown>;
type TextKey = Exclude<keyof MerchantDto, 'terminals' | 'rates'>;

const TEXTS: TextKey[] = ['name', 'mid', 'licence', 'contact', 'phone', 'email', 'address', 'acquirer', 'settlement_last4'];
const CARD_TYPES = ['debit', 'credit', 'qr'];

/** Saves on top of what is stored by then, one change after the other: two fields at once must not undo each other. */
function useSaveMerchant(): Save {
  const platform = usePlatform();
  const client = useQueryClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return (change) => {
    const send = async (): Promise<void> => {
      const now = client.getQueryData<MerchantDto>(keys.merchant);
      if (now === undefined) return;
      client.setQueryData(keys.merchant, await platform.call('merchant_set', { merchant: change(now) }));
    };
    const turn = queue.current.then(send, send);
    queue.current = turn;
    return turn;
  };
}

function replaced<T>(list: T[], at: number, change: Partial<T>): T[] {
  return list.map((item, index) => (index === at ? { ...item, ...change } : item));
}

export function Shop({ merchant }: { merchant: MerchantDto }): ReactNode {
  const { say } = useWords();
  const save = useSaveMerchant();
  return (
    <>
      <div className={forms.fields}>
        {TEXTS.map((key) => (
          <SavedField
            key={key}
            label={say(`win-shop-${key.replace('_', '-')}`)}
            value={merchant[key]}
            {...(key === 'settlement_last4' ? { maxLength: 4, numeric: true } : {})}
            onSave={(text) => save((now) => ({ ...now, [key]: text.trim() }))}
          />
        ))}
      </div>
      <Terminals merchant={merchant} save={save} />
      <Rates merchant={merchant} save={save} />
    </>
  );
}

type PartProps = { merchant: MerchantDto; save: Save };

function Terminals({ merchant, save }: PartProps): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const change = (change: Change): void => void save(change).catch(tell.refused);
  return (
    <div className={classes.rows} role="group" aria-labelledby="settings-terminals">
      <h3 id="settings-terminals">{say('win-shop-terminals')}</h3>
      {merchant.terminals.map((terminal, at) => (
        <div key={at} className={classes.row}>
          {(['tid', 'model', 'serial', 'label'] as const).map((key) => (
            <SavedField key={key} label={say(`win-terminal-${key}`)} value={terminal[key]} onSave={(text) => save((now) => ({ ...now, terminals: replaced(now.terminals, at, { [key]: text.trim() }) }))} />
          ))}
          <IconButton label={say('win-terminal-remove', { name: terminal.label || terminal.tid })} onClick={() => change((now) => ({ ...now, terminals: now.terminals.filter((_, index) => index !== at) }))}>
            <IconTrash size="1rem" aria-hidden />
          </IconButton>
        </div>
      ))}
      <div>
        <Button size="xs" icon={<IconPlus size="1rem" aria-hidden />} onClick={() => change((now) => ({ ...now, terminals: [...now.terminals, { tid: '', model: '', serial: '', label: '' }] }))}>
          {say('win-terminal-add')}
        </Button>
      </div>
    </div>
  );
}

function Rates({ merchant, save }: PartProps): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const change = (change: Change): void => void save(change).catch(tell.refused);
  return (
    <div className={classes.rows} role="group" aria-labelledby="settings-rates">
      <h3 id="settings-rates">{say('win-shop-rates')}</h3>
      {merchant.rates.map((rate, at) => (
        <div key={at} className={classes.rate}>
          <Choice
            label={say('win-field-card-type')}
            options={CARD_TYPES.map((value) => ({ value, label: say(`card-type-${value}`) }))}
            value={rate.card_type}
            onChange={(card_type) => change((now) => ({ ...now, rates: replaced(now.rates, at, { card_type }) }))}
          />
          <SavedField label={say('win-rate-percent')} numeric example="0.6" value={rate.percent} onSave={(text) => save((now) => ({ ...now, rates: replaced(now.rates, at, { percent: text.trim() }) }))} />
          <SavedField label={say('win-rate-cap')} numeric example="20" value={rate.cap} onSave={(text) => save((now) => ({ ...now, rates: replaced(now.rates, at, { cap: text.trim() }) }))} />
          <IconButton label={say('win-rate-remove')} onClick={() => change((now) => ({ ...now, rates: now.rates.filter((_, index) => index !== at) }))}>
            <IconTrash size="1rem" aria-hidden />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          icon={<IconPlus size="1rem" aria-hidden />}
          onClick={() => change((now) => ({ ...now, rates: [...now.rates, { card_type: CARD_TYPES[now.rates.length % CARD_TYPES.length] ?? 'debit', percent: '', cap: '' }] }))}
        >
          {say('win-rate-add')}
        </Button>
      </div>
    </div>
  );
}
