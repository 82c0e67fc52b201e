/** Taking an exhibit out of a case: why, and what is safe. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import { errorWords } from '../../api/errors';
import type { EvidenceDto } from '../../api/generated/EvidenceDto';
import { Button } from '../../components/Button';
import { Dialog, DialogActions } from '../../components/Dialog';
import { TextField } from '../../components/Field';
import { Notice } from '../../components/Notice';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import classes from './RemoveDialog.module.css';

const USUAL = ['win-remove-wrong-file', 'win-remove-double', 'win-remove-unrelated'] as const;

export function RemoveDialog({ exhibit, onClose }: { exhibit: EvidenceDto | null; onClose: () => void }): ReactNode {
  const { say } = useWords();
  return (
    <Dialog open={exhibit !== null} onClose={onClose} title={exhibit === null ? '' : say('win-remove-title', { label: exhibit.label })}>
      {exhibit !== null && <RemoveForm exhibit={exhibit} onClose={onClose} />}
    </Dialog>
  );
}

function RemoveForm({ exhibit, onClose }: { exhibit: EvidenceDto; onClose: () => void }): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnCase();
  const tell = useTell();
  const [why, setWhy] = useState('');
  const [error, setError] = useState<unknown>(null);
  const remove = (): void => {
    act('evidence_remove', { id: exhibit.id, why: why.trim() }).then(() => {
      onClose();
      tell.done(say('win-removed', { label: exhibit.label }));
    }, setError);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        remove();
      }}
    >
      <p className="dim">{say('win-remove-text')}</p>
      <div className={classes.usual}>
        {USUAL.map((key) => (
          <Button key={key} size="xs" onClick={() => setWhy(say(key))}>
            {say(key)}
          </Button>
        ))}
      </div>
      <TextField label={say('win-field-why')} required first value={why} onChange={setWhy} />
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      <DialogActions>
        <Button kind="primary" type="submit" disabled={why.trim() === ''}>
          {say('win-evidence-remove')}
        </Button>
        <Button onClick={onClose}>{say('win-cancel')}</Button>
      </DialogActions>
    </form>
  );
}
