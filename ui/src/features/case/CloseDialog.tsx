/** How a case ended, and opening it again. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import { errorWords } from '../../api/errors';
import type { CaseView } from '../../api/generated/CaseView';
import { useCatalog, useGuide } from '../../api/queries';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { Dialog, DialogActions } from '../../components/Dialog';
import { TextField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { useWords } from '../../lib/words';
import classes from './forms.module.css';

type DialogProps = { view: CaseView; open: boolean; onClose: () => void };

export function CloseDialog({ view, open, onClose }: DialogProps): ReactNode {
  const { say } = useWords();
  return (
    <Dialog open={open} onClose={onClose} title={say('win-close-case')}>
      <CloseForm view={view} onClose={onClose} />
    </Dialog>
  );
}

function CloseForm({ view, onClose }: { view: CaseView; onClose: () => void }): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnCase();
  const { outcomes } = useCatalog();
  const likely = useGuide(view.id).data?.outcomes ?? [];
  // What a case of this kind usually comes to stands first.
  const ordered = [...new Set([...likely.map(({ id }) => id), ...outcomes])];
  const [outcome, setOutcome] = useState<string | null>(null);
  const [recovered, setRecovered] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const meaning = likely.find(({ id }) => id === outcome);
  const close = async (): Promise<void> => {
    if (outcome === null || busy) return;
    setBusy(true);
    try {
      await act('case_close', { id: view.id, outcome, recovered: recovered.trim(), currency: view.currency ?? 'CNY' });
      onClose();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void close();
      }}
    >
      <p className="dim">{say('win-close-case-text')}</p>
      <Choice label={say('win-field-outcome')} required options={ordered.map((value) => ({ value, label: say(`outcome-${value}`) }))} value={outcome} onChange={setOutcome} />
      <div role="status">{meaning !== undefined && <Notice>{meaning.text}</Notice>}</div>
      <TextField label={say('win-field-recovered', { currency: view.currency ?? 'CNY' })} hint={say('win-recovered-hint')} numeric value={recovered} onChange={setRecovered} />
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      <DialogActions>
        <Button kind="primary" type="submit" disabled={outcome === null} busy={busy}>
          {say('win-close-case')}
        </Button>
        <Button onClick={onClose}>{say('win-cancel')}</Button>
      </DialogActions>
    </form>
  );
}

export function ReopenDialog({ view, open, onClose }: DialogProps): ReactNode {
  const { say } = useWords();
  return (
    <Dialog open={open} onClose={onClose} title={say('win-reopen')}>
      <ReopenForm view={view} onClose={onClose} />
    </Dialog>
  );
}

function ReopenForm({ view, onClose }: { view: CaseView; onClose: () => void }): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnCase();
  const [why, setWhy] = useState('');
  const [error, setError] = useState<unknown>(null);
  const reopen = (): void => {
    act('case_reopen', { id: view.id, why: why.trim() }).then(onClose, setError);
  };
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        reopen();
      }}
    >
      <p className="dim">{say('win-reopen-text')}</p>
      <TextField label={say('win-field-why')} value={why} onChange={setWhy} first />
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      <DialogActions>
        <Button kind="primary" type="submit">
          {say('win-reopen')}
        </Button>
        <Button onClick={onClose}>{say('win-cancel')}</Button>
      </DialogActions>
    </form>
  );
}
