/** Draws the whole window at an address, on the in-memory world. */
import { createMemoryHistory } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { App } from '../app/App';
import { createClient } from '../app/query-client';
import { appInfoQuery, catalogQuery } from '../api/queries';
import { loadWords, wordsOf, type Language, type Words } from '../lib/words';
import { createFake, type FakePlatform } from '../platform/fake';

type FakeOptions = NonNullable<Parameters<typeof createFake>[0]>;
export type Window = { platform: FakePlatform; user: UserEvent; words: Words; container: HTMLElement; history: ReturnType<typeof createMemoryHistory> };

export const CASE = '01JCASE0000000000000000007';
export const CASE_WITH_PACKETS = '01JCASE0000000000000000006';
export const CASE_CLOSED = '01JCASE0000000000000000001';
export const CASE_BARE = '01JCASE0000000000000000003';

export async function openWindow(path: string, options: FakeOptions = {}): Promise<Window> {
  const language: Language = options.language ?? 'zh-CN';
  const platform = await createFake(options);
  const client = createClient();
  await Promise.all([client.query(appInfoQuery(platform)), client.query(catalogQuery(platform))]);
  const l10n = await loadWords(language);
  const history = createMemoryHistory({ initialEntries: [path] });
  const { container } = render(<App platform={platform} client={client} l10n={l10n} history={history} />);
  await screen.findByRole('main');
  return { platform, user: userEvent.setup(), words: wordsOf(l10n, language), container, history };
}

/** Commands of one name, as they were called. */
export function called(platform: FakePlatform, command: string): unknown[] {
  return platform.calls.filter((call) => call.command === command).map((call) => call.args);
}

/** What axe finds, in short. Colours are looked at in a real browser: jsdom draws none. */
export async function findings(element: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
