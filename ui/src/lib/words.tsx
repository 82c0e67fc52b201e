/**
 * Words in the language of the owner, from the Fluent files that window, command line and packet share.
 * No text for people stands in code: a component asks `useWords()`.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { LocalizationProvider, ReactLocalization, useLocalization } from '@fluent/react';
import { useMemo, type ReactNode } from 'react';

export type Language = 'zh-CN' | 'en';
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

/** Says the words of a key; values fill its variables. */
export type Say = (key: string, values?: Record<string, FluentVariable>) => string;

export type Words = {
  language: Language;
  say: Say;
  knows: (key: string) => boolean;
};

/** The texts of one language. Each language is a chunk of its own and loaded once. */
async function textsOf(language: Language): Promise<string[]> {
  return language === 'zh-CN' ? (await import('./texts-zh')).texts : (await import('./texts-en')).texts;
}

const loaded = new Map<Language, Promise<ReactLocalization>>();

/** The words of a language, read once: the start asks for them before it knows the owner's choice, and the page again. */
export function loadWords(language: Language): Promise<ReactLocalization> {
  const known = loaded.get(language) ?? readWords(language);
  loaded.set(language, known);
  return known;
}

async function readWords(language: Language): Promise<ReactLocalization> {
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const text of await textsOf(language)) bundle.addResource(new FluentResource(text));
  return new ReactLocalization([bundle], null);
}

/** Words outside of React, for the in-memory world and tests. */
export function wordsOf(l10n: ReactLocalization, language: Language): Words {
  return {
    language,
    say: (key, values) => l10n.getString(key, values),
    knows: (key) => l10n.getBundle(key) !== null,
  };
}

export function WordsProvider({ l10n, children }: { l10n: ReactLocalization; children: ReactNode }): ReactNode {
  return <LocalizationProvider l10n={l10n}>{children}</LocalizationProvider>;
}

export function useWords(): Words {
  const { l10n } = useLocalization();
  return useMemo(() => {
    const bundle = [...l10n.bundles][0];
    return wordsOf(l10n, bundle?.locales[0] === 'en' ? 'en' : 'zh-CN');
  }, [l10n]);
}
