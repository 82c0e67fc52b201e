/**
 * Files on their way into a case: chosen, dropped anywhere on the page, or pasted. One after the other; what became of each
 * is told in one place.
 */
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useJob, useRefreshCase } from '../../api/commands';
import type { AddReport } from '../../api/generated/AddReport';
import type { CaseView } from '../../api/generated/CaseView';
import type { JobProgress } from '../../api/generated/JobProgress';
import { usePlatform } from '../../api/platform';
import { matches } from '../../lib/shortcuts';
import { useTell } from '../../components/Toasts';
import { useWords } from '../../lib/words';

export type Intake = {
  closed: boolean;
  progress: JobProgress | null;
  cancel: () => void;
  /** What became of the last files, until it is put away. */
  report: AddReport | null;
  putAway: () => void;
  /** Opens the chooser; the files get this kind. */
  choose: (kind?: string) => void;
  /** Files are held over the page now. */
  hovering: boolean;
};

const IntakeContext = createContext<Intake | null>(null);

export function useIntake(): Intake {
  const intake = useContext(IntakeContext);
  if (intake === null) throw new Error('IntakeProvider is missing');
  return intake;
}

/** Kind of the zone at a place of the page, so that a drop on a step is filed under it. */
function kindAt(x: number, y: number): string | undefined {
  const kind = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-kind]')?.dataset.kind;
  return kind === '' ? undefined : kind;
}

export function IntakeProvider({ view, children }: { view: CaseView; children: ReactNode }): ReactNode {
  const platform = usePlatform();
  const refresh = useRefreshCase();
  const tell = useTell();
  const { say } = useWords();
  const { progress, run, cancel } = useJob('evidence_add_picked');
  const [report, setReport] = useState<AddReport | null>(null);
  const [hovering, setHovering] = useState(false);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const closed = view.stage === 'closed';
  const { id } = view;

  const enqueue = useCallback(
    (work: () => Promise<AddReport | null>) => {
      const turn = async (): Promise<void> => {
        try {
          const done = await work();
          if (done !== null) setReport(done);
        } catch (reason) {
          tell.refused(reason);
        }
        // Also after a cancelled job: what was taken in before stays.
        await refresh(id);
      };
      queue.current = queue.current.then(turn);
    },
    [tell, refresh, id],
  );
  const take = useCallback(
    (token: string, kind?: string) => enqueue(() => run({ case: id, token, ...(kind === undefined ? {} : { kind }) })),
    [enqueue, run, id],
  );
  const choose = useCallback(
    (kind?: string) => {
      platform.call('evidence_choose', {}).then((picked) => {
        if (picked !== null) take(picked.token, kind);
      }, tell.refused);
    },
    [platform, take, tell],
  );

  useEffect(() => {
    if (closed) return;
    const stop = [
      platform.on('files-over', () => setHovering(true)),
      platform.on('files-left', () => setHovering(false)),
      platform.on('files-dropped', ({ token, x, y, left_out }) => {
        setHovering(false);
        if (left_out === true) tell.done(say('win-left-out'));
        take(token, kindAt(x, y));
      }),
    ];
    return () => stop.forEach((one) => one());
  }, [platform, take, closed, tell, say]);

  usePaste(!closed, {
    file: (file, kind) => {
      enqueue(async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return platform.call('evidence_add_bytes', { case: id, name: file.name, kind, bytes });
      });
    },
    unseen: (kind) => {
      enqueue(() => platform.call('evidence_paste', { case: id, name: pastedName(say('win-pasted-name')), ...(kind === '' ? {} : { kind }) }));
    },
  });

  const putAway = useCallback(() => setReport(null), []);
  const intake = useMemo<Intake>(
    () => ({ closed, progress, cancel, report, putAway, choose, hovering }),
    [closed, progress, cancel, report, putAway, choose, hovering],
  );
  return <IntakeContext value={intake}>{children}</IntakeContext>;
}

/** Where the next pasted file belongs: the kind of the step at hand. */
function kindOfStep(): string {
  return document.querySelector<HTMLElement>('[data-step] [data-kind]')?.dataset.kind ?? '';
}

type Paste = {
  /** A file that the engine hands over. */
  file: (file: File, kind: string) => void;
  /** Nothing was handed over: the shell may see more. */
  unseen: (kind: string) => void;
};

/**
 * Pictures and PDF files from the clipboard. Pasted text goes where the cursor is, as always. An engine may keep pictures
 * from the page, and may not even tell of a paste outside of fields; then the shell is asked.
 */
function usePaste(active: boolean, paste: Paste): void {
  const { say } = useWords();
  const current = useRef(paste);
  useEffect(() => {
    current.current = paste;
  });
  useEffect(() => {
    if (!active) return;
    let told = false;
    const onPaste = (event: ClipboardEvent): void => {
      told = true;
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) {
        event.preventDefault();
        for (const file of files) current.current.file(named(file, say('win-pasted-name')), kindOfStep());
      } else if ((event.clipboardData?.getData('text') ?? '') === '') {
        current.current.unseen(kindOfStep());
      }
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!matches(event, 'paste') || isTyping(event.target)) return;
      told = false;
      setTimeout(() => {
        if (!told) current.current.unseen(kindOfStep());
      }, UNTOLD_MS);
    };
    document.addEventListener('paste', onPaste);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('keydown', onKey);
    };
  }, [active, say]);
}

/** The event follows the key at once, if it comes at all. */
const UNTOLD_MS = 60;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

function pastedName(base: string): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${base} ${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}`;
}

/** A picture from the clipboard is always called "image.png"; the time tells two of them apart. */
function named(file: File, base: string): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  return new File([file], `${pastedName(base)}${file.name.slice(file.name.lastIndexOf('.'))}`, { type: file.type });
}
