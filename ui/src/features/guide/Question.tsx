/** One question, answered in its place. The answer is kept by itself; nothing has to be sent. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import { errorWords } from '../../api/errors';
import type { QuestionDto } from '../../api/generated/QuestionDto';
import { SavedField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { Radios } from '../../components/Radios';
import { SavedDate } from '../../components/SavedDate';
import { useWords } from '../../lib/words';
import { CodeHelp } from '../codes/CodeHelp';
import classes from './StepCard.module.css';

type QuestionProps = { caseId: string; question: QuestionDto; closed: boolean };

export function Question({ caseId, question, closed }: QuestionProps): ReactNode {
  const { say } = useWords();
  return (
    <div className={classes.question}>
      {!question.fits && question.answer !== null && <p className={classes.unfit}>{say('win-question-unfit', { answer: question.answer })}</p>}
      <Answer caseId={caseId} question={question} closed={closed} />
      {question.id === 'response-code' && <CodeHelp code={question.answer ?? ''} />}
    </div>
  );
}

function Answer({ caseId, question, closed }: QuestionProps): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const answer = question.fits ? (question.answer ?? '') : '';
  const keep = (value: string): Promise<unknown> => act('case_answer', { id: caseId, answers: { [question.id]: value } });
  const hint = [question.why, question.hint].filter((text) => text !== null).join(' ');
  const label = question.optional ? say('win-question-optional', { question: question.text }) : question.text;
  const common = { label, disabled: closed, ...(hint === '' ? {} : { hint }) };
  switch (question.kind) {
    case 'choice':
      return <Chosen {...common} options={question.choices.map(({ id, text }) => ({ value: id, label: text }))} value={answer} keep={keep} />;
    case 'yes-no':
      return <Chosen {...common} inline options={['yes', 'no'].map((value) => ({ value, label: say(value) }))} value={answer} keep={keep} />;
    case 'date':
      return <SavedDate label={label} value={answer} onSave={keep} {...(hint === '' ? {} : { hint })} />;
    case 'amount':
      return <SavedField {...common} numeric example="1280.00" value={answer} onSave={(text) => keep(text.trim())} />;
    default:
      return <SavedField {...common} value={answer} onSave={(text) => keep(text.trim())} />;
  }
}

type Kept = { label: string; hint?: string; disabled: boolean; value: string; keep: (value: string) => Promise<unknown> };

/** The choice shows at once; if it is refused, the old one is back, with the reason. */
function Chosen({ label, hint, disabled, value, keep, options, inline }: Kept & { options: { value: string; label: string }[]; inline?: boolean }): ReactNode {
  const words = useWords();
  const [pending, setPending] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const choose = (next: string): void => {
    setPending(next);
    setError(null);
    keep(next)
      .catch(setError)
      .finally(() => setPending(null));
  };
  return (
    <>
      <Radios label={label} options={options} value={pending ?? (value === '' ? null : value)} onChange={choose} inline={inline ?? false} disabled={disabled} {...(hint === undefined ? {} : { hint })} />
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
    </>
  );
}
