/** How a step is left behind: done, with a word on how; skipped, with the reason; or simply later. */
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import type { GuideStepDto } from '../../api/generated/GuideStepDto';
import { Button, IconButton } from '../../components/Button';
import { TextField } from '../../components/Field';
import { Refusal } from '../../components/Refusal';
import { useTell } from '../../components/Toasts';
import { useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/words';
import { asksAnything, isComplete, isMove } from './route';
import classes from './StepCard.module.css';

type FinishProps = {
  view: CaseView;
  step: GuideStepDto;
  /** Something on the card already is the one primary button. */
  primaryElsewhere: boolean;
  onBack: (() => void) | null;
  onOn: () => void;
  /** Shows the step right after this one, whatever became of this one; null at the end. */
  onSkipOver: (() => void) | null;
  onClose: () => void;
};

/** Words for what is written down about a step that is done outside of the program. */
const NOTES: Record<string, { label: string; hint: string; done: string }> = {
  'hand-over-packet': { label: 'win-handed-over-note', hint: 'win-handed-over-hint', done: 'win-handed-over' },
  'record-answer': { label: 'win-answer-note', hint: 'win-answer-hint', done: 'win-note-save' },
};
/** What is written down about a call. */
const CALL = { label: 'win-call-note', hint: 'win-call-note-hint', done: 'win-guide-done-next' };

export function Finish(props: FinishProps): ReactNode {
  const { view, step } = props;
  // What was said in a call can be written down even when everything else of the step is there.
  const untold = step.state === 'done' && step.contact !== null && step.note === '';
  if ((step.state !== 'open' && !untold) || view.stage === 'closed') return <Behind {...props} />;
  return <Open {...props} />;
}

function Behind({ step, onBack, onOn, primaryElsewhere }: FinishProps): ReactNode {
  const { say } = useWords();
  return (
    <div className={classes.foot}>
      <Back onBack={onBack} />
      <p className={classes.state}>
        <strong>{say(step.state === 'skipped' ? 'win-step-skipped' : 'win-step-done')}</strong>
        {step.note !== '' && <span className="dim"> {step.note}</span>}
      </p>
      <span className={classes.on} {...(primaryElsewhere ? {} : { 'data-step-primary': true })}>
        <Button kind={primaryElsewhere ? 'default' : 'primary'} icon={<IconArrowRight size="1rem" aria-hidden />} onClick={onOn}>
          {say('win-guide-next')}
        </Button>
      </span>
    </div>
  );
}

function Open({ view, step, primaryElsewhere, onBack, onOn, onSkipOver, onClose }: FinishProps): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const tell = useTell();
  const words = NOTES[step.action] ?? NOTES[step.id] ?? (step.contact === null ? undefined : CALL);
  const byHand = !asksAnything(step) && !isMove(step);
  const [{ note, reason }, change, forget] = useDraft(`step-${view.id}-${step.id}`, { note: '', reason: '' });
  const [asking, setAsking] = useState<'skip' | 'done' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
      forget();
      onOn();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const done = (): void =>
    void run(async () => {
      if (step.state === 'done' && note.trim() === '') return;
      await act('case_do', { id: view.id, step: step.id, note: note.trim() });
      if (note.trim() !== '') tell.done(say('win-noted'));
    });
  const skip = (): void => void run(() => act('case_skip', { id: view.id, step: step.id, reason: reason.trim() }));
  const closing = step.action === 'close-case' || step.id === 'close-case';
  // What is asked for is all there, or nothing is: then this card can be finished; otherwise it waits.
  const finishes = byHand || isMove(step) || (isComplete(step) && asksAnything(step));
  const label = step.state === 'done' && note.trim() === '' ? 'win-guide-next' : closing ? 'win-close-case' : isMove(step) ? 'win-guide-advance' : byHand ? (words?.done ?? 'win-guide-done-next') : finishes ? 'win-guide-done-next' : 'win-guide-next';
  const primary = closing ? onClose : finishes ? done : (onSkipOver ?? onOn);
  const needsNote = words === NOTES['record-answer'] && note.trim() === '';
  return (
    <>
      {(byHand || step.contact !== null) && !closing && asking === null && (
        <TextField label={say(words?.label ?? 'win-step-note')} lines={2} value={note} onChange={(text) => change({ note: text })} hint={say(words?.hint ?? 'win-step-note-hint')} />
      )}
      {asking !== null && (
        <Reason
          label={say(asking === 'skip' ? 'win-without-why' : 'win-step-note')}
          act={say(asking === 'skip' ? 'win-without-skip' : 'win-guide-mark-done')}
          value={asking === 'skip' ? reason : note}
          required={asking === 'skip'}
          busy={busy}
          onChange={(text) => change(asking === 'skip' ? { reason: text } : { note: text })}
          onAct={asking === 'skip' ? skip : done}
          onCancel={() => {
            setAsking(null);
            setError(null);
          }}
        />
      )}
      <Refusal reason={error} onMasked={(masked) => {
        change(asking === 'skip' ? { reason: masked } : { note: masked });
        setError(null);
      }} />
      <div className={classes.foot}>
        <Back onBack={onBack} />
        {step.state === 'done' && <p className={classes.state}>{say('win-step-done')}</p>}
        {asking === null && step.state === 'open' && !isMove(step) && !closing && (
          <span className={classes.aside}>
            <Button kind="quiet" size="xs" onClick={() => setAsking('skip')}>
              {say(lacksProof(step) ? 'win-without' : 'win-guide-skip')}
            </Button>
            {!byHand && !finishes && (
              <Button kind="quiet" size="xs" onClick={() => setAsking('done')}>
                {say('win-guide-mark-done')}
              </Button>
            )}
          </span>
        )}
        <span className={classes.on} {...(primaryElsewhere || asking !== null ? {} : { 'data-step-primary': true })}>
          <Button
            kind={primaryElsewhere || asking !== null ? 'default' : 'primary'}
            icon={<IconArrowRight size="1rem" aria-hidden />}
            busy={busy}
            disabled={byHand && needsNote}
            onClick={primaryElsewhere && !finishes ? (onSkipOver ?? onOn) : primary}
          >
            {say(primaryElsewhere && !finishes ? 'win-guide-later' : label)}
          </Button>
        </span>
      </div>
    </>
  );
}

/** Whether proof is what keeps this step open: then there may simply be none. */
function lacksProof(step: GuideStepDto): boolean {
  const only = step.questions.length + step.needs.length === 0 && step.contact === null;
  return step.evidence.some((asked) => asked.have.length === 0 && (asked.mandatory || only));
}

function Back({ onBack }: { onBack: (() => void) | null }): ReactNode {
  const { say } = useWords();
  if (onBack === null) return null;
  return (
    <IconButton label={say('win-guide-back')} onClick={onBack}>
      <IconArrowLeft size="1.125rem" aria-hidden />
    </IconButton>
  );
}

type ReasonProps = { label: string; act: string; value: string; required: boolean; busy: boolean; onChange: (text: string) => void; onAct: () => void; onCancel: () => void };

function Reason({ label, act, value, required, busy, onChange, onAct, onCancel }: ReasonProps): ReactNode {
  const { say } = useWords();
  const ready = !required || value.trim() !== '';
  return (
    <div className={classes.reason}>
      <TextField
        ref={(field) => {
          if (field !== null && field.dataset.begun === undefined) {
            field.dataset.begun = 'true';
            field.focus();
          }
        }}
        label={label}
        value={value}
        onChange={onChange}
        onEnter={() => {
          if (ready) onAct();
        }}
      />
      <div className={classes.reasonActions}>
        <Button size="xs" disabled={!ready} busy={busy} onClick={onAct}>
          {act}
        </Button>
        <Button size="xs" kind="quiet" onClick={onCancel}>
          {say('win-cancel')}
        </Button>
      </div>
    </div>
  );
}
