import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CASE, CASE_WITH_PACKETS, called, openWindow } from '../../test/app';

describe('packet', () => {
  it('says before building what is missing, how many pages and how large', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?tab=packet`);
    expect(await screen.findByText(/有 1 处可以补/)).toBeInTheDocument();
    expect(screen.getByText(/约 7\.4 MB/)).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('交给谁'), 'Adyen');
    expect(await screen.findByText(/超过了对方的上限/)).toBeInTheDocument();
    expect(screen.getByText(/上限来自/)).toBeInTheDocument();
    expect(called(platform, 'packet_check').at(-1)).toEqual({ case: CASE, channel: 'adyen', language: 'zh-CN' });
  });

  it('builds in the chosen language and offers what comes after', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?tab=packet`);
    await user.click(await screen.findByRole('radio', { name: 'English' }));
    await user.click(screen.getByRole('button', { name: '生成证据包' }));
    expect(await screen.findByText('已生成：2026-0007 证据包.pdf')).toBeInTheDocument();
    expect(called(platform, 'packet_build')[0]).toMatchObject({ case: CASE, channel: 'acquirer', language: 'en' });
    const id = platform.world.cases[0]!.packets[0]!.id;
    await user.click(await screen.findByRole('button', { name: '打开' }));
    await user.click(screen.getByRole('button', { name: '在文件夹中显示' }));
    await user.click(screen.getByRole('button', { name: '另存为' }));
    expect(called(platform, 'packet_open')).toEqual([{ id }]);
    expect(called(platform, 'packet_reveal')).toEqual([{ id }]);
    expect(await screen.findByText('已另存：2026-0007 证据包.pdf')).toBeInTheDocument();
  });

  it('shows how far it is; cancelling leaves nothing and blames nobody', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?tab=packet`, { pace: 40 });
    await user.click(await screen.findByRole('button', { name: '生成证据包' }));
    const bar = await screen.findByRole('progressbar', { name: '正在生成证据包' });
    await waitFor(() => expect(Number(bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0));
    await user.click(screen.getByRole('button', { name: '取消' }));
    expect(await screen.findByRole('button', { name: '生成证据包' })).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(platform.world.cases[0]!.packets).toEqual([]);
  });

  it('says in its place why it could not be built', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}?tab=packet`);
    platform.failNext('packet_build', { code: 'blob-missing', message: '', params: { sha256: 'ab12' } });
    await user.click(await screen.findByRole('button', { name: '生成证据包' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/证据原件不见了（ab12）/);
  });

  it('lists earlier ones, and says which the case has left behind', async () => {
    await openWindow(`/cases/${CASE_WITH_PACKETS}?tab=packet`);
    const list = within(await screen.findByRole('region', { name: '之前的证据包' }));
    expect(list.getAllByRole('listitem')).toHaveLength(2);
    expect(list.getAllByText('案件之后有改动')).toHaveLength(1);
  });
});
