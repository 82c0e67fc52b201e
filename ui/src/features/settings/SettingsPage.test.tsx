import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { called, openWindow } from '../../test/app';

describe('settings', () => {
  it('change the language of everything at once', async () => {
    const { user, platform } = await openWindow('/settings');
    await user.click(await screen.findByRole('radio', { name: 'English' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('en');
    expect(called(platform, 'set_preferences')).toEqual([{ language: 'en' }]);
    await user.click(screen.getByRole('radio', { name: '中文' }));
    expect(await screen.findByRole('heading', { level: 1, name: '设置' })).toBeInTheDocument();
  });

  it('change the look at once, and leave it for the first frame of the next start', async () => {
    const { user } = await openWindow('/settings', { theme: 'light' });
    await user.click(await screen.findByRole('radio', { name: '深色' }));
    await waitFor(() => expect(document.documentElement.dataset.mantineColorScheme).toBe('dark'));
    expect(localStorage.getItem('recourse.theme')).toBe('dark');
  });

  it('show where the data lies and what the program noticed at the start', async () => {
    await openWindow('/settings', { notices: [{ code: 'disk-almost-full', message: '磁盘快满了', mend: '请清理一些空间' }] });
    expect(await screen.findByText('~/.local/share/app.recourse.desktop')).toBeInTheDocument();
    expect(screen.getByText('磁盘快满了')).toBeInTheDocument();
  });

  it('check the data with progress and cancel, and tell how to mend what is found', async () => {
    const { user, platform } = await openWindow('/settings', { pace: 30 });
    await user.click(await screen.findByRole('button', { name: '检查数据' }));
    await user.click(await screen.findByRole('button', { name: '取消' }));
    await user.click(await screen.findByRole('button', { name: '检查数据' }));
    expect(await screen.findByText(/数据完好/)).toBeInTheDocument();
    platform.failNext('doctor', { code: 'bridge', message: '没能检查', params: {} });
    await user.click(screen.getByRole('button', { name: '检查数据' }));
    expect(within(await screen.findByRole('alert')).getByText('没能检查')).toBeInTheDocument();
  });
});
