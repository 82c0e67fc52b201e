/** What is known, always in sight: readiness, transaction, parties. */
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseView } from '../../api/generated/CaseView';
import type { TransactionDto } from '../../api/generated/TransactionDto';
import { Button } from '../../components/Button';
import { formatCard } from '../../lib/card';
import { formatMoment } from '../../lib/dates';
import { formatMoney } from '../../lib/money';
import { useWords } from '../../lib/words';
import type { CaseTab } from './tabs';
import classes from './FactsPanel.module.css';

type FactsProps = { view: CaseView; onGo: (tab: CaseTab) => void };
const SHOWN_AT_MOST = 3;

export function FactsPanel({ view, onGo }: FactsProps): ReactNode {
  const { say } = useWords();
  return (
    <aside className={classes.panel} aria-label={say('win-facts')}>
      {view.stage === 'closed' ? <Ending view={view} /> : <Readiness view={view} onGo={onGo} />}
      <div className={classes.section} role="group" aria-labelledby="facts-transaction">
        <div className={classes.head}>
          <h2 id="facts-transaction">{say('win-facts-transaction')}</h2>
          <Button kind="quiet" size="xs" onClick={() => onGo('record')}>
            {say(view.transactions.length === 0 ? 'win-facts-add' : 'win-facts-edit')}
          </Button>
        </div>
        {view.transactions.length === 0 && <p className="dim">{say('not-on-record')}</p>}
        {view.transactions.slice(0, SHOWN_AT_MOST).map((transaction) => (
          <Transaction key={transaction.id} transaction={transaction} zone={view.zone} brief={view.transactions.length > 1} />
        ))}
        {view.transactions.length > SHOWN_AT_MOST && <p className="dim">{say('win-facts-more', { count: view.transactions.length - SHOWN_AT_MOST })}</p>}
      </div>
      <div className={classes.section} role="group" aria-labelledby="facts-parties">
        <h2 id="facts-parties">{say('win-facts-parties')}</h2>
        {view.parties.length === 0 && <p className="dim">{say('not-on-record')}</p>}
        {view.parties.slice(0, SHOWN_AT_MOST).map((party) => (
          <p key={party.id} className={classes.party}>
            <span>{party.name}</span>
            <span className="dim small">{[say(`role-${party.role}`), party.contact].filter((part) => part !== '').join(' · ')}</span>
          </p>
        ))}
        {view.parties.length > SHOWN_AT_MOST && <p className="dim">{say('win-facts-more', { count: view.parties.length - SHOWN_AT_MOST })}</p>}
      </div>
      <p className="dim small">{say(`playbook-${view.playbook}`)}</p>
    </aside>
  );
}

function Readiness({ view, onGo }: FactsProps): ReactNode {
  const { say } = useWords();
  const { missing } = view.readiness;
  return (
    <div className={classes.section} role="group" aria-labelledby="facts-readiness">
      <h2 id="facts-readiness">{missing.length === 0 ? say('win-ready') : say('win-missing', { count: missing.length })}</h2>
      <ul className={classes.missing}>
        {missing.map((one) => (
          <li key={`${one.what}-${one.evidence_kind ?? ''}`}>
            <IconCircleDashed size="1rem" aria-hidden />
            <button type="button" className={classes.link} onClick={() => onGo(one.what === 'evidence' ? 'evidence' : 'record')}>
              {one.message}
            </button>
          </li>
        ))}
      </ul>
      {missing.length === 0 && (
        <p className={classes.good}>
          <IconCheck size="1rem" aria-hidden />
          {say('win-ready-text')}
        </p>
      )}
    </div>
  );
}

function Ending({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords();
  return (
    <div className={classes.section} role="group" aria-labelledby="facts-ending">
      <h2 id="facts-ending">{say('stage-closed')}</h2>
      {view.outcome !== null && <p>{say(`outcome-${view.outcome}`)}</p>}
      {view.recovered !== null && <p>{say('win-recovered', { amount: formatMoney(view.recovered, view.recovered_currency ?? 'CNY') })}</p>}
    </div>
  );
}

function Transaction({ transaction, zone, brief }: { transaction: TransactionDto; zone: string; brief: boolean }): ReactNode {
  const words = useWords();
  const { say } = words;
  const all: [string, string][] = [
    ['win-field-at', transaction.at === null ? '' : formatMoment(transaction.at, zone, words)],
    ['win-fact-card', transaction.card === null ? '' : formatCard(transaction.card)],
    ['win-fact-rrn', transaction.rrn],
    ['win-fact-response-code', transaction.response_code],
    ['win-fact-terminal', transaction.terminal],
  ];
  const facts = brief ? all.slice(0, 1) : all;
  return (
    <div className={classes.transaction}>
      <p>
        <strong>{formatMoney(transaction.amount, transaction.currency)}</strong>
      </p>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key}>
              <dt>{say(key)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
