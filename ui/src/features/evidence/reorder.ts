/**
 * Putting exhibits in order, by keyboard and by pointer. Pointer events and not HTML drag and drop, which the native file
 * drop switches off. The new order shows at once and is sent when the hand lets go.
 */
import { useCallback, useState, type PointerEvent, type RefObject } from 'react';
import type { EvidenceDto } from '../../api/generated/EvidenceDto';

export type Reorder = {
  items: EvidenceDto[];
  dragged: string | null;
  /** The last move, for the live region. */
  moved: { label: string; place: number } | null;
  move: (from: number, to: number) => void;
  grip: (event: PointerEvent<HTMLElement>, index: number) => void;
};

function shifted<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}

/** The place over which the pointer is: the first row whose middle lies below it. */
export function placeAt(middles: readonly number[], y: number): number {
  const place = middles.findIndex((middle) => y < middle);
  return place === -1 ? middles.length - 1 : place;
}

export function useReorder(items: EvidenceDto[], list: RefObject<HTMLElement | null>, send: (ids: string[]) => Promise<unknown>): Reorder {
  const [local, setLocal] = useState<EvidenceDto[] | null>(null);
  const [seen, setSeen] = useState(items);
  const [dragged, setDragged] = useState<string | null>(null);
  const [moved, setMoved] = useState<Reorder['moved']>(null);
  if (seen !== items) {
    setSeen(items);
    if (dragged === null) setLocal(null);
  }
  const shown = local ?? items;

  const settle = useCallback(
    (order: EvidenceDto[], place: number) => {
      const label = order[place]?.label;
      if (label !== undefined) setMoved({ label, place: place + 1 });
      setLocal(order);
      void send(order.map((one) => one.id)).finally(() => setLocal(null));
    },
    [send],
  );
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= shown.length || from === to) return;
    settle(shifted(shown, from, to), to);
  };

  const grip = (event: PointerEvent<HTMLElement>, index: number): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const start = shown;
    const middles = [...(list.current?.querySelectorAll('[data-exhibit]') ?? [])].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    });
    let place = index;
    setDragged(start[index]?.id ?? null);
    const onMove = (at: globalThis.PointerEvent): void => {
      place = placeAt(middles, at.clientY);
      setLocal(shifted(start, index, place));
    };
    const onEnd = (at: globalThis.PointerEvent): void => {
      handle.removeEventListener('pointermove', onMove);
      handle.removeEventListener('pointerup', onEnd);
      handle.removeEventListener('pointercancel', onEnd);
      setDragged(null);
      if (at.type === 'pointerup' && place !== index) settle(shifted(start, index, place), place);
      else setLocal(null);
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('pointerup', onEnd);
    handle.addEventListener('pointercancel', onEnd);
  };
  return { items: shown, dragged, moved, move, grip };
}
