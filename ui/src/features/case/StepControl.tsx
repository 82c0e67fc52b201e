/** The control of a step: a drop zone, a form, or the way to where it is done. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import { errorWords } from '../../api/errors';
import type { CaseView } from '../../api/generated/CaseView';
import type { StepDto } from '../../api/generated/StepDto';
import { Button } from '../../components/Button';
import { TextField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { useTell } from '../../components/Toasts';
import { useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/words';
import { DeadlineForm } from '../deadlines/DeadlineForm';
import { FileZone } from '../evidence/FileZone';
import type { CaseTab } from './tabs';
import { PartyForm } from './PartyForm';
import { TransactionForm } from './TransactionForm';
import classes from './forms.module.css';

type StepProps = { view: CaseView; step: StepDto; onGo: (tab: CaseTab) => void };

export function StepControl({ view, step, onGo }: StepProps): ReactNode {
  const { say } = useWords();
  switch (step.action) {
    case 'gather-evidence':
      return <Gather view={view} step={step} />;
    case 'record-transaction':
      return <TransactionForm view={view} />;
    case 'name-counterparty':
      return <PartyForm view={view} />;
    case 'set-deadline':
      return <DeadlineForm view={view} />;
    case 'build-packet':
      return (
        <div data-step-primary className={classes.actions}>
          <Button kind="primary" onClick={() => onGo('packet')}>
            {say('win-go-packet')}
          </Button>
        </div>
      );
    default:
      return <Tell view={view} step={step} onGo={onGo} />;
  }
}

function Gather({ view, step }: { view: CaseView; step: StepDto }): ReactNode {
  const { say } = useWords();
  const kind = step.evidence_kind ?? '';
  return (
    <>
      <div data-step-primary>
        <FileZone primary {...(kind === '' ? {} : { kind, good: say(`evidence-kind-${kind}-good`) })} />
      </div>
      <Without view={view} step={step} />
    </>
  );
}

/** There is none: say why, and go on. */
function Without({ view, step }: { view: CaseView; step: StepDto }): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnCase();
  const [reason, setReason] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  if (reason === null) {
    return (
      <div className={classes.pull}>
        <Button kind="quiet" size="xs" onClick={() => setReason('')}>
          {say('win-without')}
        </Button>
      </div>
    );
  }
  const skip = (): void => {
    act('case_skip', { id: view.id, step: step.id, reason: reason.trim() }).catch(setError);
  };
  return (
    <div className={classes.form}>
      <TextField ref={(field) => field?.focus()} label={say('win-without-why')} value={reason} onChange={setReason} onEnter={skip} error={error === null ? null : errorWords(error, words)} />
      <div className={classes.actions}>
        <Button size="xs" disabled={reason.trim() === ''} onClick={skip}>
          {say('win-without-skip')}
        </Button>
        <Button size="xs" kind="quiet" onClick={() => setReason(null)}>
          {say('win-cancel')}
        </Button>
      </div>
    </div>
  );
}

/** Something done outside of the program: it is written down in words, and the case moves on. */
function Tell({ view, step, onGo }: StepProps): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnCase();
  const tell = useTell();
  const [{ note }, change, forget] = useDraft(`${step.id}-${view.id}`, { note: '' });
  const [error, setError] = useState<unknown>(null);
  const handOver = step.action === 'hand-over-packet';
  const done = async (): Promise<void> => {
    try {
      if (handOver) {
        await act('case_do', { id: view.id, step: step.id, note: note.trim() });
        await act('case_advance', { id: view.id, stage: 'follow-up' });
      } else {
        await act('case_note', { id: view.id, text: note.trim() });
      }
      forget();
      setError(null);
      tell.done(say('win-noted'));
    } catch (reason) {
      setError(reason);
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void done();
      }}
    >
      <TextField label={say(handOver ? 'win-handed-over-note' : 'win-answer-note')} hint={say(handOver ? 'win-handed-over-hint' : 'win-answer-hint')} lines={2} value={note} onChange={(next) => change({ note: next })} />
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      <div className={classes.actions} data-step-primary>
        <Button kind="primary" type="submit" disabled={!handOver && note.trim() === ''}>
          {say(handOver ? 'win-handed-over' : 'win-note-save')}
        </Button>
        {handOver && <Button onClick={() => onGo('packet')}>{say('win-go-packets')}</Button>}
      </div>
    </form>
  );
}
