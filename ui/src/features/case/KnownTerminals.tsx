/** The shop's terminals, one click each. */
import type { ReactNode } from 'react';
import { useMerchant } from '../../api/queries';
import { useWords } from '../../lib/words';
import classes from './forms.module.css';

const AT_MOST = 4;

export function KnownTerminals({ onUse }: { onUse: (tid: string) => void }): ReactNode {
  const { say } = useWords();
  const terminals = (useMerchant().data?.terminals ?? []).filter(({ tid }) => tid !== '').slice(0, AT_MOST);
  if (terminals.length === 0) return null;
  return (
    <div className={classes.chips} role="group" aria-label={say('win-shop-terminals')}>
      {terminals.map(({ tid, label }, at) => (
        <button key={at} type="button" className={classes.chip} onClick={() => onUse(tid)}>
          {label === '' ? tid : `${label} ${tid}`}
        </button>
      ))}
    </div>
  );
}
