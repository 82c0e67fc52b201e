/** A sheet over the page: to read from during the call, to print, to keep as a PDF. */
import { IconFileDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import type { SheetDto } from '../../api/generated/SheetDto';
import { usePlatform } from '../../api/platform';
import { keys } from '../../api/queries';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Notice } from '../../components/Notice';
import { Skeleton } from '../../components/Skeleton';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';
import type { Platform } from '../../platform';
import { SheetView } from './SheetView';
import classes from './SheetDialog.module.css';

/** Which sheet: one per counterparty of a case, the words for its customer, or the shop's plan. */
export type SheetAsked = { sheet: 'call'; case: string; role: string } | { sheet: 'customer'; case: string; role: '' } | { sheet: 'contingency'; case: ''; role: '' };

function read(platform: Platform, asked: SheetAsked): Promise<SheetDto> {
  if (asked.sheet === 'call') return platform.call('call_sheet', { case: asked.case, role: asked.role });
  return asked.sheet === 'customer' ? platform.call('customer_script', { case: asked.case }) : platform.call('contingency_plan', {});
}

export function SheetDialog({ asked, onClose }: { asked: SheetAsked | null; onClose: () => void }): ReactNode {
  const { say } = useWords();
  return (
    <Dialog open={asked !== null} onClose={onClose} title={asked === null ? '' : say(`win-sheet-${asked.sheet}`)} size="wide">
      {asked !== null && <Loaded asked={asked} />}
    </Dialog>
  );
}

function Loaded({ asked }: { asked: SheetAsked }): ReactNode {
  const words = useWords();
  const platform = usePlatform();
  // What the case says may have changed since: a sheet is read again each time it is opened.
  const { data, error } = useQuery({ queryKey: keys.sheet(asked.sheet, asked.case, asked.role), queryFn: () => read(platform, asked), staleTime: 0 });
  if (error !== null) {
    return (
      <Notice tone="danger" live>
        {errorWords(error, words)}
      </Notice>
    );
  }
  if (data === undefined) return <Skeleton lines={8} />;
  return (
    <div className={classes.dialog}>
      <SheetActions asked={asked} />
      <SheetView sheet={data} />
    </div>
  );
}

/** Print and keep: the PDF opens in the system's viewer, which prints. */
export function SheetActions({ asked }: { asked: SheetAsked }): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const tell = useTell();
  const [busy, setBusy] = useState(false);
  const run = (act: () => Promise<unknown>): void => {
    setBusy(true);
    act()
      .catch(tell.refused)
      .finally(() => setBusy(false));
  };
  return (
    <div className={classes.actions}>
      <Button kind="primary" icon={<IconPrinter size="1rem" aria-hidden />} busy={busy} onClick={() => run(() => platform.call('sheet_open', asked))}>
        {say('win-sheet-open')}
      </Button>
      <Button
        icon={<IconFileDownload size="1rem" aria-hidden />}
        disabled={busy}
        onClick={() =>
          run(async () => {
            if (await platform.call('sheet_save', asked)) tell.done(say('win-sheet-saved'));
          })
        }
      >
        {say('win-sheet-save')}
      </Button>
    </div>
  );
}
