/** The exhibits of a case in packet order: seen, described, put in order, taken out. */
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { CaseView } from '../../api/generated/CaseView';
import type { EvidenceDto } from '../../api/generated/EvidenceDto';
import { useTell } from '../../components/Toasts';
import { isComposing } from '../../lib/ime';
import { matches } from '../../lib/shortcuts';
import { useWords } from '../../lib/words';
import { ExhibitRow } from './ExhibitRow';
import { FileZone } from './FileZone';
import { RemoveDialog } from './RemoveDialog';
import { useReorder } from './reorder';
import { Viewer } from './Viewer';
import classes from './EvidenceTab.module.css';

export function EvidenceTab({ view }: { view: CaseView }): ReactNode {
  const { say } = useWords();
  const act = useActOnCase();
  const tell = useTell();
  const list = useRef<HTMLDivElement>(null);
  const closed = view.stage === 'closed';
  const [active, setActive] = useState<string | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [removing, setRemoving] = useState<EvidenceDto | null>(null);
  const [captioning, setCaptioning] = useState<string | null>(null);
  const order = useReorder(view.evidence, list, (ids) => act('evidence_order', { case: view.id, order: ids }).catch(tell.refused));
  const exhibits = order.items;
  const at = Math.max(0, exhibits.findIndex((one) => one.id === active));

  const focusRow = (index: number): void => list.current?.querySelectorAll<HTMLElement>('[data-exhibit]')[index]?.focus();
  const onKey = (event: KeyboardEvent<HTMLElement>, exhibit: EvidenceDto): void => {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    const index = exhibits.indexOf(exhibit);
    const move = matches(event, 'earlier') ? -1 : matches(event, 'later') ? 1 : 0;
    const to = event.altKey ? undefined : { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: exhibits.length - 1 }[event.key];
    if (move !== 0 && !closed) order.move(index, index + move);
    else if (to !== undefined) focusRow(Math.max(0, Math.min(exhibits.length - 1, to)));
    else if (event.key === 'Enter') setShown(exhibit.id);
    else if (matches(event, 'caption') && !closed) setCaptioning(exhibit.id);
    else if (event.key === 'Delete' && !closed) setRemoving(exhibit);
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.tab}>
      <FileZone primary />
      {exhibits.length === 0 && <p className="dim">{say('win-evidence-none')}</p>}
      {exhibits.length > 0 && (
        <>
          <div ref={list} role="grid" aria-label={say('win-tab-evidence')} aria-rowcount={exhibits.length} className={classes.list}>
            {exhibits.map((exhibit, index) => (
              <ExhibitRow
                key={exhibit.id}
                exhibit={exhibit}
                index={index}
                active={index === at}
                closed={closed}
                dragged={order.dragged === exhibit.id}
                captioning={captioning === exhibit.id}
                onCaptioning={(on) => {
                  setCaptioning(on ? exhibit.id : null);
                  if (!on) focusRow(index);
                }}
                onActive={() => setActive(exhibit.id)}
                onKey={(event) => onKey(event, exhibit)}
                onOpen={() => setShown(exhibit.id)}
                onRemove={() => setRemoving(exhibit)}
                onGrip={(event) => order.grip(event, index)}
                onMove={(by) => order.move(index, index + by)}
                last={index === exhibits.length - 1}
              />
            ))}
          </div>
          <p className="dim small">{say('win-evidence-keys')}</p>
        </>
      )}
      <p className="visually-hidden" role="status">
        {order.moved === null ? '' : say('win-evidence-moved', { label: order.moved.label, place: order.moved.place })}
      </p>
      <Viewer exhibits={exhibits} shown={shown} closed={closed} onShow={setShown} />
      <RemoveDialog exhibit={removing} onClose={() => setRemoving(null)} />
    </div>
  );
}
