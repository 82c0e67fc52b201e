/** One exhibit in the list: its picture, what it is, what it proves. */
import { IconArrowDown, IconArrowUp, IconDots, IconDownload, IconEye, IconGripVertical, IconPencil, IconTrash } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { EvidenceDto } from '../../api/generated/EvidenceDto';
import { usePlatform } from '../../api/platform';
import { useCatalog } from '../../api/queries';
import { Menu } from '../../components/Menu';
import { Choice } from '../../components/Choice';
import { Picture } from '../../components/Picture';
import { useTell } from '../../components/Toasts';
import { formatShort } from '../../lib/dates';
import { formatBytes } from '../../lib/money';
import { useWords } from '../../lib/words';
import { Caption } from './Caption';
import classes from './ExhibitRow.module.css';

type ExhibitRowProps = {
  exhibit: EvidenceDto;
  index: number;
  active: boolean;
  closed: boolean;
  dragged: boolean;
  captioning: boolean;
  last: boolean;
  onCaptioning: (on: boolean) => void;
  onActive: () => void;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
  onOpen: () => void;
  onRemove: () => void;
  onGrip: (event: PointerEvent<HTMLElement>) => void;
  onMove: (by: -1 | 1) => void;
};

export function ExhibitRow({ exhibit, index, active, closed, dragged, captioning, last, onCaptioning, onActive, onKey, onOpen, onRemove, onGrip, onMove }: ExhibitRowProps): ReactNode {
  const { say } = useWords();
  const platform = usePlatform();
  const act = useActOnCase();
  const tell = useTell();
  const { evidence_kinds } = useCatalog();
  const { id, label } = exhibit;
  const save = (): void => {
    platform.call('evidence_export', { id }).then((saved) => {
      if (saved) tell.done(say('win-exported', { label }));
    }, tell.refused);
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      aria-label={`${label} ${exhibit.name}`}
      data-exhibit={id}
      data-dragged={dragged}
      tabIndex={active ? 0 : -1}
      className={classes.row}
      onFocus={onActive}
      onKeyDown={onKey}
    >
      <div role="gridcell" className={classes.grip}>
        {!closed && (
          <span className={classes.handle} onPointerDown={onGrip} title={say('win-evidence-drag')}>
            <IconGripVertical size="1rem" aria-hidden />
          </span>
        )}
      </div>
      <div role="gridcell">
        <button type="button" className={classes.thumbnail} tabIndex={-1} onClick={onOpen} aria-label={say('win-evidence-view', { label })}>
          <Picture src={platform.pictureUrl(id, 1, 256)} alt="" />
        </button>
      </div>
      <div role="gridcell" className={classes.what}>
        <Caption exhibit={exhibit} editing={captioning} closed={closed} onEditing={onCaptioning} />
        <p className={classes.file}>
          <span>{exhibit.name}</span>
          <span>{formatBytes(exhibit.bytes)}</span>
          {exhibit.pages > 1 && <span>{say('win-pages', { count: exhibit.pages })}</span>}
          {exhibit.captured_at !== null && <span>{say('win-captured', { at: formatShort(exhibit.captured_at) })}</span>}
        </p>
      </div>
      <div role="gridcell" className={classes.kind}>
        <Choice
          hideLabel
          label={say('win-evidence-kind-of', { label })}
          disabled={closed}
          none={say('win-evidence-kind-none')}
          value={exhibit.kind}
          options={evidence_kinds.map((kind) => ({ value: kind, label: say(`evidence-kind-${kind}`) }))}
          onChange={(kind) => void act('evidence_describe', { id, kind }).catch(tell.refused)}
        />
      </div>
      <div role="gridcell" className={classes.more}>
        <Menu
          label={say('win-evidence-more', { label })}
          icon={<IconDots size="1.125rem" aria-hidden />}
          items={[
            { key: 'view', label: say('win-view'), icon: <IconEye size="1rem" aria-hidden />, act: onOpen },
            { key: 'caption', label: say('win-caption-edit'), icon: <IconPencil size="1rem" aria-hidden />, shortcut: 'caption', disabled: closed, act: () => onCaptioning(true) },
            { key: 'earlier', label: say('win-move-earlier'), icon: <IconArrowUp size="1rem" aria-hidden />, shortcut: 'earlier', disabled: closed || index === 0, act: () => onMove(-1) },
            { key: 'later', label: say('win-move-later'), icon: <IconArrowDown size="1rem" aria-hidden />, shortcut: 'later', disabled: closed || last, act: () => onMove(1) },
            { key: 'export', label: say('win-export'), icon: <IconDownload size="1rem" aria-hidden />, act: save },
            { key: 'remove', label: say('win-evidence-remove'), icon: <IconTrash size="1rem" aria-hidden />, disabled: closed, act: onRemove },
          ]}
        />
      </div>
    </div>
  );
}
