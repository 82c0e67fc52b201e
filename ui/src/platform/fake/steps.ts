/** What to do now in the in-memory world: a plain rendering of the rulebook's order, enough to draw every screen. */
import type { CaseView } from '../../api/generated/CaseView';
import type { MissingDto } from '../../api/generated/MissingDto';
import type { ReadinessDto } from '../../api/generated/ReadinessDto';
import type { StepDto } from '../../api/generated/StepDto';
import { urgencyOf } from '../../lib/dates';
import type { Words } from '../../lib/words';
import { catalog } from './catalog';

type Marks = ReadonlySet<string>;

function playbookOf(view: CaseView): (typeof catalog.playbooks)[number] {
  const found = catalog.playbooks.find((playbook) => playbook.id === view.playbook) ?? catalog.playbooks.at(-1);
  if (found === undefined) throw new Error('the catalogue is empty');
  return found;
}

function has(view: CaseView, kind: string, marks: Marks): boolean {
  return view.evidence.some((exhibit) => exhibit.kind === kind) || marks.has(`gather-${kind}`);
}

export function readinessOf(view: CaseView, marks: Marks, { say }: Words): ReadinessDto {
  const playbook = playbookOf(view);
  const missing: MissingDto[] = [];
  let needed = 1;
  if (playbook.needs_transaction) {
    needed += 1;
    if (view.transactions.length === 0) missing.push({ what: 'transaction', evidence_kind: null, message: say('missing-transaction') });
  }
  for (const { kind } of playbook.evidence.filter((asked) => asked.mandatory)) {
    needed += 1;
    if (!has(view, kind, marks)) {
      missing.push({ what: 'evidence', evidence_kind: kind, message: say(`evidence-kind-${kind}`) });
    }
  }
  if (view.parties.length === 0) missing.push({ what: 'counterparty', evidence_kind: null, message: say('missing-counterparty') });
  return { score: Math.floor(((needed - missing.length) * 100) / needed), missing };
}

export function stepsOf(view: CaseView, marks: Marks, { say }: Words): StepDto[] {
  if (view.stage === 'closed') return [];
  const playbook = playbookOf(view);
  const due = view.deadlines.filter((deadline) => !deadline.done).map((deadline) => deadline.due).sort()[0] ?? null;
  const step = (action: string, phase: string, more: Partial<StepDto> = {}): StepDto => ({
    id: action,
    action,
    phase,
    title: say(`step-${action}-title`, more.evidence_kind == null ? {} : { evidence_kind: say(`evidence-kind-${more.evidence_kind}`) }),
    why: say(`step-${action}-why`),
    urgency: due === null ? 'later' : urgencyOf(due),
    due,
    blocked_by: [],
    evidence_kind: null,
    optional: false,
    ...more,
  });
  const steps: StepDto[] = [];
  if (playbook.needs_transaction && view.transactions.length === 0) steps.push(step('record-transaction', 'confirm'));
  const gather = playbook.evidence
    .filter(({ kind }) => !has(view, kind, marks))
    .map(({ kind, mandatory }) => step('gather-evidence', 'gather', { id: `gather-${kind}`, evidence_kind: kind, optional: !mandatory }));
  steps.push(...gather.filter((one) => !one.optional));
  if (view.parties.length === 0) steps.push(step('name-counterparty', 'contact'));
  const wanting = steps.map((one) => one.id);
  const last =
    view.packets.length === 0
      ? step('build-packet', 'submit', { blocked_by: wanting })
      : step(view.stage === 'follow-up' ? 'record-answer' : 'hand-over-packet', view.stage === 'follow-up' ? 'follow-up' : 'submit');
  const optional = gather.filter((one) => one.optional);
  steps.push(...(wanting.length === 0 ? [last, ...optional] : [...optional, last]));
  if (view.deadlines.length === 0) steps.push(step('set-deadline', 'contact', { optional: true }));
  return steps;
}
