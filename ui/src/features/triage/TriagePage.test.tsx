import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { called, openWindow } from '../../test/app';

describe('triage', () => {
  it('goes from what is seen to an open case, with everything that was said', async () => {
    const { user, platform } = await openWindow('/cases/new');
    await user.click(await screen.findByRole('radio', { name: /^货款的事/ }));
    await user.click(screen.getByRole('checkbox', { name: '没有出单，顾客却收到扣款通知' }));
    await user.type(screen.getByLabelText('屏幕或小票上写了什么'), '交易超时');
    await user.type(screen.getByLabelText('应答码'), '68');
    const found = within(screen.getByRole('complementary'));
    expect(await found.findByText('应答码 68')).toBeInTheDocument();
    expect(found.getByText('屏幕文字“超时”')).toBeInTheDocument();
    expect(found.getByText('没有出单，顾客却收到扣款通知')).toBeInTheDocument();
    expect(screen.getByText('68：发卡行回答得太迟')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '从这里开始' }));
    expect(await screen.findByRole('heading', { name: '先停手，不要再刷' })).toBeInTheDocument();
    expect(platform.world.cases[0]).toMatchObject({ playbook: 'timeout-debited', details: { 'screen-text': '交易超时' }, answers: { 'response-code': '68' } });
    expect(called(platform, 'case_note')).toEqual([{ id: platform.world.cases[0]!.id, text: '当时看到：没有出单，顾客却收到扣款通知' }]);
  });

  it('shows the cards that go with the first answer only', async () => {
    const { user } = await openWindow('/cases/new');
    await user.click(await screen.findByRole('radio', { name: /^费用的事/ }));
    expect(screen.getByRole('checkbox', { name: '费率和合同不一样' })).toBeInTheDocument();
    expect(screen.queryByRole('checkbox', { name: '没有出单，顾客却收到扣款通知' })).not.toBeInTheDocument();
  });

  it('puts what begins with a notice first when there is one', async () => {
    const { user } = await openWindow('/cases/new');
    await user.click(await screen.findByRole('radio', { name: /^收到通知/ }));
    expect(await screen.findByText('手里有通知')).toBeInTheDocument();
    expect(screen.getAllByRole('heading', { level: 3 })[0]).toHaveTextContent('被退单、拒付或调单');
  });

  it('starts with Ctrl+Enter, and says what was refused', async () => {
    const { user, platform } = await openWindow('/cases/new');
    await user.type(await screen.findByLabelText('屏幕或小票上写了什么'), '商户无效');
    await screen.findByText('屏幕文字“商户无效”');
    platform.failNext('case_new', { code: 'text-too-long', message: '', params: { field: 'title', limit: '120' } });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('alert')).toHaveTextContent('超过 120 个字');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(platform.world.cases[0]!.playbook).toBe('merchant-invalid'));
  });

  it('loses nothing on the way back', async () => {
    const { user } = await openWindow('/cases/new');
    await user.click(await screen.findByRole('radio', { name: /^费用的事/ }));
    await user.type(screen.getByLabelText('屏幕或小票上写了什么'), '扣了 99 元');
    await user.click(screen.getByRole('link', { name: '案件' }));
    await screen.findByRole('searchbox');
    await user.click(screen.getByRole('link', { name: '新建案件' }));
    expect(await screen.findByLabelText('屏幕或小票上写了什么')).toHaveValue('扣了 99 元');
    expect(screen.getByRole('radio', { name: /^费用的事/ })).toBeChecked();
  });

  it('sends no card number anywhere, and offers the masked form', async () => {
    const { user, platform } = await openWindow('/cases/new');
    await user.click(await screen.findByLabelText('屏幕或小票上写了什么'));
    await user.paste('卡 6222021234561236 超时');
    await user.click(await screen.findByRole('button', { name: '改用 卡 622202******1236 超时' }));
    await screen.findByRole('button', { name: '从这里开始' });
    expect(JSON.stringify(platform.calls) + JSON.stringify(Object.entries(localStorage))).not.toContain('123456');
  });

  it('lets the problem be chosen by hand', async () => {
    const { user } = await openWindow('/cases/new');
    await user.click(await screen.findByRole('button', { name: '其他问题' }));
    expect(await screen.findByRole('button', { name: '建立案件' })).toBeInTheDocument();
  });
});
