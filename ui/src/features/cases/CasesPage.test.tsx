import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { hugeCases } from '../../platform/fake/samples';
import { CASE, called, openWindow } from '../../test/app';

describe('list of cases', () => {
  it('shows number, title, counterparty, amount, stage and how pressing the next date is', async () => {
    await openWindow('/cases');
    const row = (await screen.findByText('超时却扣款 · 团购午餐')).closest<HTMLElement>('[role=row]')!;
    for (const text of ['2026-0007', '拉卡拉支付', '¥1,280.00', '收集', '还剩 2 天']) expect(within(row).getByText(text)).toBeInTheDocument();
    const today = screen.getByText('顾客称未收到货，银行来函调单').closest<HTMLElement>('[role=row]')!;
    expect(within(today).getByText('就在今天')).toBeInTheDocument();
  });

  it('draws a list of 100 000 with the rows in sight only', async () => {
    await openWindow('/cases', { cases: hugeCases(100_000) });
    const grid = await screen.findByRole('grid', { name: '案件' });
    await waitFor(() => expect(grid).toHaveAttribute('aria-rowcount', '100001'));
    await screen.findByText('2026-100000');
    expect(within(grid).getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByText('共 100,000 个')).toBeInTheDocument();
  });

  it('is worked by keyboard: arrows move, Enter opens', async () => {
    const { user, history } = await openWindow('/cases');
    const first = (await screen.findByText('超时却扣款 · 团购午餐')).closest<HTMLElement>('[role=row]')!;
    first.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('2026-0005'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('2026-0007'));
    fireEvent.keyDown(document.activeElement!, { key: 'Enter', keyCode: 229 });
    expect(history.location.pathname).toBe('/cases');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(history.location.pathname).toBe(`/cases/${CASE}`));
  });

  it('jumps to the end of a long list and keeps the focus there', async () => {
    const { user } = await openWindow('/cases', { cases: hugeCases(1000) });
    const first = (await screen.findByText('2026-1000')).closest<HTMLElement>('[role=row]')!;
    first.focus();
    await user.keyboard('{End}');
    await waitFor(() => expect(document.activeElement).toHaveTextContent('2026-0001'));
  });

  it('filters by stage and text, keeps both in the address, and finds the way back', async () => {
    const { user, platform, history } = await openWindow('/cases');
    await screen.findByText('超时却扣款 · 团购午餐');
    await user.click(screen.getByRole('button', { name: '提交' }));
    await waitFor(() => expect(screen.queryByText('超时却扣款 · 团购午餐')).not.toBeInTheDocument());
    expect(called(platform, 'case_list').at(-1)).toMatchObject({ stages: ['submit'], text: '' });
    await user.keyboard('{Control>}f{/Control}');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await user.keyboard('没有这样的');
    await screen.findByText('没有符合的案件。');
    expect(history.location.search).toContain('submit');
    await user.click(screen.getAllByRole('button', { name: '全部' }).at(-1)!);
    await screen.findByText('超时却扣款 · 团购午餐');
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('empties the search with Escape', async () => {
    const { user } = await openWindow('/cases?text=调单');
    const search = await screen.findByRole('searchbox');
    expect(search).toHaveValue('调单');
    search.focus();
    await user.keyboard('{Escape}');
    expect(search).toHaveValue('');
    await screen.findByText('超时却扣款 · 团购午餐');
  });

  it('teaches when there is nothing, and shows sample cases on request', async () => {
    const { user } = await openWindow('/cases', { cases: [] });
    expect(await screen.findByRole('heading', { name: '先记下第一件事' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '看看示例案件' }));
    await screen.findByText('超时却扣款 · 团购午餐');
  });

  it('says what happened when the list cannot be read, and tries again', async () => {
    const { user, platform } = await openWindow('/cases', { cases: [] });
    await screen.findByRole('button', { name: '看看示例案件' });
    platform.failNext('samples_add', { code: 'bridge', message: '样例没有加上。', params: {} });
    await user.click(screen.getByRole('button', { name: '看看示例案件' }));
    expect(await screen.findByText('样例没有加上。')).toBeInTheDocument();
  });

  it('tells once what the program noticed at the start', async () => {
    const { user } = await openWindow('/cases', { notices: [{ code: 'space-low', message: '磁盘快满了', mend: '请清理一些空间' }] });
    expect(await screen.findByText('磁盘快满了')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByText('磁盘快满了')).not.toBeInTheDocument();
  });

  it('follows changes made elsewhere', async () => {
    const { platform } = await openWindow('/cases');
    await screen.findByText('超时却扣款 · 团购午餐');
    platform.world.cases[0]!.title = '命令行改过的标题';
    platform.emit('case-changed', { id: CASE });
    await screen.findByText('命令行改过的标题');
  });
});
