/** What the owner has said so far, and what of it helps to find the right way. */
import type { Catalog } from '../../api/generated/Catalog';
import type { SuggestionDto } from '../../api/generated/SuggestionDto';
import type { SymptomDto } from '../../api/generated/SymptomDto';
import type { Args } from '../../platform';
import { holdsSecret } from '../../lib/secret';
import { readCode } from '../codes/CodeHelp';

/** The first question: a fee, the money of a sale, a terminal that does not work, or a notice from somebody. */
export const MATTERS = ['principal', 'fee', 'service', 'notice'] as const;
export type Matter = (typeof MATTERS)[number];

export type Heard = { matter: string; symptoms: string[]; screen: string; code: string };
export const NOTHING: Heard = { matter: '', symptoms: [], screen: '', code: '' };

/** Playbooks that begin with a notice: those that ask until when it must be answered. */
function fromNotice({ playbooks }: Catalog): string[] {
  return playbooks.filter(({ details }) => details.includes('reply-due')).map(({ id }) => id);
}

/** The cards that go with the first answer; everything before there is one. */
export function symptomsFor(catalog: Catalog, matter: string): SymptomDto[] {
  if (matter === '') return catalog.symptoms;
  if (matter === 'notice') return catalog.symptoms.filter(({ playbook }) => fromNotice(catalog).includes(playbook));
  return catalog.symptoms.filter(({ about }) => about === matter);
}

/** What to ask the program; null while nothing was said. A text with a secret in it goes nowhere. */
export function toAsk({ matter, symptoms, screen, code }: Heard): Args<'triage'> | null {
  const about = matter === 'fee' || matter === 'principal' || matter === 'service' ? matter : '';
  const said = holdsSecret(screen) ? '' : screen.trim();
  if (matter === '' && symptoms.length === 0 && said === '' && code.trim() === '') return null;
  return { about, symptoms, screen: said, code: readCode(code) };
}

/** The suggestions in the order to show: with a notice in hand, what begins with a notice comes first. */
export function inOrder(suggestions: SuggestionDto[], catalog: Catalog, matter: string, because: string): SuggestionDto[] {
  if (matter !== 'notice') return suggestions;
  const first = fromNotice(catalog).map((id): SuggestionDto => {
    const known = suggestions.find(({ playbook }) => playbook === id);
    const { title = '', summary = '' } = catalog.playbooks.find((one) => one.id === id) ?? {};
    return { playbook: id, title, summary, score: known?.score ?? 0, because: [because, ...(known?.because ?? [])] };
  });
  return [...first, ...suggestions.filter(({ playbook }) => !first.some((one) => one.playbook === playbook))];
}
