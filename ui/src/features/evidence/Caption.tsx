/** What an exhibit proves, edited in its place (F2). */
import { useRef, useState, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import { errorWords } from '../../api/errors';
import type { EvidenceDto } from '../../api/generated/EvidenceDto';
import { TextField } from '../../components/Field';
import { isComposing } from '../../lib/ime';
import { formatShortcut } from '../../lib/shortcuts';
import { useWords } from '../../lib/words';
import classes from './Caption.module.css';

type CaptionProps = { exhibit: EvidenceDto; editing: boolean; closed: boolean; onEditing: (on: boolean) => void };

export function Caption({ exhibit, editing, closed, onEditing }: CaptionProps): ReactNode {
  const { say } = useWords();
  const { label, caption } = exhibit;
  if (editing) return <Editor exhibit={exhibit} onDone={() => onEditing(false)} />;
  return (
    <button type="button" tabIndex={-1} className={classes.caption} disabled={closed} onClick={() => onEditing(true)} title={formatShortcut('caption')}>
      <strong>{label}</strong>
      {caption === '' ? <span className="dim">{say('win-caption-none')}</span> : <span>{caption}</span>}
    </button>
  );
}

function Editor({ exhibit, onDone }: { exhibit: EvidenceDto; onDone: () => void }): ReactNode {
  const words = useWords();
  const act = useActOnCase();
  const [text, setText] = useState(exhibit.caption);
  const [error, setError] = useState<unknown>(null);
  const sending = useRef(false);
  const save = (): void => {
    if (sending.current) return;
    if (text.trim() === exhibit.caption) {
      onDone();
      return;
    }
    sending.current = true;
    act('evidence_describe', { id: exhibit.id, caption: text.trim() }).then(onDone, (reason: unknown) => {
      sending.current = false;
      setError(reason);
    });
  };
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <TextField ref={(field) => field?.focus()} hideLabel label={words.say('win-caption-of', { label: exhibit.label })} value={text} onChange={setText} onEnter={save} onLeave={save} error={error === null ? null : errorWords(error, words)} />
    </div>
  );
}
