/** The problems this program knows, shipped or the owner's own; and taking one in from a file. */
import { IconChevronRight, IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { PlaybookFault } from '../../api/generated/PlaybookFault';
import { usePlatform } from '../../api/platform';
import { useCatalog } from '../../api/queries';
import { Button } from '../../components/Button';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { Faults } from './Faults';
import { forgetPlaybooks } from './playbook';
import classes from './Playbooks.module.css';

export function Playbooks(): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const client = useQueryClient();
  const navigate = useNavigate();
  const tell = useTell();
  const { playbooks } = useCatalog();
  const [faults, setFaults] = useState<PlaybookFault[]>([]);
  const take = (): void => {
    setFaults([]);
    platform.call('playbook_import', {}).then(({ faults: found, doc }) => {
      setFaults(found);
      if (doc === null) return;
      forgetPlaybooks(client);
      tell.done(say('win-playbook-imported', { title: doc.title }));
      void navigate({ to: '/settings/playbooks/$id', params: { id: doc.id } });
    }, tell.refused);
  };
  return (
    <>
      <p className="dim">{say('win-playbooks-text')}</p>
      <ul className={classes.list}>
        {playbooks.map(({ id, title, summary, own }) => (
          <li key={id}>
            <Link to="/settings/playbooks/$id" params={{ id }} className={classes.row}>
              <span className={classes.what}>
                <strong>{title}</strong>
                <span className="dim">{summary}</span>
              </span>
              <span className={classes.tag} data-own={own}>
                {say(own ? 'win-playbook-own' : 'win-playbook-shipped')}
              </span>
              <IconChevronRight size="1rem" aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
      <div>
        <Button size="xs" icon={<IconFileImport size="1rem" aria-hidden />} onClick={take}>
          {say('win-playbook-import')}
        </Button>
      </div>
      {faults.length > 0 && <Faults faults={faults} title={say('win-playbook-import-faults', { count: faults.length })} />}
    </>
  );
}
