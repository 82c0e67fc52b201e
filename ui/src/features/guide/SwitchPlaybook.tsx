/** It turns out to be another problem: choose that one. What stays is said before. */
import { useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import { useCatalog } from '../../api/queries';
import { Button } from '../../components/Button';
import { Dialog, DialogActions } from '../../components/Dialog';
import { Notice } from '../../components/Notice';
import { Radios } from '../../components/Radios';
import { Refusal } from '../../components/Refusal';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import forms from '../case/forms.module.css';

type SwitchProps = { view: CaseView; open: boolean; onClose: () => void };

export function SwitchPlaybook({ view, open, onClose }: SwitchProps): ReactNode {
  const { say } = useWords();
  return (
    <Dialog open={open} onClose={onClose} title={say('win-switch-title')}>
      <Chooser view={view} onClose={onClose} />
    </Dialog>
  );
}

function Chooser({ view, onClose }: { view: CaseView; onClose: () => void }): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const tell = useTell();
  const { playbooks } = useCatalog();
  const [to, setTo] = useState<string>(view.playbook);
  const [error, setError] = useState<unknown>(null);
  const change = (): void => {
    act('case_set', { id: view.id, playbook: to, details: {} }).then(() => {
      onClose();
      tell.done(say('win-switched'), () => void act('case_set', { id: view.id, playbook: view.playbook, details: {} }).catch(tell.refused));
    }, setError);
  };
  return (
    <div className={forms.form}>
      <Notice>{say('win-switch-text')}</Notice>
      <Radios label={say('win-field-playbook')} options={playbooks.map(({ id, title }) => ({ value: id, label: title }))} value={to} onChange={setTo} />
      <Refusal reason={error} />
      <DialogActions>
        <Button kind="primary" disabled={to === view.playbook} onClick={change}>
          {say('win-switch-do')}
        </Button>
        <Button onClick={onClose}>{say('win-cancel')}</Button>
      </DialogActions>
    </div>
  );
}
