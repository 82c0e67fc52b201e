import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { createFake, type FakePlatform } from '../platform/fake';
import { hugeCases } from '../platform/fake/samples';
import { called } from '../test/app';
import { forgetPages, useCasePages } from './case-pages';
import { PlatformProvider } from './platform';

const EVERYTHING = { stages: [], text: '' };

function pages(platform: FakePlatform, filter: { stages: string[]; text: string } = EVERYTHING) {
  return renderHook(() => useCasePages(filter), {
    wrapper: ({ children }: { children: ReactNode }) => <PlatformProvider platform={platform}>{children}</PlatformProvider>,
  });
}

describe('pages of cases', () => {
  it('asks for the first page only, until somebody scrolls', async () => {
    const platform = await createFake({ cases: hugeCases(1000) });
    const { result } = pages(platform);
    await waitFor(() => expect(result.current.state).toBe('ready'));
    expect(result.current).toMatchObject({ total: 1000 });
    expect(result.current.rows).toHaveLength(200);
    expect(called(platform, 'case_list')).toHaveLength(1);
    act(() => result.current.want(450));
    await waitFor(() => expect(result.current.rows).toHaveLength(600));
    expect(new Set(result.current.rows.map((row) => row.id)).size).toBe(600);
  });

  it('stops at the end', async () => {
    const platform = await createFake({ cases: hugeCases(250) });
    const { result } = pages(platform);
    act(() => result.current.want(10_000));
    await waitFor(() => expect(result.current.rows).toHaveLength(250));
    expect(called(platform, 'case_list')).toHaveLength(2);
  });

  it('reads again after a change without emptying the list', async () => {
    const platform = await createFake({ cases: hugeCases(300) });
    const { result } = pages(platform);
    await waitFor(() => expect(result.current.state).toBe('ready'));
    platform.world.cases[0]!.title = 'changed';
    const seen: number[] = [];
    act(() => forgetPages());
    seen.push(result.current.rows.length);
    await waitFor(() => expect(result.current.rows[0]?.title).toBe('changed'));
    expect(Math.min(...seen)).toBe(200);
  });

  it('tells a refusal and tries again when asked', async () => {
    const platform = await createFake();
    platform.failNext('case_list', { code: 'store-busy', message: 'busy', params: {} });
    const { result } = pages(platform);
    await waitFor(() => expect(result.current.state).toBe('failed'));
    act(() => result.current.retry());
    await waitFor(() => expect(result.current.state).toBe('ready'));
    expect(result.current.rows).toHaveLength(7);
  });

  it('keeps each filter to itself', async () => {
    const platform = await createFake();
    const closed = pages(platform, { stages: ['closed'], text: '' });
    const text = pages(platform, { stages: [], text: '调单' });
    await waitFor(() => expect(closed.result.current.rows).toHaveLength(1));
    await waitFor(() => expect(text.result.current.rows).toHaveLength(1));
    expect(closed.result.current.rows[0]?.stage).toBe('closed');
  });
});
