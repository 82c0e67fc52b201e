/** One clear next action with its control right there; everything later listed quietly. */
import { IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CaseView } from '../../api/generated/CaseView';
import type { StepDto } from '../../api/generated/StepDto';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { asUrgency, Urgency } from '../../components/Urgency';
import { formatDate } from '../../lib/dates';
import { formatShortcut } from '../../lib/shortcuts';
import { useWords } from '../../lib/words';
import { ReopenDialog } from './CloseDialog';
import type { CaseTab } from './tabs';
import { StepControl } from './StepControl';
import classes from './NextTab.module.css';

type NextProps = { view: CaseView; onGo: (tab: CaseTab) => void };

export function NextTab({ view, onGo }: NextProps): ReactNode {
  const { say } = useWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const step = view.next.find((one) => one.id === chosen) ?? view.next[0];
  if (step === undefined) return <Finished view={view} />;
  const later = view.next.filter((one) => one.id !== step.id);
  return (
    <div className={classes.next}>
      <section className={classes.step} data-step aria-labelledby="step-title">
        <div className={classes.head}>
          <h2 id="step-title" tabIndex={-1}>
            {step.title}
          </h2>
          <Due step={step} />
          <span className={classes.shortcut} aria-hidden>
            {formatShortcut('nextStep')}
          </span>
        </div>
        <p className="dim">{step.why}</p>
        <StepControl key={step.id} view={view} step={step} onGo={onGo} />
      </section>
      {later.length > 0 && (
        <section aria-labelledby="later-title">
          <h2 id="later-title" className={classes.laterTitle}>
            {say('win-later')}
          </h2>
          <ul className={classes.later}>
            {later.map((one) => (
              <li key={one.id}>
                <button type="button" className={classes.laterStep} onClick={() => setChosen(one.id)}>
                  <IconChevronRight size="1rem" aria-hidden />
                  <span>{one.title}</span>
                  <span className="dim small">{one.optional ? say('win-optional') : say(`stage-${one.phase}`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Due({ step }: { step: StepDto }): ReactNode {
  const words = useWords();
  const urgency = asUrgency(step.urgency);
  if (step.due === null || urgency === 'later') return null;
  return <Urgency urgency={urgency}>{formatDate(step.due, words)}</Urgency>;
}

function Finished({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <EmptyState
        title={say('win-closed-title')}
        text={view.outcome === null ? say('win-closed-text') : say(`outcome-${view.outcome}`)}
        action={<Button onClick={() => setAsking(true)}>{say('win-reopen')}</Button>}
      />
      <ReopenDialog view={view} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}
