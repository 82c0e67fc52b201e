/** The way through the steps: which comes next, which before. Nothing here decides what must be done; the program does. */
import type { GuideDto } from '../../api/generated/GuideDto';
import type { GuideStepDto } from '../../api/generated/GuideStepDto';
import type { PhaseDto } from '../../api/generated/PhaseDto';

/** A step that only moves the case to its next stage. */
export function isMove(step: GuideStepDto): boolean {
  return step.id.startsWith('advance-');
}

/** The steps of a phase as they are walked: moving into it comes before anything in it. */
export function stepsIn(phase: PhaseDto): GuideStepDto[] {
  return [...phase.steps.filter(isMove), ...phase.steps.filter((step) => !isMove(step))];
}

/** Every step that applies, in order. */
export function stepsOf(guide: GuideDto): GuideStepDto[] {
  return guide.phases.flatMap(stepsIn);
}

/** The step to show: the one that was chosen as long as it applies, otherwise the one to do first. */
export function shownStep(guide: GuideDto, chosen: string | undefined): GuideStepDto | undefined {
  const steps = stepsOf(guide);
  return (
    steps.find((step) => step.id === chosen) ??
    steps.find((step) => step.id === guide.current) ??
    steps.find((step) => step.state === 'open') ??
    steps.at(-1)
  );
}

/** Where to go once a step is behind: to what is most pressing, or, from a step that was chosen out of turn, to the next open one after it. */
export function afterStep(guide: GuideDto, id: string): string | null {
  const steps = stepsOf(guide);
  const at = steps.findIndex((step) => step.id === id);
  const open = (step: GuideStepDto): boolean => step.state === 'open' && step.id !== id;
  const current = steps.findIndex((step) => step.id === guide.current);
  if (current >= 0 && current > at && guide.current !== id) return guide.current;
  return (steps.slice(at + 1).find(open) ?? steps.find(open))?.id ?? null;
}

/** The step right before or after in the list, whatever its state. */
export function beside(guide: GuideDto, id: string, by: -1 | 1): string | null {
  const steps = stepsOf(guide);
  return steps[steps.findIndex((step) => step.id === id) + by]?.id ?? null;
}

/** The step that asks for a kind of proof, or for something the case must hold. */
export function stepFor(guide: GuideDto, what: string, kind: string | null): string | null {
  const steps = stepsOf(guide);
  const asks = (step: GuideStepDto): boolean =>
    kind === null ? step.needs.some((need) => need.what === what) : step.evidence.some((asked) => asked.kind === kind);
  return (steps.find((step) => step.state !== 'done' && asks(step)) ?? steps.find(asks))?.id ?? null;
}

/** Whether everything a step asks for without choice is on record. */
export function isComplete(step: GuideStepDto): boolean {
  return (
    step.questions.every((question) => question.optional || question.answer !== null) &&
    step.evidence.every((asked) => !asked.mandatory || asked.have.length > 0) &&
    step.needs.every((need) => need.met)
  );
}

/** Whether a step asks for anything that the program can see. */
export function asksAnything(step: GuideStepDto): boolean {
  return step.questions.length + step.evidence.length + step.details.length + step.needs.length > 0;
}
