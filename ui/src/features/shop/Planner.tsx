/** What keeps trouble away, by date: do it, move it, hand it to somebody, or drop it. */
import { IconCheck, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { errorWords } from '../../api/errors';
import type { TaskDto } from '../../api/generated/TaskDto';
import { useTasks } from '../../api/queries';
import { Button, IconButton } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Notice } from '../../components/Notice';
import { Skeleton } from '../../components/Skeleton';
import { useTell } from '../../components/Toasts';
import { asUrgency, Urgency } from '../../components/Urgency';
import { daysBetween, formatDate, formatLeft, today } from '../../lib/dates';
import { useWords } from '../../lib/words';
import { TaskForm } from './TaskForm';
import { toInput, useActOnTasks } from './tasks';
import shop from './Shop.module.css';
import classes from './Planner.module.css';

export function Planner(): ReactNode {
  const words = useWords();
  const { say } = words;
  const tasks = useTasks();
  const [editing, setEditing] = useState<string | null>(null);
  if (tasks.error !== null) {
    return (
      <Notice tone="danger" live>
        {errorWords(tasks.error, words)}
      </Notice>
    );
  }
  if (tasks.data === undefined) return <Skeleton lines={5} />;
  const none = tasks.data.length === 0;
  if (none && editing === null) {
    return <EmptyState title={say('win-tasks-none')} text={say('win-tasks-none-text')} action={<Button kind="primary" onClick={() => setEditing('')}>{say('win-task-add')}</Button>} />;
  }
  return (
    <div className={shop.part}>
      <section className={shop.group} aria-labelledby="shop-tasks">
        <div className={classes.head}>
          <h2 id="shop-tasks">{say('win-shop-part-tasks')}</h2>
          {editing !== '' && (
            <Button size="xs" icon={<IconPlus size="1rem" aria-hidden />} onClick={() => setEditing('')}>
              {say('win-task-add')}
            </Button>
          )}
        </div>
        {editing === '' && <TaskForm task={null} onClose={() => setEditing(null)} />}
        <ul>
          {tasks.data.map((task) => (
            <li key={task.id} className={shop.item}>
              {editing === task.id ? <TaskForm task={task} onClose={() => setEditing(null)} /> : <Line task={task} onEdit={() => setEditing(task.id)} />}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Line({ task, onEdit }: { task: TaskDto; onEdit: () => void }): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnTasks();
  const tell = useTell();
  const urgency = asUrgency(task.urgency);
  const finish = (): void => {
    act('task_done', { id: task.id, on: '', note: '' }).then((now) => {
      const next = now.find((one) => one.id === task.id);
      const again = next === undefined || next.urgency === 'done' ? '' : formatDate(next.due, words);
      tell.done(again === '' ? say('win-task-finished', { title: task.title }) : say('win-task-finished-again', { title: task.title, date: again }));
    }, tell.refused);
  };
  const drop = (): void => {
    act('task_drop', { id: task.id, why: say('win-task-drop-why') }).then(() => {
      tell.done(say('win-task-dropped', { title: task.title }), () => void act('task_save', { task: { ...toInput(task), id: '' } }).catch(tell.refused));
    }, tell.refused);
  };
  return (
    <div className={classes.line} data-done={urgency === 'done'}>
      <div className={classes.left}>
        <Urgency urgency={urgency}>{formatLeft(daysBetween(today(), task.due), urgency, words)}</Urgency>
      </div>
      <div className={classes.what}>
        <p className={classes.title}>{task.title}</p>
        <p className={classes.facts}>
          <span>{formatDate(task.due, words)}</span>
          <span>{say(`person-role-${task.who}`)}</span>
          <span>{say(`task-kind-${task.kind}`)}</span>
          <span>{task.every_months === 0 ? say('win-task-once') : say('win-task-every', { months: task.every_months })}</span>
          {task.last_done !== null && <span>{say('win-task-last', { date: formatDate(task.last_done, words) })}</span>}
          {task.case !== null && (
            <Link to="/cases/$id" params={{ id: task.case }}>
              {task.case_number}
            </Link>
          )}
        </p>
      </div>
      <div className={classes.actions}>
        {urgency !== 'done' && (
          <Button size="xs" icon={<IconCheck size="1rem" aria-hidden />} onClick={finish}>
            {say('win-task-done')}
          </Button>
        )}
        <IconButton label={say('win-task-edit', { title: task.title })} onClick={onEdit}>
          <IconPencil size="1rem" aria-hidden />
        </IconButton>
        <IconButton label={say('win-task-drop', { title: task.title })} onClick={drop}>
          <IconTrash size="1rem" aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}
