import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { crowdedCase } from '../../platform/fake/samples';
import { CASE, CASE_BARE, called, openWindow } from '../../test/app';

describe('agenda', () => {
  it('tells apart by word what is overdue, due today, soon and later', async () => {
    await openWindow('/deadlines');
    for (const group of ['已过期', '24 小时之内', '快到了', '以后']) expect(await screen.findByRole('heading', { name: group })).toBeInTheDocument();
    const overdue = within(screen.getByRole('region', { name: '已过期' }));
    expect(overdue.getByText('已过期 2 天')).toBeInTheDocument();
    expect(overdue.getByText('依据：11月10日微信聊天')).toBeInTheDocument();
  });

  it('leads to the case', async () => {
    const { user, history } = await openWindow('/deadlines');
    await user.click(await screen.findByRole('link', { name: /新机前三笔多扣/ }));
    await waitFor(() => expect(history.location.href).toContain('tab=deadlines'));
  });

  it('finds by a word of the deadline, its case or its source', async () => {
    const { user } = await openWindow('/deadlines');
    await user.type(await screen.findByRole('searchbox'), '受理短信');
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1));
    await user.type(screen.getByRole('searchbox'), '没有');
    expect(await screen.findByText('没有符合的期限。')).toBeInTheDocument();
  });

  it('teaches when there is none', async () => {
    await openWindow('/deadlines', { cases: [] });
    expect(await screen.findByRole('heading', { name: '没有要赶的日期' })).toBeInTheDocument();
  });

  it('shows a long list in parts', async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({ ...crowdedCase(), id: `01JCASEX${at}`.padEnd(26, '0') }));
    many.forEach((view, at) => view.deadlines.forEach((deadline) => (deadline.id += `-${at}`)));
    const { user } = await openWindow('/deadlines', { cases: many });
    await user.click(await screen.findByRole('button', { name: '再显示 44 条' }));
    await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(144));
  });
});

describe('deadlines of a case', () => {
  it('are written down with the source of the date', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE_BARE}?tab=deadlines`);
    await user.click(await screen.findByRole('button', { name: '添加期限' }));
    await user.type(screen.getByLabelText(/到时要做什么/), '交材料');
    await user.type(screen.getByLabelText(/^截止日期/), '2026-12-01');
    await user.click(screen.getByRole('button', { name: '记下期限' }));
    expect(await screen.findByText('“日期的依据”还空着。请先填写。')).toBeInTheDocument();
    expect(called(platform, 'deadline_add')).toEqual([]);
    await user.type(screen.getByLabelText(/日期的依据/), '通知第 2 页');
    await user.type(screen.getByLabelText(/几点之前/), '17:30{Enter}');
    expect(await screen.findByText(/2026年12月1日 周二 17:30（北京时间）/, { selector: '[class*=when] *' })).toBeInTheDocument();
    expect(called(platform, 'deadline_add')).toEqual([{ case: CASE_BARE, due: '2026-12-01', time: '17:30', title: '交材料', source: '通知第 2 页' }]);
  });

  it('are picked from a calendar by keyboard alone', async () => {
    const { user } = await openWindow(`/cases/${CASE_BARE}?tab=deadlines`);
    await user.click(await screen.findByRole('button', { name: '添加期限' }));
    const field = screen.getByLabelText(/^截止日期/);
    await user.type(field, '2026-11-30');
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('grid');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('2026年11月30日 周一'));
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('2026年12月1日 周二'));
    await user.keyboard('{PageDown}{End}{Enter}');
    expect(field).toHaveValue('2027-01-03');
  });

  it('are done, and a deleted one comes back on undo', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?tab=deadlines`);
    await user.click(await screen.findByRole('button', { name: /删除“向收单机构/ }));
    expect(await screen.findByText(/还没有期限/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await user.click(await screen.findByRole('button', { name: '完成' }));
    expect(await screen.findByText('已完成')).toBeInTheDocument();
    expect(platform.world.cases[0]!.deadlines[0]).toMatchObject({ done: true, source: '11月20日客服电话，工单 W20261120-77' });
    expect(called(platform, 'deadline_add')[0]).toMatchObject({ time: '18:00' });
  });
});
