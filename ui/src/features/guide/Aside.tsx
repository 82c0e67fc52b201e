/** Beside the step: why it matters, what to write down, what not to do, what stands behind it. */
import { IconHandStop } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GuideStepDto } from '../../api/generated/GuideStepDto';
import { useWords } from '../../lib/words';
import { Facts } from './Source';
import classes from './Aside.module.css';

export function Aside({ step }: { step: GuideStepDto }): ReactNode {
  const { say } = useWords();
  return (
    <div className={classes.aside}>
      <Never never={step.never} />
      <div className={classes.why}>
        <h3 className={classes.title}>{say('win-guide-why')}</h3>
        <p>{step.why}</p>
      </div>
      {step.record !== null && (
        <div className={classes.record}>
          <h3 className={classes.title}>{say('win-guide-record')}</h3>
          <p>{step.record}</p>
        </div>
      )}
      {step.facts.length > 0 && (
        <div className={classes.record}>
          <h3 className={classes.title}>{say('win-guide-facts')}</h3>
          <Facts facts={step.facts.slice(0, 1)} />
          {step.facts.length > 1 && (
            <details className={classes.more}>
              <summary>{say('win-guide-facts-more', { count: step.facts.length - 1 })}</summary>
              <Facts facts={step.facts.slice(1)} />
            </details>
          )}
        </div>
      )}
    </div>
  );
}

/** What never to do: plain, with a shape and a word, no red. */
export function Never({ never }: { never: string[] }): ReactNode {
  const { say } = useWords();
  if (never.length === 0) return null;
  return (
    <div className={classes.never}>
      <IconHandStop size="1.125rem" aria-hidden />
      <div>
        <h3 className={classes.neverTitle}>{say('win-guide-never')}</h3>
        <ul>
          {never.map((text, at) => (
            <li key={at}>{text}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
