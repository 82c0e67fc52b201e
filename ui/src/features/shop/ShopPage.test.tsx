import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWindow } from '../../test/app';

describe('the shop', () => {
  it('keeps itself, two fields in a row without losing either', async () => {
    const { user, platform } = await openWindow('/shop');
    await user.type(await screen.findByLabelText('营业执照上的名称'), '川味小馆');
    await user.type(screen.getByLabelText('电话'), '021-5555');
    await user.type(screen.getByLabelText('执照到期日'), '2030-01-02');
    await user.tab();
    await waitFor(() => expect(platform.world.merchant).toMatchObject({ name: '川味小馆', phone: '021-5555', licence_expires: '2030-01-02' }));
  });

  it('holds terminals with everything on their label, and puts a removed one back', async () => {
    const { user, platform } = await openWindow('/shop?part=terminals', { merchant: { mid: '898' } });
    await user.click(await screen.findByRole('button', { name: '添加终端' }));
    await user.type(await screen.findByLabelText('终端号（TID）'), '10023345{Enter}');
    await user.selectOptions(screen.getByLabelText('网络'), '移动网络（4G）');
    await user.click(screen.getByRole('checkbox', { name: '扫码' }));
    await waitFor(() => expect(platform.world.merchant.terminals).toMatchObject([{ tid: '10023345', mid: '898', network: '4g', channels: ['card', 'qr'] }]));
    await user.click(screen.getByRole('button', { name: '移除终端 10023345' }));
    await waitFor(() => expect(platform.world.merchant.terminals).toEqual([]));
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await waitFor(() => expect(platform.world.merchant.terminals).toHaveLength(1));
  });

  it('says calmly on top what does not agree', async () => {
    await openWindow('/shop', { merchant: { licence_expires: '2020-01-01' } });
    expect(await screen.findByText('有 1 处请核对')).toBeInTheDocument();
    expect(screen.getByText(/先换证，再把新证发给收单机构/)).toBeInTheDocument();
  });

  it('holds rates with their dates, people and fallbacks', async () => {
    const { user, platform } = await openWindow('/shop?part=contract');
    await user.click(await screen.findByRole('button', { name: '添加费率' }));
    await user.type(await screen.findByLabelText('费率（%）'), '0.6{Enter}');
    await user.click(screen.getByRole('checkbox', { name: '同意过' }));
    await waitFor(() => expect(platform.world.merchant.rates).toMatchObject([{ card_type: 'debit', percent: '0.6', agreed: false }]));
    await user.click(screen.getByRole('tab', { name: '人员与备用' }));
    await user.click(await screen.findByRole('button', { name: '添加人员' }));
    await user.type(await screen.findByLabelText('姓名'), '小李{Enter}');
    await user.click(screen.getByRole('checkbox', { name: '现金' }));
    await waitFor(() => expect(platform.world.merchant).toMatchObject({ people: [{ name: '小李', role: 'owner' }], fallbacks: ['cash'] }));
  });
});

describe('the planner', () => {
  it('takes a task, does it, and says when it comes again', async () => {
    const { user, platform } = await openWindow('/shop?part=tasks');
    await user.click(await screen.findByRole('button', { name: '添加待办' }));
    const form = within(screen.getByRole('form', { name: '添加待办' }));
    await user.type(form.getByLabelText(/^做什么/), '自查终端');
    await user.type(form.getByLabelText(/^哪天做/), '2026-01-05');
    await user.selectOptions(form.getByLabelText('多久一次'), '每 1 个月');
    await user.click(form.getByRole('button', { name: '记下待办' }));
    await user.click(await screen.findByRole('button', { name: '做完了' }));
    expect(await screen.findByText(/^已做完：自查终端。下次/)).toBeInTheDocument();
    expect(platform.world.tasks).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: '不做“自查终端”了' }));
    await waitFor(() => expect(platform.world.tasks).toEqual([]));
    await user.click((await screen.findAllByRole('button', { name: '撤销' }))[0]!);
    await waitFor(() => expect(platform.world.tasks).toHaveLength(1));
  });

  it('says which field is missing', async () => {
    const { user } = await openWindow('/shop?part=tasks');
    await user.click(await screen.findByRole('button', { name: '添加待办' }));
    await user.click(screen.getByRole('button', { name: '记下待办' }));
    expect(await screen.findByText(/还空着/)).toBeInTheDocument();
  });

  it('prints the plan for a bad day', async () => {
    const { user } = await openWindow('/shop?part=plan', { merchant: { name: '川味小馆', fallbacks: ['cash'] } });
    await user.click(await screen.findByRole('button', { name: '存为 PDF' }));
    expect(await screen.findByText('PDF 已存好')).toBeInTheDocument();
  });
});
