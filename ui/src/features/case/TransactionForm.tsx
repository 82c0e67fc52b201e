/** A new transaction: the few fields that stand on the slip; the rest can follow later. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import { errorWords, toError } from '../../api/errors';
import type { CaseView } from '../../api/generated/CaseView';
import type { ErrorDto } from '../../api/generated/ErrorDto';
import { Button } from '../../components/Button';
import { CardField } from '../../components/CardField';
import { DateField } from '../../components/DateField';
import { TextField } from '../../components/Field';
import { Refusal } from '../../components/Refusal';
import { useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/words';
import { CodeHelp } from '../codes/CodeHelp';
import { KnownTerminals } from './KnownTerminals';
import { emptyInput } from './transaction';
import classes from './forms.module.css';

/** No card here: drafts are stored. */
type Draft = { amount: string; currency: string; date: string; time: string; rrn: string; code: string; terminal: string };
const EMPTY: Draft = { amount: '', currency: 'CNY', date: '', time: '', rrn: '', code: '', terminal: '' };

const FIELD_OF: Record<string, string> = {
  'money-not-a-number': 'amount',
  'money-too-many-decimals': 'amount',
  'money-too-large': 'amount',
  'currency-unknown': 'currency',
  'moment-unreadable': 'time',
  'card-not-masked': 'card',
  'card-mask-unreadable': 'card',
};

type TransactionFormProps = {
  view: CaseView;
  /** Offers the way back, and is called once the transaction is on record. */
  onDone?: () => void;
  /** Called once the transaction is on record. */
  onSaved?: () => void;
};

export function TransactionForm({ view, onDone, onSaved }: TransactionFormProps): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnCase();
  const [draft, change, forget] = useDraft<Draft>(`transaction-${view.id}`, EMPTY);
  const [card, setCard] = useState('');
  const [error, setError] = useState<ErrorDto | null>(null);
  const [busy, setBusy] = useState(false);
  const wrong = error === null ? undefined : (FIELD_OF[error.code] ?? error.params.field);
  const errorAt = (field: string): string | null => (error !== null && wrong === field ? errorWords(error, words) : null);

  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    const { amount, currency, date, time, rrn, code, terminal } = draft;
    const at = date === '' ? '' : `${date} ${time === '' ? '00:00' : time}`;
    try {
      await act('transaction_save', { case: view.id, transaction: { ...emptyInput(), amount, currency, at, card, rrn, response_code: code, terminal } });
      forget();
      setCard('');
      onDone?.();
      onSaved?.();
    } catch (reason) {
      const refusal = toError(reason);
      setError(refusal);
      if (refusal.code === 'card-not-masked') setCard('');
    } finally {
      setBusy(false);
    }
  };
  const placed = ['amount', 'currency', 'time', 'card', 'rrn', 'response-code', 'terminal'].some((field) => field === wrong);
  return (
    <form
      className={classes.form}
      noValidate
      aria-label={say('win-transaction-new')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={classes.fields}>
        <TextField label={say('win-field-amount')} required numeric example="1280.00" value={draft.amount} onChange={(amount) => change({ amount })} error={errorAt('amount')} />
        <TextField label={say('win-field-currency')} maxLength={3} value={draft.currency} onChange={(currency) => change({ currency: currency.toUpperCase() })} error={errorAt('currency')} />
        <DateField label={say('win-field-date')} value={draft.date} onChange={(date) => change({ date })} />
        <TextField label={say('win-field-time')} example="14:02" value={draft.time} onChange={(time) => change({ time })} error={errorAt('time')} />
        <TextField label={say('win-field-rrn')} hint={say('win-rrn-hint')} value={draft.rrn} onChange={(rrn) => change({ rrn })} error={errorAt('rrn')} />
        <TextField label={say('win-field-response-code')} hint={say('win-response-code-hint')} example="68" value={draft.code} onChange={(code) => change({ code })} error={errorAt('response-code')} />
        <div>
          <TextField label={say('win-field-terminal')} hint={say('win-terminal-hint')} value={draft.terminal} onChange={(terminal) => change({ terminal })} error={errorAt('terminal')} />
          {draft.terminal === '' && <KnownTerminals onUse={(terminal) => change({ terminal })} />}
        </div>
        <CardField value={card} onChange={setCard} error={errorAt('card')} onEnter={() => void save()} />
      </div>
      <CodeHelp code={draft.code} />
      {error !== null && !placed && <Refusal reason={error} />}
      <div className={classes.actions}>
        <Button kind="primary" type="submit" busy={busy}>
          {say('win-transaction-save')}
        </Button>
        {onDone !== undefined && <Button onClick={onDone}>{say('win-cancel')}</Button>}
      </div>
    </form>
  );
}
