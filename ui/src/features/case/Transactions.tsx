/** The transactions of a case: one line each, opened to be corrected field by field. */
import { IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import type { TransactionDto } from '../../api/generated/TransactionDto';
import type { TransactionInput } from '../../api/generated/TransactionInput';
import { keys } from '../../api/queries';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { SavedField } from '../../components/Field';
import { useTell } from '../../components/Toasts';
import { formatCard } from '../../lib/card';
import { formatShort } from '../../lib/dates';
import { formatMoney } from '../../lib/money';
import { useWords } from '../../lib/words';
import { CodeHelp } from '../codes/CodeHelp';
import { SavedCardField } from './SavedCardField';
import { toInput } from './transaction';
import { TransactionForm } from './TransactionForm';
import forms from './forms.module.css';
import classes from './RecordTab.module.css';

type SectionProps = { view: CaseView; closed: boolean };

export function Transactions({ view, closed }: SectionProps): ReactNode {
  const { say } = useWords();
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className={classes.section} aria-labelledby="transactions">
      <div className={classes.head}>
        <h2 id="transactions">{say('win-transactions')}</h2>
        {!adding && !closed && (
          <Button size="xs" icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setAdding(true)}>
            {say('win-transaction-new')}
          </Button>
        )}
      </div>
      {adding && <TransactionForm view={view} onDone={() => setAdding(false)} />}
      {view.transactions.length === 0 && !adding && <p className="dim">{say('win-transactions-none')}</p>}
      <ul>
        {view.transactions.map((transaction) => (
          <li key={transaction.id} className={classes.item}>
            <button type="button" className={classes.summary} aria-expanded={open === transaction.id} onClick={() => setOpen(open === transaction.id ? null : transaction.id)}>
              <IconChevronRight size="1rem" aria-hidden />
              <strong>{formatMoney(transaction.amount, transaction.currency)}</strong>
              <span>{[transaction.at === null ? '' : formatShort(transaction.at), transaction.card === null ? '' : formatCard(transaction.card), transaction.rrn].filter((part) => part !== '').join(' · ')}</span>
            </button>
            {open === transaction.id && <Editor view={view} transaction={transaction} closed={closed} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type TextKey = Exclude<keyof TransactionInput, 'id' | 'card' | 'card_type'>;
const TEXTS: [TextKey, string][] = [
  ['amount', 'win-field-amount'],
  ['currency', 'win-field-currency'],
  ['at', 'win-field-at'],
  ['rrn', 'win-field-rrn'],
  ['trace', 'win-field-trace'],
  ['batch', 'win-field-batch'],
  ['auth', 'win-field-auth'],
  ['response_code', 'win-field-response-code'],
  ['terminal', 'win-field-terminal'],
  ['order_no', 'win-field-order-no'],
];

function Editor({ view, transaction, closed }: SectionProps & { transaction: TransactionDto }): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const tell = useTell();
  const save = useSaveTransaction(view.id, transaction.id);
  const shown = { ...toInput(transaction), at: transaction.at === null ? '' : formatShort(transaction.at) };
  const remove = (): void => {
    act('transaction_remove', { case: view.id, id: transaction.id }).then(() => {
      tell.done(say('win-transaction-removed'), () => {
        act('transaction_save', { case: view.id, transaction: { ...toInput(transaction), id: '' } }).catch(tell.refused);
      });
    }, tell.refused);
  };
  return (
    <div className={classes.editor}>
      <div className={forms.fields}>
        {TEXTS.map(([key, word]) => (
          <SavedField key={key} label={say(word)} disabled={closed} value={shown[key]} numeric={key === 'amount'} onSave={(text) => save({ [key]: text.trim() })} {...(key === 'at' ? { example: '2026-03-05 14:02' } : {})} />
        ))}
        <div className={forms.wide}>
          <CodeHelp code={shown.response_code} />
        </div>
        <SavedCardField value={shown.card} onSave={(card) => save({ card })} disabled={closed} />
        <Choice
          label={say('win-field-card-type')}
          disabled={closed}
          options={['debit', 'credit', 'qr'].map((value) => ({ value, label: say(`card-type-${value}`) }))}
          value={shown.card_type}
          onChange={(card_type) => void save({ card_type }).catch(tell.refused)}
        />
        <div className={forms.wide}>
          <SavedField label={say('win-field-remark')} disabled={closed} lines={2} value={shown.note} onSave={(note) => save({ note })} />
        </div>
      </div>
      {!closed && (
        <div className={forms.pull}>
          <Button size="xs" kind="quiet" onClick={remove}>
            {say('win-transaction-remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Saves one field on top of what is on record by then: two fields saved at once must not undo each other. */
function useSaveTransaction(caseId: string, id: string): (change: Partial<TransactionInput>) => Promise<unknown> {
  const act = useActOnCase();
  const client = useQueryClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return (change) => {
    const send = (): Promise<unknown> => {
      const now = client.getQueryData<CaseView>(keys.case(caseId))?.transactions.find((one) => one.id === id);
      return now === undefined ? Promise.resolve() : act('transaction_save', { case: caseId, transaction: { ...toInput(now), ...change } });
    };
    const turn = queue.current.then(send, send);
    queue.current = turn;
    return turn;
  };
}
