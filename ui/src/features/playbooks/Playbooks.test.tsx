import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { called, openWindow } from '../../test/app';

async function ownCopy() {
  const opened = await openWindow('/settings/playbooks/timeout-debited');
  await opened.user.click(await screen.findByRole('button', { name: '做一份自己的' }));
  await screen.findByText('这是您自己的步骤');
  return opened;
}
const inForce = (platform: Awaited<ReturnType<typeof ownCopy>>['platform']) => platform.world.book.find(({ id }) => id === 'timeout-debited')!;

describe('playbooks', () => {
  it('are listed in the settings, shipped or own, and can be read', async () => {
    const { user } = await openWindow('/settings');
    const row = await screen.findByRole('link', { name: /^超时却扣款/ });
    expect(row).toHaveTextContent('随程序提供');
    await user.click(row);
    await user.click(await screen.findByRole('button', { name: /^先停手，不要再刷/ }));
    expect(screen.getByText('结果未知时再刷，可能扣两次。')).toBeInTheDocument();
    expect(screen.queryByLabelText('做什么')).not.toBeInTheDocument();
  });

  it('change in an own copy, field by field, and go back to the shipped one with a way to undo', async () => {
    const { user, platform } = await ownCopy();
    await user.click(screen.getByRole('button', { name: /^先停手，不要再刷/ }));
    const title = screen.getByLabelText('做什么', { selector: '[value="先停手，不要再刷"]' });
    await user.clear(title);
    await user.type(title, '先别刷{Enter}');
    await waitFor(() => expect(inForce(platform).step![0]!.title).toEqual({ 'zh-CN': '先别刷' }));
    await user.click(screen.getByRole('button', { name: '恢复成随程序提供的' }));
    await screen.findByText('这是随程序提供的步骤');
    expect(inForce(platform).step![0]!.title).toMatchObject({ 'zh-CN': '先停手，不要再刷' });
    await user.click(screen.getByRole('button', { name: '撤销' }));
    await waitFor(() => expect(inForce(platform).step![0]!.title).toEqual({ 'zh-CN': '先别刷' }));
  });

  it('take new steps, and steps can be moved and taken away', async () => {
    const { user, platform } = await ownCopy();
    await user.click(screen.getByRole('button', { name: '添加步骤' }));
    const form = within(screen.getByRole('form', { name: '添加步骤' }));
    await user.type(form.getByLabelText(/^做什么/), '问问隔壁店');
    await user.type(form.getByLabelText(/^为什么/), '也许是片区断网');
    await user.selectOptions(form.getByLabelText('阶段'), '确认');
    await user.click(form.getByRole('button', { name: '添加步骤' }));
    const names = () => inForce(platform).step!.map(({ title }) => title['zh-CN']);
    await waitFor(() => expect(names()[3]).toBe('问问隔壁店'));
    await user.click(await screen.findByRole('button', { name: /^问问隔壁店/ }));
    await user.click(screen.getByRole('button', { name: '往前移' }));
    await waitFor(() => expect(names()[2]).toBe('问问隔壁店'));
    await user.click(screen.getByRole('button', { name: '去掉步骤“问问隔壁店”' }));
    await waitFor(() => expect(names()).not.toContain('问问隔壁店'));
  });

  it('say which proof must be there, and what keeps it from happening again', async () => {
    const { user, platform } = await ownCopy();
    await user.click(screen.getAllByRole('checkbox', { name: '必须有' })[0]!);
    await waitFor(() => expect(inForce(platform).evidence![0]).toMatchObject({ kind: 'terminal-photo', mandatory: false }));
    await user.selectOptions(screen.getByLabelText('再要一种证据'), '通话记录');
    await waitFor(() => expect(inForce(platform).evidence!.at(-1)).toMatchObject({ kind: 'call-record' }));
    await user.click(screen.getByRole('button', { name: '添加一件' }));
    await user.type(screen.getAllByLabelText('做什么').at(-1)!, '换条网线{Enter}');
    await waitFor(() => expect(inForce(platform).prevention!.at(-1)!.text).toEqual({ 'zh-CN': '换条网线' }));
  });

  it('from a broken file are refused with line and reason, and nothing changes', async () => {
    const { user, platform } = await openWindow('/settings');
    await user.click(await screen.findByRole('button', { name: '从文件导入' }));
    expect(await screen.findByText('第 12 行')).toBeInTheDocument();
    expect(screen.getByText(/unknown key: colour/)).toBeInTheDocument();
    expect(called(platform, 'playbook_keep')).toEqual([]);
  });
});
