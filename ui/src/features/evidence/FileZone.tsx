/** Where files come in: a button that is always there, and the look of a place to drop on. */
import { IconFilePlus } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { Button } from '../../components/Button';
import { useWords } from '../../lib/words';
import { useIntake } from './intake';
import classes from './FileZone.module.css';

type FileZoneProps = {
  /** Files dropped or chosen here are filed under this kind. */
  kind?: string;
  /** What makes a good one, in one sentence. */
  good?: string;
  primary?: boolean;
};

export function FileZone({ kind, good, primary }: FileZoneProps): ReactNode {
  const { say } = useWords();
  const id = useId();
  const { choose, closed, hovering, progress } = useIntake();
  if (closed) return null;
  return (
    <div className={classes.zone} data-kind={kind ?? ''} data-hovering={hovering}>
      <Button kind={primary === true ? 'primary' : 'default'} icon={<IconFilePlus size="1rem" aria-hidden />} onClick={() => choose(kind)} describedBy={id} disabled={progress !== null}>
        {say('win-files-choose')}
      </Button>
      <div id={id}>
        {good !== undefined && <p>{good}</p>}
        <p className="dim">{say('win-files-hint')}</p>
      </div>
    </div>
  );
}
