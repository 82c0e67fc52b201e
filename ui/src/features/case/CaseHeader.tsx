/** Number, title, amount, counterparty, the date that presses; beneath it the six stages. */
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import { useCatalog, useGuide } from '../../api/queries';
import { IconButton } from '../../components/Button';
import { Stepper } from '../../components/Stepper';
import { TextField } from '../../components/Field';
import { useTell } from '../../components/Toasts';
import { asUrgency, Urgency } from '../../components/Urgency';
import { cutOff, formatDate, formatLeft, formatMoment } from '../../lib/dates';
import { isComposing } from '../../lib/ime';
import { formatMoney } from '../../lib/money';
import { useWords } from '../../lib/words';
import { CloseDialog, ReopenDialog } from './CloseDialog';
import classes from './CaseHeader.module.css';

export function CaseHeader({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const tell = useTell();
  const { stages } = useCatalog();
  const [asking, setAsking] = useState<'close' | 'reopen' | null>(null);
  const advance = (stage: string): void => {
    if (view.stage === 'closed') setAsking('reopen');
    else if (stage === 'closed') setAsking('close');
    else act('case_advance', { id: view.id, stage }).catch(tell.refused);
  };
  const phases = useGuide(view.id).data?.phases ?? [];
  /** How many steps of a phase are behind; a closed case has none before it. */
  const progressOf = (stage: string): { note?: string } => {
    const phase = phases.find((one) => one.phase === stage);
    return phase === undefined || phase.total === 0 || view.stage === 'closed' ? {} : { note: say('win-guide-count', { done: phase.done, total: phase.total }) };
  };
  const party = view.parties[0]?.name;
  return (
    <header className={classes.header}>
      <div className={classes.line}>
        <span className="dim">{view.number}</span>
        <Title view={view} />
        {view.amount !== null && view.currency !== null && <strong>{formatMoney(view.amount, view.currency)}</strong>}
        {party !== undefined && <span className={classes.party}>{party}</span>}
        <span className={classes.space} />
        <Pressing view={view} />
      </div>
      <Stepper label={say('win-stages')} steps={stages.map((key) => ({ key, label: say(`stage-${key}`), ...progressOf(key) }))} current={view.stage} onChoose={advance} />
      <CloseDialog view={view} open={asking === 'close'} onClose={() => setAsking(null)} />
      <ReopenDialog view={view} open={asking === 'reopen'} onClose={() => setAsking(null)} />
    </header>
  );
}

function Pressing({ view }: { view: CaseView }): ReactNode {
  const words = useWords();
  const next = view.deadlines.filter((deadline) => !deadline.done).sort((a, b) => a.due_at.localeCompare(b.due_at))[0];
  if (next === undefined || view.stage === 'closed') return null;
  const urgency = asUrgency(next.urgency);
  const when = cutOff(next.due_at) === '' ? formatDate(next.due, words) : formatMoment(next.due_at, next.zone, words);
  return (
    <span className={classes.pressing}>
      <Urgency urgency={urgency}>{formatLeft(next.days_left, urgency, words)}</Urgency>
      <span>
        {next.title} · {when}
      </span>
    </span>
  );
}

/** The title, editable in its place. */
function Title({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const tell = useTell();
  const [text, setText] = useState<string | null>(null);
  const finished = useRef(false);
  const finish = (save: boolean): void => {
    if (finished.current || text === null) return;
    finished.current = true;
    setText(null);
    const title = text.trim();
    if (save && title !== '' && title !== view.title) act('case_set', { id: view.id, title, details: {} }).catch(tell.refused);
  };
  if (text === null) {
    return (
      <span className={classes.title}>
        <h1 title={view.title}>{view.title}</h1>
        {view.stage !== 'closed' && (
          <IconButton
            label={say('win-title-edit')}
            onClick={() => {
              finished.current = false;
              setText(view.title);
            }}
          >
            <IconPencil size="1rem" aria-hidden />
          </IconButton>
        )}
      </span>
    );
  }
  return (
    <div
      className={classes.editing}
      role="presentation"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event)) {
          event.stopPropagation();
          finish(false);
        }
      }}
    >
      <TextField ref={(field) => field?.focus()} hideLabel label={say('win-field-title')} maxLength={120} value={text} onChange={setText} onEnter={() => finish(true)} onLeave={() => finish(true)} />
    </div>
  );
}
