/** No case yet: one sentence, one action, and a quiet look at sample cases. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { forgetPages } from '../../api/case-pages';
import { usePlatform } from '../../api/platform';
import { keys } from '../../api/queries';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';

export function FirstCase(): ReactNode {
  const { say } = useWords();
  const tell = useTell();
  const navigate = useNavigate();
  const platform = usePlatform();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const addSamples = async (): Promise<void> => {
    setBusy(true);
    try {
      await platform.call('samples_add', {});
      void client.invalidateQueries({ queryKey: keys.deadlines });
      void client.invalidateQueries({ queryKey: keys.merchant });
      forgetPages();
    } catch (reason) {
      tell.refused(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <EmptyState
      title={say('win-first-title')}
      text={say('win-first-text')}
      action={
        <Button kind="primary" shortcut="newCase" onClick={() => void navigate({ to: '/cases/new' })}>
          {say('win-new-case')}
        </Button>
      }
      secondary={
        <Button kind="quiet" busy={busy} onClick={() => void addSamples()}>
          {say('win-first-samples')}
        </Button>
      }
    />
  );
}
