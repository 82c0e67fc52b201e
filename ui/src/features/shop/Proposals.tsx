/** What keeps this from happening again, offered once the case is closed: taken into the planner with one click. */
import { useState, type ReactNode } from 'react';
import { useProposals } from '../../api/queries';
import { Button } from '../../components/Button';
import { Check } from '../../components/Check';
import { Refusal } from '../../components/Refusal';
import { useTell } from '../../components/Toasts';
import { formatDate } from '../../lib/dates';
import { useWords } from '../../lib/words';
import { toInput, useActOnTasks } from './tasks';
import classes from './Planner.module.css';

export function Proposals({ caseId }: { caseId: string }): ReactNode {
  const words = useWords();
  const { say } = words;
  const act = useActOnTasks();
  const tell = useTell();
  const { data = [] } = useProposals(caseId);
  const [left, setLeft] = useState<string[]>([]);
  const [error, setError] = useState<unknown>(null);
  if (data.length === 0) return null;
  const taken = data.filter(({ title }) => !left.includes(title));
  const plan = (): void => {
    act('task_plan', { case: caseId, tasks: taken.map(toInput) }).then(() => tell.done(say('win-proposals-planned', { count: taken.length })), setError);
  };
  return (
    <section className={classes.proposals} aria-labelledby="proposals">
      <div className={classes.head}>
        <h2 id="proposals">{say('win-proposals')}</h2>
        <Button kind="primary" disabled={taken.length === 0} onClick={plan}>
          {say('win-proposals-plan', { count: taken.length })}
        </Button>
      </div>
      <p className="dim">{say('win-proposals-text')}</p>
      <ul>
        {data.map((task) => (
          <li key={task.title}>
            <Check label={task.title} checked={!left.includes(task.title)} onChange={(on) => setLeft((old) => (on ? old.filter((one) => one !== task.title) : [...old, task.title]))} />
            <span className={classes.when}>
              {formatDate(task.due, words)} · {task.every_months === 0 ? say('win-task-once') : say('win-task-every', { months: task.every_months })}
            </span>
          </li>
        ))}
      </ul>
      <Refusal reason={error} />
    </section>
  );
}
