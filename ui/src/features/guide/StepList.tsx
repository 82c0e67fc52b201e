/** Every step of the case by phase: done, skipped, later; any of them can be looked at or taken first. */
import { IconCheck, IconChevronRight, IconMinus, IconPointFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GuideDto } from '../../api/generated/GuideDto';
import type { GuideStepDto } from '../../api/generated/GuideStepDto';
import { useWords } from '../../lib/words';
import { stepsIn } from './route';
import classes from './StepList.module.css';

type StepListProps = { guide: GuideDto; shown: string; onShow: (step: string) => void };

export function StepList({ guide, shown, onShow }: StepListProps): ReactNode {
  const { say } = useWords();
  return (
    <section className={classes.list} aria-labelledby="steps-title">
      <h2 id="steps-title" className={classes.title}>
        {say('win-guide-all')}
      </h2>
      {guide.phases
        .filter((phase) => phase.steps.length > 0)
        .map((phase) => (
          <div key={phase.phase} className={classes.phase} role="group" aria-labelledby={`phase-${phase.phase}`}>
            <h3 id={`phase-${phase.phase}`} className={classes.name}>
              {say(`stage-${phase.phase === 'close' ? 'closed' : phase.phase}`)}
              <span className={classes.count}>{say('win-guide-count', { done: phase.done, total: phase.total })}</span>
            </h3>
            <ul>
              {stepsIn(phase).map((step) => (
                <Line key={step.id} step={step} shown={step.id === shown} onShow={onShow} />
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

const ICONS = { done: IconCheck, skipped: IconMinus, open: IconChevronRight };

function Line({ step, shown, onShow }: { step: GuideStepDto; shown: boolean; onShow: (step: string) => void }): ReactNode {
  const { say } = useWords();
  const state = step.state === 'done' || step.state === 'skipped' ? step.state : 'open';
  const Icon = shown ? IconPointFilled : ICONS[state];
  const blocked = state === 'open' ? step.blocked_by.map((one) => one.title).join(say('win-list-comma')) : '';
  return (
    <li>
      <button type="button" className={classes.line} data-state={state} aria-current={shown ? 'step' : undefined} onClick={() => onShow(step.id)}>
        <Icon size="1rem" aria-hidden />
        <span className={classes.text}>
          {step.title}
          {blocked !== '' && <span className={classes.note}>{say('win-step-after', { steps: blocked })}</span>}
        </span>
        {state !== 'open' && <span className={classes.note}>{say(state === 'done' ? 'win-step-done' : 'win-step-skipped')}</span>}
        {state === 'open' && step.optional && <span className={classes.note}>{say('win-optional')}</span>}
      </button>
    </li>
  );
}
