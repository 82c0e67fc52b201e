/** What is wrong with a playbook's file: where, and why. */
import type { ReactNode } from 'react';
import type { PlaybookFault } from '../../api/generated/PlaybookFault';
import { Notice } from '../../components/Notice';
import { useWords } from '../../lib/words';
import classes from './Playbooks.module.css';

const SHOWN_AT_MOST = 12;

export function Faults({ faults, title }: { faults: PlaybookFault[]; title: string }): ReactNode {
  const { say } = useWords();
  return (
    <Notice tone="warn" live title={title}>
      <p>{say('win-playbook-faults-safe')}</p>
      <ul className={classes.faults}>
        {faults.slice(0, SHOWN_AT_MOST).map((fault, at) => (
          <li key={at}>
            {fault.line > 0 && <strong>{say('win-playbook-line', { line: fault.line })}</strong>} {fault.message}
          </li>
        ))}
      </ul>
      {faults.length > SHOWN_AT_MOST && <p>{say('win-facts-more', { count: faults.length - SHOWN_AT_MOST })}</p>}
    </Notice>
  );
}
