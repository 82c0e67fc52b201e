/** Files are held over the page: the whole page takes them. */
import { IconFileDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../lib/words';
import { useIntake } from './intake';
import classes from './DropCurtain.module.css';

export function DropCurtain(): ReactNode {
  const { say } = useWords();
  const { hovering } = useIntake();
  if (!hovering) return null;
  return (
    <div className={classes.curtain} role="status">
      <p>
        <IconFileDownload size="1.5rem" aria-hidden />
        {say('win-drop-here')}
      </p>
    </div>
  );
}
