/** What to do when no terminal works: one page to print and hang beside the till. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import { usePlatform } from '../../api/platform';
import { keys } from '../../api/queries';
import { Notice } from '../../components/Notice';
import { Skeleton } from '../../components/Skeleton';
import { useWords } from '../../lib/words';
import { SheetActions } from '../sheet/SheetDialog';
import { SheetView } from '../sheet/SheetView';
import classes from './Shop.module.css';

const ASKED = { sheet: 'contingency', case: '', role: '' } as const;

export function Plan(): ReactNode {
  const words = useWords();
  const platform = usePlatform();
  const { data, error } = useQuery({ queryKey: keys.sheet('contingency', '', ''), queryFn: () => platform.call('contingency_plan', {}), staleTime: 0 });
  return (
    <div className={classes.part}>
      <p className="dim">{words.say('win-plan-text')}</p>
      {error !== null && (
        <Notice tone="danger" live>
          {errorWords(error, words)}
        </Notice>
      )}
      {data === undefined ? error === null && <Skeleton lines={8} /> : (
        <>
          <SheetActions asked={ASKED} />
          <SheetView sheet={data} />
        </>
      )}
    </div>
  );
}
