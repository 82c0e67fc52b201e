/** An exhibit at full size: pages, zoom, rotation for the eye only, and what is known of it beside it. */
import { IconChevronLeft, IconChevronRight, IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { EvidenceDto } from '../../api/generated/EvidenceDto';
import { usePlatform } from '../../api/platform';
import { useCatalog } from '../../api/queries';
import { Button, IconButton } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { SavedField } from '../../components/Field';
import { Choice } from '../../components/Choice';
import { Picture } from '../../components/Picture';
import { useTell } from '../../components/Toasts';
import { isComposing } from '../../lib/ime';
import { formatShort } from '../../lib/dates';
import { formatBytes } from '../../lib/money';
import { useWords } from '../../lib/words';
import classes from './Viewer.module.css';

type ViewerProps = { exhibits: EvidenceDto[]; shown: string | null; closed: boolean; onShow: (id: string | null) => void };

export function Viewer({ exhibits, shown, closed, onShow }: ViewerProps): ReactNode {
  const { say } = useWords();
  const at = exhibits.findIndex((one) => one.id === shown);
  const exhibit = exhibits[at];
  return (
    <Dialog open={exhibit !== undefined} onClose={() => onShow(null)} size="full" title={exhibit === undefined ? '' : say('win-viewer-title', { label: exhibit.label, at: at + 1, count: exhibits.length })}>
      {exhibit !== undefined && (
        <Shown
          key={exhibit.id}
          exhibit={exhibit}
          closed={closed}
          onBefore={at > 0 ? () => onShow(exhibits[at - 1]?.id ?? null) : null}
          onAfter={at < exhibits.length - 1 ? () => onShow(exhibits[at + 1]?.id ?? null) : null}
        />
      )}
    </Dialog>
  );
}

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

type ShownProps = { exhibit: EvidenceDto; closed: boolean; onBefore: (() => void) | null; onAfter: (() => void) | null };

function Shown({ exhibit, closed, onBefore, onAfter }: ShownProps): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const [page, setPage] = useState(1);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const factor = ZOOMS[zoom] ?? 1;
  const zoomBy = (by: number): void => setZoom((old) => Math.max(0, Math.min(ZOOMS.length - 1, old + by)));
  const turn = (): void => setTurns((old) => (old + 1) % 4);
  const pageBy = (by: number): void => setPage((old) => Math.max(1, Math.min(exhibit.pages, old + by)));
  const onKey = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
    if (isComposing(event) || typing || event.ctrlKey || event.altKey || event.metaKey) return;
    const acts: Record<string, (() => void) | null> = {
      '+': () => zoomBy(1),
      '=': () => zoomBy(1),
      '-': () => zoomBy(-1),
      '0': () => setZoom(0),
      r: turn,
      PageDown: () => pageBy(1),
      PageUp: () => pageBy(-1),
      ArrowRight: onAfter,
      ArrowLeft: onBefore,
    };
    const act = acts[event.key];
    if (act == null) return;
    event.preventDefault();
    act();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the whole viewer; each also has its button
    <div className={classes.viewer} onKeyDown={onKey}>
      <div className={classes.stage}>
        <div className={classes.tools} role="toolbar" aria-label={say('win-viewer-tools')}>
          <IconButton label={say('win-zoom-in')} disabled={zoom === ZOOMS.length - 1} onClick={() => zoomBy(1)}>
            <IconZoomIn size="1.25rem" aria-hidden />
          </IconButton>
          <IconButton label={say('win-zoom-out')} disabled={zoom === 0} onClick={() => zoomBy(-1)}>
            <IconZoomOut size="1.25rem" aria-hidden />
          </IconButton>
          <span className="dim">{say('win-progress-percent', { percent: String(factor * 100) })}</span>
          <IconButton label={say('win-rotate')} onClick={turn}>
            <IconRotateClockwise size="1.25rem" aria-hidden />
          </IconButton>
          {exhibit.pages > 1 && (
            <>
              <IconButton label={say('win-page-before')} disabled={page === 1} onClick={() => pageBy(-1)}>
                <IconChevronLeft size="1.25rem" aria-hidden />
              </IconButton>
              <span role="status">{say('win-page-of', { page, count: exhibit.pages })}</span>
              <IconButton label={say('win-page-after')} disabled={page === exhibit.pages} onClick={() => pageBy(1)}>
                <IconChevronRight size="1.25rem" aria-hidden />
              </IconButton>
            </>
          )}
        </div>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard */}
        <div className={classes.scroller} tabIndex={0} role="region" aria-label={say('win-viewer-picture')}>
          <div className={classes.sheet} data-turns={turns} style={{ '--zoom': factor } as CSSProperties}>
            <Picture key={page} preview={platform.pictureUrl(exhibit.id, page, 256)} src={platform.pictureUrl(exhibit.id, page, 2048)} alt={say('win-viewer-alt', { label: exhibit.label, name: exhibit.name, page })} whole />
          </div>
        </div>
      </div>
      <Facts exhibit={exhibit} closed={closed} />
      <div className={classes.neighbours}>
        <Button size="xs" disabled={onBefore === null} onClick={() => onBefore?.()}>
          {say('win-exhibit-before')}
        </Button>
        <Button size="xs" disabled={onAfter === null} onClick={() => onAfter?.()}>
          {say('win-exhibit-after')}
        </Button>
      </div>
    </div>
  );
}

function Facts({ exhibit, closed }: { exhibit: EvidenceDto; closed: boolean }): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const tell = useTell();
  const { evidence_kinds, sources } = useCatalog();
  const { id, label } = exhibit;
  const facts: [string, string][] = [
    ['win-fact-file', exhibit.name],
    ['win-fact-size', formatBytes(exhibit.bytes)],
    ['win-fact-captured', exhibit.captured_at === null ? '' : formatShort(exhibit.captured_at)],
    ['win-fact-added', formatShort(exhibit.added_at)],
    ['win-fact-sha256', exhibit.sha256],
  ];
  return (
    <div className={classes.facts}>
      <SavedField label={say('win-caption-of', { label })} disabled={closed} lines={3} value={exhibit.caption} onSave={(caption) => act('evidence_describe', { id, caption: caption.trim() })} />
      <Choice
        label={say('win-field-kind')}
        disabled={closed}
        none={say('win-evidence-kind-none')}
        value={exhibit.kind}
        options={evidence_kinds.map((kind) => ({ value: kind, label: say(`evidence-kind-${kind}`) }))}
        onChange={(kind) => void act('evidence_describe', { id, kind }).catch(tell.refused)}
      />
      {exhibit.kind !== null && <p className="dim small">{say(`evidence-kind-${exhibit.kind}-good`)}</p>}
      <Choice
        label={say('win-field-source')}
        disabled={closed}
        value={exhibit.source}
        options={sources.map((source) => ({ value: source, label: say(`source-${source}`) }))}
        onChange={(source) => void act('evidence_describe', { id, source }).catch(tell.refused)}
      />
      <dl className={classes.list}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([key, value]) => (
            <div key={key}>
              <dt>{say(key)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
