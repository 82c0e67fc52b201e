import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { loadWords } from '../lib/words';
import { CASE, called, openWindow } from '../test/app';
import { StartTrouble } from './StartTrouble';

describe('shortcuts', () => {
  it('Ctrl+N begins a case from anywhere', async () => {
    const { user } = await openWindow('/settings');
    await screen.findByRole('heading', { level: 1, name: '设置' });
    await user.keyboard('{Control>}n{/Control}');
    expect(await screen.findByRole('heading', { name: '出了什么问题？' })).toBeInTheDocument();
  });

  it('Ctrl+K finds places and cases; arrows and Enter choose; Escape closes this layer only', async () => {
    const { user, history } = await openWindow('/cases?text=调单');
    await screen.findByText('顾客称未收到货，银行来函调单');
    await user.keyboard('{Control>}k{/Control}');
    const field = await screen.findByRole('combobox');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(field).not.toBeInTheDocument());
    expect(screen.getByRole('searchbox')).toHaveValue('调单');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), '团购');
    await screen.findByRole('option', { name: /团购午餐/ });
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter', keyCode: 229 });
    expect(history.location.pathname).toBe('/cases');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(history.location.pathname).toBe(`/cases/${CASE}`));
  });

  it('goes round at the ends of what was found', async () => {
    const { user } = await openWindow('/cases');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), '设置');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await user.keyboard('{ArrowUp}{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: '设置' })).toBeInTheDocument();
  });
});

describe('the frame', () => {
  it('says where one is, and lets the keyboard skip to the content', async () => {
    const { user } = await openWindow('/deadlines');
    const rail = within(await screen.findByRole('navigation', { name: '主要页面' }));
    expect(rail.getByRole('link', { current: 'page' })).toHaveTextContent('期限');
    await user.tab();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
  });

  it('tells the shell once that there is something to see', async () => {
    const { platform } = await openWindow('/cases');
    await waitFor(() => expect(called(platform, 'ready')).toHaveLength(1));
  });

  it('shows cases for an address that does not exist', async () => {
    await openWindow('/nowhere');
    expect(await screen.findByRole('heading', { level: 1, name: '案件' })).toBeInTheDocument();
  });
});

describe('the start', () => {
  it('says what happened when the data cannot be opened, and tries again', async () => {
    const retry = vi.fn();
    render(<StartTrouble reason={{ code: 'from-the-future', message: '数据文件夹被占用。', params: {} }} l10n={await loadWords('zh-CN')} onRetry={retry} />);
    expect(screen.getByText('数据文件夹被占用。')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('needs no inline script or style, and paints the right paper first', () => {
    const file = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', name), 'utf8');
    const page = new DOMParser().parseFromString(file('index.html'), 'text/html');
    expect([...page.querySelectorAll('script')].filter((script) => script.textContent.trim() !== '' || script.src === '')).toEqual([]);
    expect(page.querySelectorAll('style, [style], [onload]')).toHaveLength(0);
    expect(page.querySelector('link[href="/first-paint.css"]')).not.toBeNull();
    const papers = (css: string): string[] => [...css.matchAll(/(?:--paper:|background:) (#[0-9a-f]{6})/g)].map((match) => match[1]!);
    expect(new Set(papers(file('public/first-paint.css')))).toEqual(new Set(papers(file('src/styles/tokens.css'))));
  });

  it.each([
    ['dark', 'en', 'dark', 'en'],
    ['light', null, 'light', 'en'],
    [null, 'zh-CN', 'light', 'zh-CN'],
  ])('remembers theme %s and language %s', (theme, language, scheme, lang) => {
    if (theme !== null) localStorage.setItem('recourse.theme', theme);
    if (language !== null) localStorage.setItem('recourse.language', language);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the very file that the page loads before anything else
    const run = new Function(readFileSync(join(import.meta.dirname, '..', '..', 'public', 'first-paint.js'), 'utf8')) as () => void;
    run();
    expect(document.documentElement.dataset.mantineColorScheme).toBe(scheme);
    expect(document.documentElement.lang).toBe(lang);
  });
});
