import { MantineProvider } from '@mantine/core';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadWords, WordsProvider } from '../lib/words';
import { CardField } from './CardField';
import { Progress } from './Progress';
import { ToastProvider, useTell } from './Toasts';

type Loaded = Awaited<ReturnType<typeof loadWords>>;
let l10n: Loaded;
beforeAll(async () => {
  l10n = await loadWords('zh-CN');
});
afterEach(() => {
  vi.useRealTimers();
});

function show(children: ReactNode) {
  return render(
    <MantineProvider withCssVariables={false} withGlobalClasses={false}>
      <WordsProvider l10n={l10n}>
        <ToastProvider>{children}</ToastProvider>
      </WordsProvider>
    </MantineProvider>,
  );
}

describe('card field', () => {
  function Held({ seen }: { seen: string[] }): ReactNode {
    const [card, setCard] = useState('');
    return (
      <CardField
        value={card}
        onChange={(next) => {
          seen.push(next);
          setCard(next);
        }}
      />
    );
  }

  it('never hands on more digits than may be kept, however they come', async () => {
    const seen: string[] = [];
    show(<Held seen={seen} />);
    const user = userEvent.setup();
    await user.type(screen.getByRole('textbox'), '6222021234561234');
    await user.tab();
    await user.click(screen.getByRole('textbox'));
    await user.paste('６２２２０２１２３４５６１２３４');
    expect(seen.filter((text) => text.replace(/\D/g, '').length > 10)).toEqual([]);
    expect(screen.getByRole('button', { name: '改用 622202******1234' })).toBeInTheDocument();
    expect(document.body.innerHTML).not.toContain('6222021234561234');
  });

  it('masks what was typed after a pause', () => {
    vi.useFakeTimers();
    const seen: string[] = [];
    show(<Held seen={seen} />);
    const field = screen.getByRole<HTMLInputElement>('textbox');
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, '6222021234561234');
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    act(() => {
      vi.advanceTimersByTime(600);
    });
    expect(field.value).toBe('');
    expect(screen.getByRole('button', { name: '改用 622202******1234' })).toBeInTheDocument();
  });

  it('takes a masked card as it is', async () => {
    const seen: string[] = [];
    show(<Held seen={seen} />);
    await userEvent.type(screen.getByRole('textbox'), '622202******1234');
    expect(seen.at(-1)).toBe('622202******1234');
  });
});

describe('progress', () => {
  it('guesses the time left only when there is something to go by', () => {
    vi.useFakeTimers();
    const { rerender } = show(<Progress label="work" progress={{ what: '', item: '', done: 0, total: 0 }} onCancel={() => undefined} />);
    expect(screen.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow');
    act(() => {
      vi.advanceTimersByTime(4_000);
    });
    expect(screen.queryByText(/大约还要/)).not.toBeInTheDocument();
    rerender(
      <MantineProvider withCssVariables={false} withGlobalClasses={false}>
        <WordsProvider l10n={l10n}>
          <ToastProvider>
            <Progress label="work" progress={{ what: 'job-verifying', item: 'E1', done: 50, total: 100 }} onCancel={() => undefined} />
          </ToastProvider>
        </WordsProvider>
      </MantineProvider>,
    );
    act(() => {
      vi.advanceTimersByTime(1_000);
    });
    expect(screen.getByText('正在核对证据原件：E1')).toBeInTheDocument();
    expect(screen.getByText(/大约还要 \d 秒/)).toBeInTheDocument();
  });
});

describe('messages', () => {
  function Teller(): ReactNode {
    const tell = useTell();
    return (
      <>
        <button onClick={() => tell.done('gone')}>done</button>
        <button onClick={() => tell.refused({ code: 'x', message: 'refused', params: {} })}>refused</button>
        <button onClick={() => tell.refused({ code: 'cancelled', message: 'cancelled', params: {} })}>cancelled</button>
      </>
    );
  }

  it('go by themselves, but a refusal stays until it is closed, and a cancelled job says nothing', () => {
    vi.useFakeTimers();
    show(<Teller />);
    const press = (name: string): void => act(() => {
      screen.getByRole('button', { name }).click();
    });
    press('done');
    press('refused');
    press('cancelled');
    expect(screen.getByText('gone')).toBeInTheDocument();
    expect(screen.queryByText('cancelled', { selector: 'p' })).not.toBeInTheDocument();
    act(() => {
      vi.advanceTimersByTime(60_000);
    });
    expect(screen.queryByText('gone')).not.toBeInTheDocument();
    expect(screen.getByText('refused', { selector: 'p' })).toBeInTheDocument();
    press('关闭');
    expect(screen.queryByText('refused', { selector: 'p' })).not.toBeInTheDocument();
  });

  it('are never more than three at once', () => {
    show(<Teller />);
    const press = (name: string): void => act(() => {
      screen.getByRole('button', { name }).click();
    });
    for (let at = 0; at < 5; at += 1) press('refused');
    expect(screen.getAllByText('refused', { selector: 'p' })).toHaveLength(3);
  });
});
