/** Which playbook fits, in the in-memory world; and the catalogue made from its book. */
import type { Catalog } from '../../api/generated/Catalog';
import type { ResponseCodeDto } from '../../api/generated/ResponseCodeDto';
import type { TriageReport } from '../../api/generated/TriageReport';
import type { Args } from '../types';
import { inWords, type RawCode } from './book';
import { catalog } from './catalog';
import type { World } from './world';

export function catalogOf({ book, own, words }: World): Catalog {
  const text = (from: Parameters<typeof inWords>[0]): string => inWords(from, words.language);
  return {
    ...catalog,
    playbooks: book.map((one) => ({
      id: one.id,
      title: text(one.title),
      summary: text(one.summary),
      own: own.has(one.id),
      about: one.about,
      needs_transaction: one.needs_transaction,
      contact_order: [...new Set((one.ladder ?? []).map((rung) => rung.role))].filter((role) => catalog.roles.includes(role)),
      details: one.details,
      evidence: (one.evidence ?? []).map(({ kind, mandatory }) => ({ kind, mandatory })),
    })),
    symptoms: book.flatMap((one) => (one.symptom ?? []).map((symptom) => ({ id: symptom.id, text: text(symptom.text), playbook: one.id, about: one.about }))),
  };
}

export function codeOf(raw: RawCode, language: string): ResponseCodeDto {
  const { code, playbook = null, source, confidence, checked_on } = raw;
  const text = (from: RawCode['never']): string => inWords(from, language);
  return { code, meaning: text(raw.meaning), screen: text(raw.screen), advice: text(raw.advice), never: raw.never === undefined ? null : text(raw.never), playbook, source, confidence, checked_on, unverified: confidence === 'C' };
}

export function triageOf(world: World, { about, symptoms, screen, code }: Args<'triage'>): TriageReport {
  const { book, words, codes } = world;
  const known = codes.find((one) => one.code === code);
  const found = book.flatMap((one) => {
    const because: string[] = [];
    let score = 0;
    for (const symptom of one.symptom ?? []) {
      if (symptoms.includes(symptom.id)) {
        score += 3;
        because.push(inWords(symptom.text, words.language));
      }
      const word = symptom.screen?.find((piece) => screen.toLowerCase().includes(piece.toLowerCase()));
      if (word !== undefined) {
        score += 2;
        because.push(words.language === 'en' ? `the screen says “${word}”` : `屏幕文字“${word}”`);
      }
    }
    if (code !== '' && known?.playbook === one.id) {
      score += 2;
      because.push(words.language === 'en' ? `response code ${code}` : `应答码 ${code}`);
    }
    if (score > 0 && about === one.about) score += 1;
    return score === 0 && (about === '' || about !== one.about) ? [] : [{ playbook: one.id, title: inWords(one.title, words.language), summary: inWords(one.summary, words.language), score, because: [...new Set(because)] }];
  });
  const other = book.at(-1);
  const last = other === undefined || found.some((one) => one.playbook === other.id) ? [] : [{ playbook: other.id, title: inWords(other.title, words.language), summary: inWords(other.summary, words.language), score: 0, because: [] }];
  return { suggestions: [...found.sort((a, b) => b.score - a.score), ...last], code: known === undefined ? null : codeOf(known, words.language) };
}
