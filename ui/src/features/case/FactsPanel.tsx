/** What is known, always in sight: readiness, transaction, parties. */
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconMinus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
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

type FactsProps = {
  view: CaseView;
  onGo: (tab: CaseTab) => void;
  /** Goes to the step that asks for a kind of proof, or for something the case must hold. */
  onStep: (what: string, kind: string | null) => void;
};
const SHOWN_AT_MOST = 3;

export function FactsPanel({ view, onGo, onStep }: FactsProps): ReactNode {
  const { say } = useWords();
  return (
    <aside className={classes.panel} aria-label={say('win-facts')}>
      {view.stage === 'closed' ? <Ending view={view} /> : <Readiness view={view} onStep={onStep} />}
      <Mismatches view={view} />
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

function Readiness({ view, onStep }: { view: CaseView; onStep: (what: string, kind: string | null) => void }): ReactNode {
  const { say } = useWords();
  const missing = view.readiness.missing.filter((one) => one.skipped === null);
  const skipped = view.readiness.missing.filter((one) => one.skipped !== null);
  return (
    <div className={classes.section} role="group" aria-labelledby="facts-readiness">
      <h2 id="facts-readiness">{missing.length === 0 ? say('win-ready') : say('win-missing', { count: missing.length })}</h2>
      <ul className={classes.missing}>
        {missing.map((one) => (
          <li key={`${one.what}-${one.evidence_kind ?? ''}`}>
            <IconCircleDashed size="1rem" aria-hidden />
            <div>
              <button type="button" className={classes.link} onClick={() => onStep(one.what, one.evidence_kind)}>
                {one.message}
              </button>
              {one.claims.length > 0 && <Claims claims={one.claims} />}
            </div>
          </li>
        ))}
        {skipped.map((one) => (
          <li key={`${one.what}-${one.evidence_kind ?? ''}`} className={classes.skipped}>
            <IconMinus size="1rem" aria-hidden />
            <p>{say('win-missing-skipped', { what: one.message, reason: one.skipped ?? '' })}</p>
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

/** What the missing piece would support; the first in sight, all of them on hover. */
function Claims({ claims }: { claims: string[] }): ReactNode {
  const { say } = useWords();
  const first = (claims[0] ?? '').replace(/[。.]$/, '');
  const text = claims.length === 1 ? first : say('win-missing-claims', { first, count: claims.length });
  return (
    <p className={classes.claims} title={claims.join('\n')}>
      {say('win-missing-for', { claim: text })}
    </p>
  );
}

/** Where shop and case do not agree. */
function Mismatches({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords();
  const navigate = useNavigate();
  if (view.mismatches.length === 0) return null;
  return (
    <div className={classes.section} role="group" aria-labelledby="facts-mismatches">
      <div className={classes.head}>
        <h2 id="facts-mismatches">{say('win-mismatches')}</h2>
        <Button kind="quiet" size="xs" onClick={() => void navigate({ to: '/shop' })}>
          {say('win-shop')}
        </Button>
      </div>
      <ul className={classes.missing}>
        {view.mismatches.map((finding, at) => (
          <li key={`${finding.code}-${at}`}>
            <IconAlertTriangle size="1rem" aria-hidden />
            <p>{finding.message}</p>
          </li>
        ))}
      </ul>
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
