/** One playbook: to read as it is shipped, or to change once it is the owner's own copy. */
import { IconArrowLeft } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import type { PlaybookDoc } from '../../api/generated/PlaybookDoc';
import { usePlatform } from '../../api/platform';
import { keys, usePlaybook } from '../../api/queries';
import { Button, IconButton } from '../../components/Button';
import { SavedField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { Skeleton } from '../../components/Skeleton';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import { forgetPlaybooks, useSaveDoc } from './playbook';
import { ProofList } from './ProofList';
import { PreventionList } from './PreventionList';
import { StepsEditor } from './StepsEditor';
import classes from './Playbooks.module.css';

export function PlaybookPage(): ReactNode {
  const { id = '' } = useParams({ strict: false });
  const words = useWords();
  const navigate = useNavigate();
  const { data, error } = usePlaybook(id);
  return (
    <div className={classes.page}>
      <div className={classes.back}>
        <IconButton label={words.say('win-settings')} onClick={() => void navigate({ to: '/settings' })}>
          <IconArrowLeft size="1.125rem" aria-hidden />
        </IconButton>
        <h1>{data?.title ?? words.say('win-playbooks')}</h1>
      </div>
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      {data === undefined ? error === null && <Skeleton lines={8} /> : <Loaded key={`${data.id}-${data.own}`} doc={data} />}
    </div>
  );
}

function Loaded({ doc }: { doc: PlaybookDoc }): ReactNode {
  const { say } = useWords();
  const save = useSaveDoc(doc.id);
  return (
    <>
      <Standing doc={doc} />
      {doc.own ? (
        <div className={classes.fields}>
          <SavedField label={say('win-playbook-title')} maxLength={60} value={doc.title} onSave={(title) => save((now) => ({ ...now, title: title.trim() }))} />
          <SavedField label={say('win-playbook-summary')} value={doc.summary} onSave={(summary) => save((now) => ({ ...now, summary: summary.trim() }))} />
        </div>
      ) : (
        <p>{doc.summary}</p>
      )}
      <StepsEditor doc={doc} save={save} />
      <ProofList doc={doc} save={save} />
      <PreventionList doc={doc} save={save} />
    </>
  );
}

/** Whose it is, and what can be done with it as a whole. */
function Standing({ doc }: { doc: PlaybookDoc }): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const client = useQueryClient();
  const navigate = useNavigate();
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const put = (now: PlaybookDoc): void => {
    client.setQueryData(keys.playbook(now.id), now);
    forgetPlaybooks(client);
  };
  const run = (act: () => Promise<unknown>): void => {
    setBusy(true);
    act()
      .catch(tell.refused)
      .finally(() => setBusy(false));
  };
  const copy = async (): Promise<void> => {
    const { text } = await platform.call('playbook_text', { id: doc.id });
    put(await platform.call('playbook_keep', { text }));
  };
  const reset = async (): Promise<void> => {
    const { text } = await platform.call('playbook_text', { id: doc.id });
    const shipped = await platform.call('playbook_reset', { id: doc.id });
    put(shipped);
    // One that was never shipped is gone altogether.
    if (shipped.id !== doc.id) await navigate({ to: '/settings' });
    tell.done(say('win-playbook-was-reset'), () => run(async () => put(await platform.call('playbook_keep', { text }))));
  };
  const save = async (): Promise<void> => {
    if (await platform.call('playbook_export', { id: doc.id })) tell.done(say('win-playbook-exported'));
  };
  return (
    <Notice title={say(doc.own ? 'win-playbook-is-own' : 'win-playbook-is-shipped')}>
      <p>{say(doc.own ? 'win-playbook-is-own-text' : 'win-playbook-is-shipped-text')}</p>
      <div className={classes.actions}>
        {doc.own ? (
          <Button size="xs" busy={busy} onClick={() => run(reset)}>
            {say('win-playbook-reset')}
          </Button>
        ) : (
          <Button kind="primary" size="xs" busy={busy} onClick={() => run(copy)}>
            {say('win-playbook-copy')}
          </Button>
        )}
        <Button size="xs" disabled={busy} onClick={() => run(save)}>
          {say('win-playbook-export')}
        </Button>
      </div>
    </Notice>
  );
}
