/** From "what happened?" to an open case in under a minute: one choice, then a few fields that may all wait. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCatalog } from '../../api/queries';
import { useWords } from '../../lib/words';
import { Essentials } from './Essentials';
import classes from './NewCasePage.module.css';

export function NewCasePage(): ReactNode {
  const { say } = useWords();
  const navigate = useNavigate();
  const { playbooks } = useCatalog();
  const { playbook } = useSearch({ strict: false });
  const chosen = playbooks.find((one) => one.id === playbook);
  return (
    <div className={classes.page}>
      {chosen === undefined ? (
        <>
          <h1>{say('win-new-what')}</h1>
          <p className="dim">{say('win-new-what-text')}</p>
          <ul className={classes.symptoms}>
            {playbooks.map(({ id }) => (
              <li key={id}>
                <button type="button" className={classes.symptom} onClick={() => void navigate({ to: '/cases/new', search: { playbook: id } })}>
                  <span className={classes.name}>{say(`playbook-${id}`)}</span>
                  <span className="dim">{say(`playbook-${id}-about`)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Essentials key={chosen.id} playbook={chosen} onOther={() => void navigate({ to: '/cases/new' })} />
      )}
    </div>
  );
}
