/** From "what happened?" to an open case in under a minute: say what is seen, or choose the problem by hand. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCatalog } from '../../api/queries';
import { TriagePage } from '../triage/TriagePage';
import { Essentials } from './Essentials';
import classes from './NewCasePage.module.css';

export function NewCasePage(): ReactNode {
  const navigate = useNavigate();
  const { playbooks } = useCatalog();
  const { playbook } = useSearch({ strict: false });
  const chosen = playbooks.find((one) => one.id === playbook);
  if (chosen === undefined) return <TriagePage />;
  return (
    <div className={classes.page}>
      <Essentials key={chosen.id} playbook={chosen} onOther={() => void navigate({ to: '/cases/new' })} />
    </div>
  );
}
