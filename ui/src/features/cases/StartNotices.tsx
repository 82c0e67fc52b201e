/** What the program noticed when it started, e.g. little space left: told once, put away by the owner. */
import { IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useAppInfo } from '../../api/queries';
import { IconButton } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { useWords } from '../../lib/words';
import classes from './CasesPage.module.css';

/** Put away until the next start. */
const putAway = new Set<string>();

export function StartNotices(): ReactNode {
  const { say } = useWords();
  const { notices } = useAppInfo();
  const [, redraw] = useState(0);
  const shown = notices.filter((notice) => !putAway.has(notice.code));
  if (shown.length === 0) return null;
  return (
    <div className={classes.notices}>
      {shown.map((notice) => (
        <Notice
          key={notice.code}
          tone="warn"
          title={notice.message}
          action={
            <IconButton
              label={say('win-close')}
              onClick={() => {
                putAway.add(notice.code);
                redraw((old) => old + 1);
              }}
            >
              <IconX size="1rem" aria-hidden />
            </IconButton>
          }
        >
          {notice.mend}
        </Notice>
      ))}
    </div>
  );
}
