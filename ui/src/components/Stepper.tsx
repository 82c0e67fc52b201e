/** Where a case stands. Arrow keys move between the stages, Enter or a click chooses one. */
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '../lib/ime';
import { useWords } from '../lib/words';
import classes from './Stepper.module.css';

type StepperProps = { label: string; steps: { key: string; label: string; /** How far it is, e.g. `3/5`. */ note?: string }[]; current: string; onChoose: (key: string) => void };

export function Stepper({ label, steps, current, onChoose }: StepperProps): ReactNode {
  const { say } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const at = steps.findIndex((step) => step.key === current);
  const onKey = (event: KeyboardEvent<HTMLButtonElement>, index: number): void => {
    if (isComposing(event)) return;
    const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: steps.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <nav aria-label={label} className={classes.stepper}>
      <ol ref={list}>
        {steps.map((step, index) => {
          const state = index < at ? 'past' : index === at ? 'current' : 'future';
          return (
            <li key={step.key} data-state={state}>
              <button
                type="button"
                className={classes.step}
                tabIndex={index === at ? 0 : -1}
                aria-current={index === at ? 'step' : undefined}
                onKeyDown={(event) => onKey(event, index)}
                onClick={() => {
                  if (index !== at) onChoose(step.key);
                }}
              >
                {state === 'past' ? (
                  <IconCircleCheckFilled size="1.125rem" aria-hidden />
                ) : (
                  <span className={classes.dot} aria-hidden>
                    {index + 1}
                  </span>
                )}
                <span>{step.label}</span>
                {step.note !== undefined && <span className={classes.note}>{step.note}</span>}
                {state === 'past' && <span className="visually-hidden">{say('win-stage-past')}</span>}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
