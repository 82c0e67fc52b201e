import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, loadWords, wordsOf } from './words';

const SOURCES = join(import.meta.dirname, '..');

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' || entry.name === 'test' ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.') ? [readFileSync(path, 'utf8')] : [];
  });
}

const code = sources(SOURCES).join('\n');
const used = new Set([...code.matchAll(/'(win-[a-z0-9-]+)'/g)].map((match) => match[1]!));
/** Families of keys that code puts together, e.g. `win-tab-${key}`. */
const families = [...new Set([...code.matchAll(/`(win-[a-z0-9-]+-)\$\{/g)].map((match) => match[1]!))];
/** Names of fields that cross the bridge inside an error. */
const FROM_ERRORS = 'win-field-';
/** Not words but a code of this page. */
const NO_WORDS = new Set(['win-amount-first', 'win-field']);

/** Every file of the window's words, one after the other. */
function window(language: string): string {
  const folder = join(SOURCES, '..', '..', 'assets', 'locales', language);
  const files = readdirSync(folder).filter((name) => /^window.*\.ftl$/.test(name));
  return files.sort().map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}
const keysOf = (text: string): string[] => [...text.matchAll(/^(win-[A-Za-z0-9-]+) =/gm)].map((match) => match[1]!);
const variablesOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split(/^(?=win-)/m)
      .slice(1)
      .map((entry): [string, string] => [
        entry.slice(0, entry.indexOf(' =')),
        [...new Set([...entry.matchAll(/\$([a-z_]+)/g)].map((match) => match[1]!))].sort().join(' '),
      ]),
  );

describe.each(LANGUAGES)('words in %s', (language) => {
  it('know every key that the code asks for', async () => {
    const { knows } = wordsOf(await loadWords(language), language);
    expect([...used].filter((key) => !NO_WORDS.has(key) && !knows(key))).toEqual([]);
    expect(families.filter((family) => !keysOf(window(language)).some((key) => key.startsWith(family)))).toEqual([]);
  });

  it('hold no key that nobody asks for', () => {
    const asked = (key: string): boolean => used.has(key) || key.startsWith(FROM_ERRORS) || families.some((family) => key.startsWith(family));
    expect(keysOf(window(language)).filter((key) => !asked(key))).toEqual([]);
  });

  it('say each key once', () => {
    const keys = keysOf(window(language));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});

describe('both languages', () => {
  it('hold the same keys with the same variables', () => {
    expect(variablesOf(window('en'))).toEqual(variablesOf(window('zh-CN')));
  });

  it('are really translated', () => {
    const chinese = /[\u4e00-\u9fff]/;
    const untranslated = window('en')
      .split('\n')
      .filter((line) => line.startsWith('win-') && chinese.test(line) && !line.startsWith('win-language-zh-CN'));
    expect(untranslated).toEqual([]);
  });

  it('never exclaim', () => {
    for (const language of LANGUAGES) expect(window(language)).not.toMatch(/[!！]/);
  });
});
