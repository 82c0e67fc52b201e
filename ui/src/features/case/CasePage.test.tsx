import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CASE, CASE_CLOSED, called, openWindow } from '../../test/app';

describe('case page', () => {
  it('shows who, what, how much and until when, and what is missing', async () => {
    await openWindow(`/cases/${CASE}`);
    expect(await screen.findByRole('heading', { level: 1, name: '超时却扣款 · 团购午餐' })).toBeInTheDocument();
    expect(screen.getByText('2026-0007')).toBeInTheDocument();
    expect(screen.getByText(/18:00（北京时间）/)).toBeInTheDocument();
    const facts = screen.getByRole('complementary', { name: '案件要点' });
    expect(within(facts).getByText('还缺 1 样')).toBeInTheDocument();
    expect(within(facts).getByText('622202 •••••• 1234')).toBeInTheDocument();
  });

  it('opens by number too', async () => {
    await openWindow('/cases/2026-0006');
    expect(await screen.findByRole('heading', { level: 1, name: '顾客称未收到货，银行来函调单' })).toBeInTheDocument();
  });

  it('says that a case is not there, and offers the list', async () => {
    await openWindow('/cases/2026-9999');
    expect(await screen.findByRole('heading', { name: '案件没能打开' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '案件' })).toBeInTheDocument();
  });

  it('changes the title in its place: Enter keeps, Escape leaves', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}`);
    await user.click(await screen.findByRole('button', { name: '改标题' }));
    const field = screen.getByRole('textbox', { name: '标题' });
    expect(field).toHaveFocus();
    await user.clear(field);
    await user.type(field, '不要了{Escape}');
    expect(called(platform, 'case_set')).toEqual([]);
    await user.click(screen.getByRole('button', { name: '改标题' }));
    await user.clear(screen.getByRole('textbox', { name: '标题' }));
    await user.type(screen.getByRole('textbox', { name: '标题' }), '新标题{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: '新标题' })).toBeInTheDocument();
    expect(called(platform, 'case_set')).toHaveLength(1);
  });

  it('moves between stages by click and by keyboard', async () => {
    const { user } = await openWindow(`/cases/${CASE}`);
    const stages = within(await screen.findByRole('navigation', { name: '案件阶段' }));
    expect(stages.getByRole('button', { current: 'step' })).toHaveTextContent('收集');
    await user.click(stages.getByRole('button', { name: /联系/ }));
    await waitFor(() => expect(stages.getByRole('button', { current: 'step' })).toHaveTextContent('联系'));
    stages.getByRole('button', { current: 'step' }).focus();
    await user.keyboard('{ArrowRight}{Enter}');
    await waitFor(() => expect(stages.getByRole('button', { current: 'step' })).toHaveTextContent('提交'));
  });

  it('closes with an outcome and opens again with a reason', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}`);
    await user.click(within(await screen.findByRole('navigation', { name: '案件阶段' })).getByRole('button', { name: /结案/ }));
    const dialog = within(await screen.findByRole('dialog', { name: '结案' }));
    expect(dialog.getByRole('button', { name: '结案' })).toBeDisabled();
    await user.selectOptions(dialog.getByLabelText(/结果/), '冲正，已返还顾客');
    await user.type(dialog.getByLabelText(/追回多少/), '1280');
    await user.click(dialog.getByRole('button', { name: '结案' }));
    expect(await screen.findByRole('heading', { name: '案件已结案' })).toBeInTheDocument();
    expect(called(platform, 'case_close')).toEqual([{ id: CASE, outcome: 'reversed', recovered: '1280', currency: 'CNY' }]);
    await user.click(screen.getByRole('button', { name: '重新打开' }));
    const again = within(await screen.findByRole('dialog', { name: '重新打开' }));
    await user.type(again.getByLabelText('原因'), '对方反悔');
    await user.click(again.getByRole('button', { name: '重新打开' }));
    await waitFor(() => expect(called(platform, 'case_reopen')).toEqual([{ id: CASE, why: '对方反悔' }]));
    expect(await screen.findByText('全部步骤')).toBeInTheDocument();
  });

  it('offers nothing that changes a closed case', async () => {
    await openWindow(`/cases/${CASE_CLOSED}?tab=record`);
    await screen.findByRole('heading', { name: '当时的情况' });
    expect(screen.queryByRole('button', { name: '添加交易' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '改标题' })).not.toBeInTheDocument();
  });
});

describe('what is on record', () => {
  it('saves each field by itself, on top of the others', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?tab=record`);
    await user.click(await screen.findByRole('button', { name: /¥1,280\.00/ }));
    await user.type(screen.getByLabelText('授权码'), 'A1{Enter}');
    await user.clear(screen.getByLabelText('应答码'));
    await user.type(screen.getByLabelText('应答码'), '98');
    await user.tab();
    await waitFor(() => expect(platform.world.cases[0]!.transactions[0]).toMatchObject({ auth: 'A1', response_code: '98', rrn: '112309456721' }));
  });

  it('keeps what was refused in the field, with the reason', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?tab=record`);
    await user.click(await screen.findByRole('button', { name: /¥1,280\.00/ }));
    await user.clear(screen.getByLabelText('金额'));
    await user.type(screen.getByLabelText('金额'), 'x{Enter}');
    expect(await screen.findByText(/“x”不是金额/)).toBeInTheDocument();
    expect(screen.getByLabelText('金额')).toHaveValue('x');
    expect(platform.world.cases[0]!.transactions[0]!.amount).toBe('1280.00');
  });

  it('puts a removed transaction back', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?tab=record`);
    await user.click(await screen.findByRole('button', { name: /¥1,280\.00/ }));
    await user.click(screen.getByRole('button', { name: '移除这笔交易' }));
    expect(await screen.findByText('还没有交易。')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(platform.world.cases[0]!.transactions[0]).toMatchObject({ amount: '1280.00', card: '622202******1234' }));
  });

  it('saves the circumstances of the problem at hand', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?tab=record`);
    await user.type(await screen.findByLabelText('是否又刷过一次'), '没有');
    await user.tab();
    await waitFor(() => expect(called(platform, 'case_set')).toEqual([{ id: CASE, details: { 'repeated-swipe': '没有' } }]));
  });

  it('never loses a remark that was begun', async () => {
    const { user } = await openWindow(`/cases/${CASE}?tab=history`);
    await user.type(await screen.findByLabelText(/^记一笔/), '客服说');
    await user.click(screen.getByRole('link', { name: '案件' }));
    await user.click(await screen.findByText('超时却扣款 · 团购午餐'));
    await user.click(await screen.findByRole('tab', { name: '历史' }));
    expect(await screen.findByLabelText(/^记一笔/)).toHaveValue('客服说');
  });

  it('notes a remark in the history', async () => {
    const { user } = await openWindow(`/cases/${CASE}?tab=history`);
    await user.type(await screen.findByLabelText(/^记一笔/), '客服说明天回电{Enter}');
    expect(await screen.findByText('备注：客服说明天回电')).toBeInTheDocument();
    expect(screen.getByLabelText(/^记一笔/)).toHaveValue('');
  });
});
