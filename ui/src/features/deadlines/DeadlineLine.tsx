/** One deadline: how long is left, what must be done, until when, and where the date comes from. */
import { IconCheck, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useActOnCase } from '../../api/commands';
import type { DeadlineDto } from '../../api/generated/DeadlineDto';
import { Button, IconButton } from '../../components/Button';
import { useTell } from '../../components/Toasts';
import { asUrgency, Urgency } from '../../components/Urgency';
import { cutOff, formatDate, formatLeft, formatMoment } from '../../lib/dates';
import { useWords } from '../../lib/words';
import classes from './DeadlineLine.module.css';

type DeadlineLineProps = { caseId: string; deadline: DeadlineDto; closed: boolean; children?: ReactNode };

export function DeadlineLine({ caseId, deadline, closed, children }: DeadlineLineProps): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnCase();
  const tell = useTell();
  const { id, title, due, due_at, zone, source, done, days_left } = deadline;
  const urgency = asUrgency(deadline.urgency);
  const time = cutOff(due_at);
  const add = (): Promise<unknown> => act('deadline_add', { case: caseId, due, title, source, ...(time === '' ? {} : { time }) });
  const remove = (): void => {
    act('deadline_remove', { id }).then(() => {
      tell.done(say('win-deadline-removed', { title }), () => void add().catch(tell.refused));
    }, tell.refused);
  };
  const finish = (): void => {
    act('deadline_done', { id }).then(() => tell.done(say('win-deadline-met', { title })), tell.refused);
  };
  return (
    <div className={classes.line} data-done={done}>
      <div className={classes.left}>
        <Urgency urgency={urgency}>{formatLeft(days_left, urgency, words)}</Urgency>
      </div>
      <div className={classes.what}>
        <p className={classes.title}>{title}</p>
        <p className={classes.when}>
          <span>{time === '' ? formatDate(due, words) : formatMoment(due_at, zone, words)}</span>
          <span className="small">{say('win-deadline-source', { source })}</span>
        </p>
        {children}
      </div>
      {!closed && (
        <div className={classes.actions}>
          {!done && (
            <Button size="xs" icon={<IconCheck size="1rem" aria-hidden />} onClick={finish}>
              {say('win-deadline-done')}
            </Button>
          )}
          <IconButton label={say('win-deadline-remove', { title })} onClick={remove}>
            <IconTrash size="1rem" aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  );
}
