/** What the case must hold before it can go on, right where it is missing. */
import { IconCircleCheckFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CaseView } from '../../api/generated/CaseView';
import type { NeedDto } from '../../api/generated/NeedDto';
import { Button } from '../../components/Button';
import { formatDate } from '../../lib/dates';
import { formatMoney } from '../../lib/money';
import { useWords } from '../../lib/words';
import { PartyForm } from '../case/PartyForm';
import type { CaseTab } from '../case/tabs';
import { TransactionForm } from '../case/TransactionForm';
import { DeadlineForm } from '../deadlines/DeadlineForm';
import classes from './StepCard.module.css';

type NeedProps = {
  view: CaseView;
  need: NeedDto;
  /** Role of whoever this step is about; the form begins with it. */
  role: string | null;
  onGo: (tab: CaseTab) => void;
  onMet: () => void;
};

export function Need({ view, need, role, onGo, onMet }: NeedProps): ReactNode {
  const { say } = useWords();
  if (need.met || view.stage === 'closed') return need.met ? <Met view={view} what={need.what} onGo={onGo} /> : null;
  switch (need.what) {
    case 'transaction':
      return (
        <div data-step-form>
          <TransactionForm view={view} onSaved={onMet} />
        </div>
      );
    case 'counterparty':
      return (
        <div data-step-form>
          <PartyForm view={view} onSaved={onMet} {...(role === null ? {} : { role })} />
        </div>
      );
    case 'deadline':
      return (
        <div data-step-form>
          <DeadlineForm view={view} onSaved={onMet} />
        </div>
      );
    default:
      return (
        <div data-step-primary>
          <Button kind="primary" onClick={() => onGo('packet')}>
            {say('win-go-packet')}
          </Button>
        </div>
      );
  }
}

/** What is on record already, in one line, with the way to change it. */
function Met({ view, what, onGo }: { view: CaseView; what: string; onGo: (tab: CaseTab) => void }): ReactNode {
  const words = useWords();
  const { say } = words;
  const first = view.transactions[0];
  const next = view.deadlines.find((deadline) => !deadline.done) ?? view.deadlines[0];
  const places: Record<string, { tab: CaseTab; text: string }> = {
    transaction: { tab: 'record', text: first === undefined ? '' : formatMoney(first.amount, first.currency) },
    counterparty: { tab: 'record', text: view.parties[0]?.name ?? '' },
    deadline: { tab: 'deadlines', text: next === undefined ? '' : `${next.title} · ${formatDate(next.due, words)}` },
    packet: { tab: 'packet', text: view.packets[0]?.file_name ?? '' },
  };
  const place = places[what];
  if (place === undefined) return null;
  return (
    <p className={classes.met}>
      <IconCircleCheckFilled size="1.125rem" aria-hidden />
      <span>
        {say(`win-need-${what}`)}
        {place.text !== '' && <strong> {place.text}</strong>}
      </span>
      <Button kind="quiet" size="xs" onClick={() => onGo(place.tab)}>
        {say('win-facts-edit')}
      </Button>
    </p>
  );
}
