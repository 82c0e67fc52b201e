/** One step: what to do, what it asks for in its place, and beside it why. */
import { IconPhone } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import type { GuideStepDto } from '../../api/generated/GuideStepDto';
import { Button } from '../../components/Button';
import { SavedField } from '../../components/Field';
import { Urgency } from '../../components/Urgency';
import { formatShortcut } from '../../lib/shortcuts';
import { useWords } from '../../lib/words';
import type { CaseTab } from '../case/tabs';
import { SheetDialog, type SheetAsked } from '../sheet/SheetDialog';
import { Aside } from './Aside';
import { Asked } from './Asked';
import { Finish } from './Finish';
import { Need } from './Need';
import { Question } from './Question';
import classes from './StepCard.module.css';

type StepCardProps = {
  view: CaseView;
  step: GuideStepDto;
  place: { at: number; of: number };
  onGo: (tab: CaseTab) => void;
  onShow: (step: string) => void;
  onBack: (() => void) | null;
  onOn: () => void;
  onSkipOver: (() => void) | null;
  onClose: () => void;
};

export function StepCard({ view, step, place, onGo, onShow, onBack, onOn, onSkipOver, onClose }: StepCardProps): ReactNode {
  const { say } = useWords();
  const closed = view.stage === 'closed';
  const unmet = step.needs.some((need) => !need.met);
  const answered = step.questions.every((question) => question.optional || question.answer !== null);
  // Proof that may be left out is not what a call or a form is about.
  const about = step.contact === null && step.needs.length === 0;
  const wanting = step.evidence.find((asked) => asked.have.length === 0 && (asked.mandatory || about));
  const firstProof = step.state === 'open' && !unmet && answered ? wanting : undefined;
  return (
    <section className={classes.card} data-step aria-labelledby="step-title">
      <header className={classes.head}>
        <p className={classes.place}>{say('win-guide-place', { phase: say(`stage-${step.phase === 'close' ? 'closed' : step.phase}`), at: place.at, of: place.of })}</p>
        <h2 id="step-title" tabIndex={-1}>
          {step.title}
        </h2>
        <Marks step={step} />
        <span className={classes.shortcut} aria-hidden>
          {formatShortcut('nextStep')}
        </span>
      </header>
      <div className={classes.columns}>
        <div className={classes.main}>
          <Blocked step={step} onShow={onShow} />
          {step.contact !== null && <CallSheet caseId={view.id} role={step.contact} />}
          {step.questions.map((question) => (
            <Question key={question.id} caseId={view.id} question={question} closed={closed} />
          ))}
          {step.details.length > 0 && <Details view={view} step={step} />}
          {step.evidence.map((asked) => (
            <Asked key={asked.kind} view={view} asked={asked} primary={asked === firstProof && !closed} />
          ))}
          {step.needs.map((need) => (
            <Need key={need.what} view={view} need={need} role={step.contact} onGo={onGo} onMet={onOn} />
          ))}
        </div>
        <div className={classes.side}>
          <Aside step={step} />
        </div>
      </div>
      <Finish view={view} step={step} primaryElsewhere={!closed && (unmet || firstProof !== undefined)} onBack={onBack} onOn={onOn} onSkipOver={onSkipOver} onClose={onClose} />
    </section>
  );
}

function Marks({ step }: { step: GuideStepDto }): ReactNode {
  const { say } = useWords();
  if (step.state !== 'open') return null;
  return (
    <>
      {step.urgent && <Urgency urgency="soon">{say('win-step-urgent')}</Urgency>}
      {step.optional && <span className="dim small">{say('win-optional')}</span>}
    </>
  );
}

/** What should come first. It informs; nothing is locked. */
function Blocked({ step, onShow }: { step: GuideStepDto; onShow: (step: string) => void }): ReactNode {
  const { say } = useWords();
  if (step.state !== 'open' || step.blocked_by.length === 0) return null;
  return (
    <p className={classes.blocked}>
      <span>{say('win-step-blocked')}</span>
      {step.blocked_by.map((one) => (
        <button key={one.id} type="button" className={classes.link} onClick={() => onShow(one.id)}>
          {one.title}
        </button>
      ))}
    </p>
  );
}

function Details({ view, step }: { view: CaseView; step: GuideStepDto }): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  return (
    <div className={classes.details}>
      {step.details.map(({ key, value }) => (
        <div key={key}>
          <SavedField label={say(`detail-${key}`)} disabled={view.stage === 'closed'} value={value ?? ''} onSave={(text) => act('case_set', { id: view.id, details: { [key]: text.trim() } })} />
        </div>
      ))}
    </div>
  );
}

function CallSheet({ caseId, role }: { caseId: string; role: string }): ReactNode {
  const { say } = useWords();
  const [asked, setAsked] = useState<SheetAsked | null>(null);
  const customer = role === 'customer';
  return (
    <div>
      <Button size="xs" icon={<IconPhone size="1rem" aria-hidden />} onClick={() => setAsked(customer ? { sheet: 'customer', case: caseId, role: '' } : { sheet: 'call', case: caseId, role })}>
        {say(customer ? 'win-sheet-customer' : 'win-sheet-call-role', { role: say(`role-${role}`) })}
      </Button>
      <SheetDialog asked={asked} onClose={() => setAsked(null)} />
    </div>
  );
}
