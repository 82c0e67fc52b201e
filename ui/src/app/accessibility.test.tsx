import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../lib/words';
import { CASE, CASE_BARE, CASE_CLOSED, CASE_WITH_PACKETS, findings, openWindow } from '../test/app';

/** Name, address, and the key of words that only stand there once the screen is complete. */
const SCREENS: [string, string, string][] = [
  ['cases', '/cases', 'win-column-next'],
  ['what happened', '/cases/new', 'win-new-what'],
  ['new case', '/cases/new?playbook=timeout-debited', 'win-new-create'],
  ['next: gather', `/cases/${CASE}`, 'win-files-choose'],
  ['next: first proof', `/cases/${CASE_BARE}`, 'win-files-choose'],
  ['next: closed', `/cases/${CASE_CLOSED}`, 'win-closed-title'],
  ['evidence', `/cases/${CASE}?tab=evidence`, 'win-evidence-keys'],
  ['record', `/cases/${CASE}?tab=record`, 'win-circumstances'],
  ['deadlines of a case', `/cases/${CASE}?tab=deadlines`, 'win-deadline-done'],
  ['packet', `/cases/${CASE_WITH_PACKETS}?tab=packet`, 'win-packet-check'],
  ['history', `/cases/${CASE}?tab=history`, 'win-field-note'],
  ['agenda', '/deadlines', 'win-group-overdue'],
  ['contact', `/cases/${CASE}?tab=contact`, 'win-ladder'],
  ['next: questions', `/cases/${CASE}?step=photograph-screen`, 'win-guide-all'],
  ['shop', '/shop', 'win-shop-group-acquirer'],
  ['contract', '/shop?part=contract', 'win-rate-add'],
  ['terminals', '/shop?part=terminals', 'win-terminal-add'],
  ['people', '/shop?part=people', 'win-shop-fallbacks'],
  ['tasks', '/shop?part=tasks', 'win-task-add'],
  ['plan', '/shop?part=plan', 'win-sheet-save'],
  ['settings', '/settings', 'win-doctor'],
  ['playbook', '/settings/playbooks/timeout-debited', 'win-playbook-copy'],
];

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(SCREENS)('axe finds nothing on: %s', async (_, path, ready) => {
    const { words } = await openWindow(path, { language });
    await screen.findAllByText(words.say(ready));
    expect(await findings()).toEqual([]);
  });

  it.each(SCREENS)('every word of %s is known', async (_, path, ready) => {
    const { container, words } = await openWindow(path, { language });
    await screen.findAllByText(words.say(ready));
    // A key without words is shown as the key.
    expect(container.textContent).not.toMatch(/\bwin-[a-z-]+|\{ \$/);
  });

  it('axe finds nothing in an empty world', async () => {
    await openWindow('/cases', { language, cases: [] });
    await screen.findByRole('heading', { level: 2 });
    expect(await findings()).toEqual([]);
  });
});

describe('content security policy', () => {
  it.each(SCREENS)('injects no style on: %s', async (_, path, ready) => {
    const { words } = await openWindow(path);
    await screen.findAllByText(words.say(ready));
    expect(document.querySelectorAll('style')).toHaveLength(0);
    expect(document.querySelectorAll('script')).toHaveLength(0);
  });
});
