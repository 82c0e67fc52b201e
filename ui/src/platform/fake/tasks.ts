/** Dated work of the in-memory world. */
import type { TaskDto } from '../../api/generated/TaskDto';
import type { TaskInput } from '../../api/generated/TaskInput';
import { today, urgencyOf } from '../../lib/dates';
import { addMonths } from '../../lib/days';
import { inWords } from './book';
import { dayFromNow } from './samples';
import { fail, find, newId, playbookOf, type World } from './world';

function dto(world: World, input: TaskInput, last_done: string | null = null): TaskDto {
  const view = world.cases.find((one) => one.id === input.case);
  const { id, title, kind, who, due, every_months } = input;
  return { id, title, kind: kind || 'records', who: who || 'owner', due, every_months, case: view?.id ?? null, case_number: view?.number ?? null, last_done, urgency: urgencyOf(due) };
}

export function listOf(world: World): TaskDto[] {
  return structuredClone(world.tasks.sort((a, b) => a.due.localeCompare(b.due)));
}

export function proposalsFor(world: World, id: string): TaskDto[] {
  const view = find(world, id);
  const planned = world.tasks.filter((one) => one.case === view.id).map(({ title }) => title);
  return (playbookOf(world, view.playbook).prevention ?? [])
    .map((one) => dto(world, { id: '', title: inWords(one.text, world.words.language), kind: one.kind, who: one.who, due: dayFromNow(one.first_after_days), every_months: one.every_months, case: view.id }))
    .filter(({ title }) => !planned.includes(title));
}

export function saveTask(world: World, input: TaskInput): TaskDto[] {
  if (input.title.trim() === '') fail('text-empty', { field: 'title' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(input.due)) fail('date-unreadable', { value: input.due });
  const at = world.tasks.findIndex((one) => one.id === input.id);
  if (at >= 0) world.tasks[at] = dto(world, input, world.tasks[at]?.last_done ?? null);
  else world.tasks.push(dto(world, { ...input, id: newId(world, 'TASK') }));
  return listOf(world);
}

export function finishTask(world: World, id: string, on: string): TaskDto[] {
  const task = world.tasks.find((one) => one.id === id) ?? fail('task-unknown', { id });
  task.last_done = on === '' ? today() : on;
  if (task.every_months === 0) world.tasks = world.tasks.filter((one) => one.id !== id);
  else Object.assign(task, { due: addMonths(task.last_done, task.every_months), urgency: urgencyOf(addMonths(task.last_done, task.every_months)) });
  return listOf(world);
}
