/** Playbooks of the in-memory world, in the shape of their files, so that the shipped ones can be looked at as they are. */
import type { FactDto } from '../../api/generated/FactDto';

export type Bilingual = { 'zh-CN'?: string; en?: string };
export type Condition = { question: string; is?: string[]; is_not?: string[]; answered?: boolean };
type Cited = { facts?: string[]; when?: Condition[] };

export type RawStep = Cited & {
  id: string;
  phase: string;
  title: Bilingual;
  why: Bilingual;
  record?: Bilingual;
  never?: Bilingual[];
  urgent?: boolean;
  optional?: boolean;
  after?: string[];
  questions?: string[];
  evidence?: string[];
  details?: string[];
  needs?: string[];
  contact?: string;
};
export type RawQuestion = { id: string; kind: string; text: Bilingual; why?: Bilingual; hint?: Bilingual; choices?: { id: string; text: Bilingual }[]; optional?: boolean; when?: Condition[] };
export type RawEvidence = { kind: string; mandatory: boolean; when?: Condition[]; good: Bilingual; proves?: Bilingual; claims?: string[]; never?: Bilingual };
export type RawPrevention = { id: string; kind: string; text: Bilingual; who: string; first_after_days: number; every_months: number };

export type RawPlaybook = {
  id: string;
  about: string;
  needs_transaction: boolean;
  title: Bilingual;
  summary: Bilingual;
  details: string[];
  fact?: { id: string; text: Bilingual; source: string; confidence: string; checked_on: string }[];
  symptom?: { id: string; text: Bilingual; screen?: string[]; codes?: string[] }[];
  question?: RawQuestion[];
  step?: RawStep[];
  evidence?: RawEvidence[];
  demand?: (Cited & { id: string; text: Bilingual })[];
  call?: { opening?: Bilingual; ask?: Bilingual[]; note?: Bilingual[]; never?: Bilingual[] };
  customer?: { say?: Bilingual[]; ask?: Bilingual[]; never?: Bilingual[] };
  ladder?: (Cited & { id: string; role: string; what: Bilingual; move_on_when: Bilingual; can?: Bilingual; cannot?: Bilingual })[];
  outcome?: { id: string; text: Bilingual }[];
  prevention?: RawPrevention[];
  compliance?: (Cited & { id: string; text: Bilingual })[];
};

export type RawCode = { code: string; meaning: Bilingual; screen: Bilingual; advice: Bilingual; never?: Bilingual; playbook?: string; source: string; confidence: string; checked_on: string };

/** The text in a language, or in the other one when there is no other. */
export function inWords(text: Bilingual | undefined, language: string): string {
  return (language === 'en' ? (text?.en ?? text?.['zh-CN']) : (text?.['zh-CN'] ?? text?.en)) ?? '';
}

export function holds(when: Condition[] | undefined, answers: { [key in string]?: string }): boolean {
  return (when ?? []).every((one) => {
    const answer = answers[one.question];
    if (one.answered !== undefined) return (answer !== undefined) === one.answered;
    if (one.is_not !== undefined) return answer === undefined || !one.is_not.includes(answer);
    return answer !== undefined && (one.is ?? []).includes(answer);
  });
}

export function factsOf(playbook: RawPlaybook, ids: string[] | undefined, language: string): FactDto[] {
  return (ids ?? []).flatMap((id) =>
    (playbook.fact ?? [])
      .filter((fact) => fact.id === id)
      .map(({ text, source, confidence, checked_on }) => ({ text: inWords(text, language), source, confidence, checked_on, unverified: confidence === 'C' })),
  );
}
