/** Where a fact comes from. What nobody has verified says so in words. */
import type { ReactNode } from 'react';
import type { FactDto } from '../../api/generated/FactDto';
import { useWords } from '../../lib/words';
import classes from './Source.module.css';

type SourceProps = { source: string; checkedOn: string; unverified: boolean };

export function Source({ source, checkedOn, unverified }: SourceProps): ReactNode {
  const { say } = useWords();
  return (
    <p className={classes.source}>
      {unverified && <strong className={classes.unverified}>{say('win-fact-unverified')}</strong>}
      <span>{say('win-fact-source', { source, date: checkedOn })}</span>
    </p>
  );
}

export function Facts({ facts }: { facts: FactDto[] }): ReactNode {
  if (facts.length === 0) return null;
  return (
    <ul className={classes.facts}>
      {facts.map((fact, at) => (
        <li key={at}>
          <p>{fact.text}</p>
          <Source source={fact.source} checkedOn={fact.checked_on} unverified={fact.unverified} />
        </li>
      ))}
    </ul>
  );
}
