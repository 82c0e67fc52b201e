import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CASE, CASE_BARE, CASE_CLOSED, CASE_WITH_PACKETS, called, openWindow } from '../../test/app';

const step = () => within(document.querySelector<HTMLElement>('[data-step]')!);

describe('a step', () => {
  it('shows what it asks for, why, and what not to do', async () => {
    await openWindow(`/cases/${CASE}?step=stop-swiping`);
    await screen.findByRole('heading', { name: '先停手，不要再刷' });
    expect(step().getByText('结果未知时再刷，可能扣两次。')).toBeInTheDocument();
    expect(step().getByText('不要再刷一次来“试试”。')).toBeInTheDocument();
    expect(step().getByText(/POS 终端应答码表/)).toBeInTheDocument();
  });

  it('keeps an answer at once, asks what follows from it, and stays at hand', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?step=stop-swiping`);
    await user.click(await screen.findByRole('radio', { name: '是' }));
    const amount = await screen.findByLabelText('第二次刷了多少？');
    await user.type(amount, '1280{Enter}');
    await waitFor(() => expect(called(platform, 'case_answer')).toEqual([{ id: CASE, answers: { 'swiped-again': 'yes' } }, { id: CASE, answers: { 'second-amount': '1280' } }]));
    expect(screen.getByRole('heading', { name: '先停手，不要再刷' })).toBeInTheDocument();
    expect(await step().findByText('已做完')).toBeInTheDocument();
  });

  it('marks a source that nobody has verified', async () => {
    await openWindow(`/cases/${CASE}?step=photograph-screen`);
    expect(await screen.findByText('未核实')).toBeInTheDocument();
  });

  it('says what a response code means where it is written down', async () => {
    await openWindow(`/cases/${CASE}?step=photograph-screen`);
    expect(await screen.findByText('68：发卡行回答得太迟')).toBeInTheDocument();
  });

  it('takes proof right there, filed under its kind, and says what a good one looks like', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?step=look-up`);
    const zone = within(await screen.findByRole('group', { name: /^商户后台记录/ }));
    expect(zone.getByText('这一笔的状态、时间、参考号都在画面里。')).toBeInTheDocument();
    await user.click(zone.getByRole('button', { name: '选择文件' }));
    expect(await zone.findByText('已有 2 份')).toBeInTheDocument();
    expect(called(platform, 'evidence_add_picked')[0]).toMatchObject({ kind: 'merchant-backend' });
  });

  it('takes the transaction right there and goes on', async () => {
    const { user, platform } = await openWindow('/cases/new?playbook=timeout-debited');
    await user.click(await screen.findByRole('button', { name: '建立案件' }));
    await screen.findByRole('heading', { name: '先停手，不要再刷' });
    await user.click(screen.getByRole('button', { name: /^记下这笔交易/ }));
    await user.type(await screen.findByLabelText(/^金额/), '66.6');
    await user.click(step().getByRole('button', { name: '记下这笔交易' }));
    await waitFor(() => expect(called(platform, 'transaction_save')[0]).toMatchObject({ transaction: { amount: '66.6', currency: 'CNY', id: '' } }));
    expect(await screen.findByRole('heading', { name: '到商户后台查这一笔' })).toBeInTheDocument();
  });

  it('can be skipped, with the reason', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}`);
    await user.click(await screen.findByRole('button', { name: '没有这份材料' }));
    await user.type(screen.getByLabelText(/为什么没有/), '后台只保留三天{Enter}');
    await waitFor(() => expect(called(platform, 'case_skip')).toEqual([{ id: CASE, step: 'look-up', reason: '后台只保留三天' }]));
    expect(await within(screen.getByRole('complementary')).findByText('商户后台记录（没有：后台只保留三天）')).toBeInTheDocument();
  });

  it('done outside of the program is noted, and the case moves on', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE_WITH_PACKETS}`);
    await screen.findByRole('heading', { name: '把证据包交给对方' });
    await user.type(screen.getByLabelText(/交给了谁/), '工单 77');
    await user.click(screen.getByRole('button', { name: '已经交出' }));
    await user.click(await screen.findByRole('button', { name: '好，继续' }));
    expect(await screen.findByRole('heading', { name: '记下对方的答复' })).toBeInTheDocument();
    expect(called(platform, 'case_do')).toEqual([
      { id: CASE_WITH_PACKETS, step: 'hand-over-packet', note: '工单 77' },
      { id: CASE_WITH_PACKETS, step: 'advance-follow-up', note: '' },
    ]);
  });

  it('never keeps a PIN: what was refused stays in sight, the masked form is one click away', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?step=photograph-screen`);
    const field = await screen.findByLabelText('屏幕上的原文');
    await user.clear(field);
    await user.type(field, '密码 123456 超时{Enter}');
    await user.click(await screen.findByRole('button', { name: '改用 密码 ****** 超时' }));
    await waitFor(() => expect(platform.world.cases[0]!.details['screen-text']).toBe('密码 ****** 超时'));
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('123456');
  });
});

describe('the way through the steps', () => {
  it('goes back and forth without losing a reason that was begun', async () => {
    const { user } = await openWindow(`/cases/${CASE}`);
    await user.click(await screen.findByRole('button', { name: '没有这份材料' }));
    await user.type(screen.getByLabelText(/为什么没有/), '后台');
    await user.click(screen.getByRole('button', { name: '上一步' }));
    await screen.findByRole('heading', { name: '记下这笔交易' });
    await user.click(step().getByRole('button', { name: '下一步' }));
    await screen.findByRole('heading', { name: '到商户后台查这一笔' });
    await user.click(screen.getByRole('button', { name: '没有这份材料' }));
    expect(screen.getByLabelText(/为什么没有/)).toHaveValue('后台');
  });

  it('lists every step, lets any be taken first, and says what should come before', async () => {
    const { user } = await openWindow(`/cases/${CASE}`);
    const list = within(await screen.findByRole('region', { name: '全部步骤' }));
    expect(list.getByRole('button', { name: /^记下这笔交易/ })).toHaveTextContent('已做完');
    await user.click(list.getByRole('button', { name: /^生成证据包/ }));
    await screen.findByRole('heading', { name: '生成证据包' });
    await user.click(step().getByRole('button', { name: '到商户后台查这一笔' }));
    expect(await screen.findByRole('heading', { name: '到商户后台查这一笔' })).toBeInTheDocument();
  });

  it('Ctrl+Enter goes to the step from anywhere, then does it; never while composing', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE_BARE}?tab=history`);
    await screen.findByLabelText(/^记一笔/);
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(screen.queryByRole('button', { name: '选择文件' })).not.toBeInTheDocument();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('button', { name: '选择文件' });
    await waitFor(() => expect(document.activeElement).toHaveTextContent('收好：终端屏幕照片'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(called(platform, 'evidence_choose')).toHaveLength(1));
  });

  it('tells what is missing for which demand, and goes to the step that asks for it', async () => {
    const { user } = await openWindow(`/cases/${CASE}?step=stop-swiping`);
    const facts = within(await screen.findByRole('complementary', { name: '案件要点' }));
    expect(facts.getByText('用来要求：书面确认这笔交易的最终状态 等 2 项')).toBeInTheDocument();
    await user.click(facts.getByRole('button', { name: '商户后台记录' }));
    expect(await screen.findByRole('heading', { name: '到商户后台查这一笔' })).toBeInTheDocument();
  });
});

describe('around the steps', () => {
  it('another kind of problem can be chosen, and everything stays', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}`);
    await user.click(await screen.findByRole('button', { name: /换一种$/ }));
    const dialog = within(await screen.findByRole('dialog', { name: '换一种问题' }));
    expect(dialog.getByText(/交易、证据、期限、联系人和历史都保留/)).toBeInTheDocument();
    await user.click(dialog.getByRole('radio', { name: '被退单、拒付或调单' }));
    await user.click(dialog.getByRole('button', { name: '换成这个' }));
    await waitFor(() => expect(platform.world.cases[0]).toMatchObject({ playbook: 'chargeback', answers: { 'swiped-again': 'no' } }));
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(platform.world.cases[0]!.playbook).toBe('timeout-debited'));
  });

  it('the call sheet is at hand beside the call, with blanks marked', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?step=call-acquirer`);
    await user.click(await screen.findByRole('button', { name: '打开通话单（收单机构）' }));
    const dialog = within(await screen.findByRole('dialog', { name: '通话单' }));
    expect(await dialog.findByText('112309456721')).toBeInTheDocument();
    expect(dialog.getAllByText('未记录').length).toBeGreaterThan(0);
    await user.click(dialog.getByRole('button', { name: '存为 PDF' }));
    expect(await screen.findByText('PDF 已存好')).toBeInTheDocument();
    expect(called(platform, 'sheet_save')).toEqual([{ sheet: 'call', case: CASE, role: 'acquirer' }]);
  });

  it('what was said in a call is noted beside it, even when nothing else is asked for', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?step=call-acquirer`);
    await user.type(await screen.findByLabelText('电话里说了什么'), '工单 88');
    await user.click(step().getByRole('button', { name: '做完了，下一步' }));
    await waitFor(() => expect(called(platform, 'case_do')).toEqual([{ id: CASE, step: 'call-acquirer', note: '工单 88' }]));
  });

  it('whoever the shop has written down is suggested', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE_BARE}?step=name-counterparty`, { merchant: { agent: '顺达服务部', agent_contact: '微信' } });
    await waitFor(() => expect(screen.getByLabelText(/^名称/)).toHaveValue('顺达服务部'));
    await user.click(screen.getByRole('button', { name: '记下对方' }));
    await waitFor(() => expect(called(platform, 'party_save')).toMatchObject([{ party: { role: 'agent', name: '顺达服务部', contact: '微信' } }]));
  });

  it('whom to ask stands in order, with what each can do', async () => {
    const { user } = await openWindow(`/cases/${CASE}?tab=contact`);
    expect(await screen.findByText('查交易、冲正、补结算')).toBeInTheDocument();
    expect(screen.getByText('不直接判退钱')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '对顾客怎么说' }));
    expect(await screen.findByText('钱没有丢，我们正在查。')).toBeInTheDocument();
  });

  it('a closed case offers what keeps it from happening again', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE_CLOSED}`);
    await user.click(await screen.findByRole('checkbox', { name: '备一条 4G 线路' }));
    await user.click(screen.getByRole('button', { name: '排进待办（1 件）' }));
    await waitFor(() => expect(platform.world.tasks).toMatchObject([{ title: '每月做一次终端自查', every_months: 1 }]));
  });
});
