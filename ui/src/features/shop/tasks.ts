/** Dated work: what the page does to it. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { TaskDto } from '../../api/generated/TaskDto';
import type { TaskInput } from '../../api/generated/TaskInput';
import { usePlatform } from '../../api/platform';
import { keys } from '../../api/queries';
import type { Args } from '../../platform';

type TaskCommand = 'task_plan' | 'task_save' | 'task_done' | 'task_drop';
export type ActOnTasks = <C extends TaskCommand>(command: C, args: Args<C>) => Promise<TaskDto[]>;

export const TASK_KINDS = ['inspection', 'update', 'training', 'backup-pos', 'drill', 'self-check', 'records', 'contract', 'security', 'contact'];
/** Months between two times; 0 is once. */
export const REPEATS = [0, 1, 2, 3, 6, 12];

export function useActOnTasks(): ActOnTasks {
  const platform = usePlatform();
  const client = useQueryClient();
  return useCallback(
    async (command, args) => {
      const tasks = await platform.call(command, args);
      client.setQueryData(keys.tasks, tasks);
      void client.invalidateQueries({ queryKey: ['task-proposals'] });
      return tasks;
    },
    [platform, client],
  );
}

export function toInput(task: TaskDto): TaskInput {
  const { id, title, kind, who, due, every_months } = task;
  return { id, title, kind, who, due, every_months, case: task.case ?? '' };
}
