/** The few things that are on the slip or still in memory. Only the title is needed, and that is suggested. */
import { useNavigate } from '@tanstack/react-router';
import { useState, type SubmitEvent, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import { errorWords, toError } from '../../api/errors';
import type { CatalogPlaybook } from '../../api/generated/CatalogPlaybook';
import type { ErrorDto } from '../../api/generated/ErrorDto';
import { Button } from '../../components/Button';
import { CardField } from '../../components/CardField';
import { DateField } from '../../components/DateField';
import { TextField } from '../../components/Field';
import { Refusal } from '../../components/Refusal';
import { useDraft } from '../../lib/drafts';
import { formatMoney } from '../../lib/money';
import { useWords } from '../../lib/words';
import { emptyInput } from '../case/transaction';
import { CodeHelp } from '../codes/CodeHelp';
import classes from './NewCasePage.module.css';

/** No card here: a draft is stored, and a card number never is. */
type Draft = { title: string | null; amount: string; date: string; time: string; responseCode: string; terminal: string; counterparty: string };
const EMPTY: Draft = { title: null, amount: '', date: '', time: '', responseCode: '', terminal: '', counterparty: '' };

/** Which field a refusal belongs to; anything else stands above the button. */
const FIELD_OF: Record<string, string> = {
  'money-not-a-number': 'amount',
  'money-too-many-decimals': 'amount',
  'money-too-large': 'amount',
  'moment-unreadable': 'time',
  'card-not-masked': 'card',
  'card-mask-unreadable': 'card',
};

export function Essentials({ playbook, onOther }: { playbook: CatalogPlaybook; onOther: () => void }): ReactNode {
  const words = useWords();
  const { say } = words;
  const navigate = useNavigate();
  const act = useActOnCase();
  const [draft, change, forget] = useDraft<Draft>('new-case', EMPTY);
  const [card, setCard] = useState('');
  const [error, setError] = useState<ErrorDto | null>(null);
  const [busy, setBusy] = useState(false);

  const name = playbook.title;
  const amount = draft.amount.trim();
  const readable = /^\d+(\.\d{1,2})?$/.test(amount);
  const suggested = readable ? say('win-new-title-suggested', { playbook: name, amount: formatMoney(amount, 'CNY') }) : name;
  const title = draft.title ?? suggested;
  const anyTransaction = [amount, draft.date, draft.time, draft.responseCode, draft.terminal, card].some((text) => text.trim() !== '');
  const wrong = error === null ? undefined : (FIELD_OF[error.code] ?? (error.code === 'field-unreadable' ? error.params.field : undefined));
  const errorAt = (field: string): string | null => (error !== null && wrong === field ? errorWords(error, words) : null);

  const create = async (): Promise<void> => {
    if (busy) return;
    if (anyTransaction && amount === '') {
      setError({ code: 'win-amount-first', message: say('win-new-amount-first'), params: { field: 'amount' } });
      return;
    }
    setBusy(true);
    setError(null);
    const { date, time, responseCode, terminal, counterparty } = draft;
    const transaction = { ...emptyInput(), amount, at: date === '' ? '' : `${date} ${time === '' ? '00:00' : time}`, card, response_code: responseCode.trim(), terminal: terminal.trim() };
    try {
      const view = await act('case_new', {
        playbook: playbook.id,
        title: title.trim(),
        details: {},
        ...(anyTransaction ? { transaction } : {}),
        ...(counterparty.trim() === '' ? {} : { counterparty: counterparty.trim() }),
      });
      forget();
      await navigate({ to: '/cases/$id', params: { id: view.id }, replace: true });
    } catch (reason) {
      setBusy(false);
      setError(toError(reason));
      if (toError(reason).code === 'card-not-masked') setCard('');
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void create();
  };
  const amountMissing = error?.code === 'win-amount-first' ? error.message : null;
  const elsewhere = error !== null && amountMissing === null && ['amount', 'time', 'card', 'response-code', 'terminal'].every((field) => field !== wrong);
  const [first = 'acquirer'] = playbook.contact_order;
  return (
    <>
      <div className={classes.head}>
        <h1>{name}</h1>
        <Button kind="quiet" size="xs" onClick={onOther}>
          {say('win-new-other')}
        </Button>
      </div>
      <p className="dim">{say('win-new-essentials')}</p>
      <form className={classes.form} onSubmit={submit} aria-label={say('win-new-case')} noValidate>
        <TextField label={say('win-field-title')} required maxLength={120} value={title} onChange={(text) => change({ title: text })} onLeave={() => {
          if (title.trim() === '') change({ title: null });
        }} />
        <div className={classes.fields}>
          <TextField label={say('win-field-amount-cny')} numeric example="1280.00" value={draft.amount} onChange={(text) => change({ amount: text })} error={amountMissing ?? errorAt('amount')} />
          <DateField label={say('win-field-date')} value={draft.date} onChange={(date) => change({ date })} />
          <TextField label={say('win-field-time')} example="14:02" value={draft.time} onChange={(text) => change({ time: text })} error={errorAt('time')} />
          <TextField label={say('win-field-response-code')} hint={say('win-response-code-hint')} example="68" value={draft.responseCode} onChange={(text) => change({ responseCode: text })} error={errorAt('response-code')} />
          <TextField label={say('win-field-terminal')} hint={say('win-terminal-hint')} value={draft.terminal} onChange={(text) => change({ terminal: text })} error={errorAt('terminal')} />
          <CardField value={card} onChange={setCard} error={errorAt('card')} onEnter={() => void create()} />
        </div>
        <CodeHelp code={draft.responseCode} />
        <TextField label={say('win-field-counterparty', { role: say(`role-${first}`) })} hint={say('win-counterparty-hint')} maxLength={120} value={draft.counterparty} onChange={(text) => change({ counterparty: text })} />
        {elsewhere && (
          <Refusal
            reason={error}
            onMasked={(masked) => {
              change(error.params.field === 'title' ? { title: masked } : { counterparty: masked });
              setError(null);
            }}
          />
        )}
        <div className={classes.actions}>
          <Button kind="primary" type="submit" busy={busy}>
            {say('win-new-create')}
          </Button>
          <span className="dim">{say('win-new-later')}</span>
        </div>
      </form>
    </>
  );
}
