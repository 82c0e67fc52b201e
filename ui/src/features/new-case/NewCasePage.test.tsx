import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { called, openWindow } from '../../test/app';

async function begin(options = {}) {
  const opened = await openWindow('/cases/new', options);
  await opened.user.click(await screen.findByRole('button', { name: /^超时却扣款/ }));
  await screen.findByRole('button', { name: '建立案件' });
  return opened;
}

describe('new case', () => {
  it('goes from the symptom to an open case with nothing but a click', async () => {
    const { user, platform } = await begin();
    expect(screen.getByLabelText(/^标题/)).toHaveValue('超时却扣款');
    await user.click(screen.getByRole('button', { name: '建立案件' }));
    expect(await screen.findByRole('heading', { level: 1, name: '超时却扣款' })).toBeInTheDocument();
    expect(called(platform, 'case_new')).toEqual([{ playbook: 'timeout-debited', title: '超时却扣款', details: {} }]);
  });

  it('suggests a title from what is known, until somebody writes one', async () => {
    const { user } = await begin();
    await user.type(screen.getByLabelText('金额（元）'), '1280');
    expect(screen.getByLabelText(/^标题/)).toHaveValue('超时却扣款 · ¥1,280');
    await user.clear(screen.getByLabelText(/^标题/));
    await user.type(screen.getByLabelText(/^标题/), '三号桌');
    await user.type(screen.getByLabelText('金额（元）'), '0');
    expect(screen.getByLabelText(/^标题/)).toHaveValue('三号桌');
    await user.clear(screen.getByLabelText(/^标题/));
    await user.tab();
    expect(screen.getByLabelText(/^标题/)).toHaveValue('超时却扣款 · ¥12,800');
  });

  it('sends what was typed, as the program reads it', async () => {
    const { user, platform } = await begin();
    await user.type(screen.getByLabelText('金额（元）'), '1280.00');
    await user.type(screen.getByLabelText('日期'), '2026/3/5');
    await user.type(screen.getByLabelText('几点几分'), '14:02');
    await user.type(screen.getByLabelText('应答码'), '68');
    await user.type(screen.getByLabelText(/^卡号/), '622202******1234');
    await user.type(screen.getByLabelText(/^对方/), '拉卡拉支付{Enter}');
    await waitFor(() => expect(called(platform, 'case_new')).toHaveLength(1));
    expect(called(platform, 'case_new')[0]).toMatchObject({
      counterparty: '拉卡拉支付',
      transaction: { amount: '1280.00', at: '2026-03-05 14:02', card: '622202******1234', response_code: '68', currency: 'CNY' },
    });
  });

  it('says which field is wrong, and keeps everything', async () => {
    const { user, platform } = await begin();
    await user.type(screen.getByLabelText('金额（元）'), '12,80x');
    await user.click(screen.getByRole('button', { name: '建立案件' }));
    expect(await screen.findByText(/不是金额/)).toBeInTheDocument();
    expect(screen.getByLabelText('金额（元）')).toHaveValue('12,80x');
    expect(platform.world.cases).toHaveLength(7);
  });

  it('asks for the amount before anything else of a transaction', async () => {
    const { user, platform } = await begin();
    await user.type(screen.getByLabelText('应答码'), '68');
    await user.click(screen.getByRole('button', { name: '建立案件' }));
    expect(await screen.findByText(/还差金额/)).toBeInTheDocument();
    expect(called(platform, 'case_new')).toEqual([]);
  });

  it('never loses what was typed when somebody goes back', async () => {
    const { user } = await begin();
    await user.type(screen.getByLabelText('金额（元）'), '88');
    await user.click(screen.getByRole('link', { name: '案件' }));
    await screen.findByRole('searchbox');
    await user.click(screen.getByRole('link', { name: '新建案件' }));
    await user.click(await screen.findByRole('button', { name: /^超时却扣款/ }));
    expect(await screen.findByLabelText('金额（元）')).toHaveValue('88');
  });

  it('does not send the form while something is composed', async () => {
    const { user, platform } = await begin();
    const field = screen.getByLabelText(/^卡号/);
    await user.type(field, '1234');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    expect(called(platform, 'case_new')).toEqual([]);
  });
});

describe('a whole card number', () => {
  it('is taken out of the field at once when pasted; the masked form is one click away', async () => {
    const { user, platform } = await begin();
    await user.type(screen.getByLabelText('金额（元）'), '5');
    const field = screen.getByLabelText(/^卡号/);
    await user.click(field);
    await user.paste('6222 0212 3456 1234');
    expect(field).toHaveValue('');
    expect(document.body.textContent).not.toContain('123456');
    await user.click(screen.getByRole('button', { name: '改用 622202******1234' }));
    expect(field).toHaveValue('622202******1234');
    await user.click(screen.getByRole('button', { name: '建立案件' }));
    await waitFor(() => expect(called(platform, 'case_new')).toHaveLength(1));
    expect(JSON.stringify(platform.calls)).not.toContain('3456');
  });

  it('is masked after a pause or on leaving when typed, and is in no draft', async () => {
    const { user, platform } = await begin();
    await user.type(screen.getByLabelText(/^卡号/), '6222021234561234');
    await user.tab();
    expect(screen.getByLabelText(/^卡号/)).toHaveValue('');
    expect(screen.getByRole('button', { name: '改用 622202******1234' })).toBeInTheDocument();
    expect(JSON.stringify(Object.entries(localStorage))).not.toMatch(/\d{11,}/);
    expect(JSON.stringify(platform.calls)).not.toContain('123456');
  });

  it('is not sent by Enter; it is masked first', async () => {
    const { user, platform } = await begin();
    await user.type(screen.getByLabelText(/^卡号/), '6222021234561234{Enter}');
    expect(called(platform, 'case_new')).toEqual([]);
    expect(screen.getByLabelText(/^卡号/)).toHaveValue('');
  });
});
