import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CASE, called, openWindow } from '../../test/app';
import { placeAt } from './reorder';

const TAB = `/cases/${CASE}?tab=evidence`;

async function rows(): Promise<HTMLElement[]> {
  const list = await screen.findByRole('grid', { name: '证据' });
  return within(list).getAllByRole('row');
}

function paste(files: File[], text = ''): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { files, getData: () => text } });
  act(() => {
    document.dispatchEvent(event);
  });
}

describe('taking evidence in', () => {
  it('takes chosen files, tells each, and shows them', async () => {
    const { user, platform } = await openWindow(TAB);
    await user.click(await screen.findByRole('button', { name: '选择文件' }));
    expect(await screen.findByText(/已收入 2 份：E4 E5/)).toBeInTheDocument();
    await waitFor(async () => expect(await rows()).toHaveLength(5));
    expect(called(platform, 'evidence_add_picked')[0]).toMatchObject({ case: CASE });
  });

  it('files what is gathered for a step under its kind', async () => {
    const { user, platform } = await openWindow(`/cases/${CASE}`);
    await user.click(await screen.findByRole('button', { name: '选择文件' }));
    await waitFor(() => expect(called(platform, 'evidence_add_picked')[0]).toMatchObject({ kind: 'merchant-backend' }));
    expect(await screen.findByText('材料齐了')).toBeInTheDocument();
  });

  it('takes what is dropped anywhere, and tells duplicates and refusals with their reason', async () => {
    const { platform } = await openWindow(TAB);
    await rows();
    act(() => platform.emit('files-over', { x: 1, y: 1 }));
    expect(screen.getByText('松手即可收入证据')).toBeInTheDocument();
    const token = platform.offer(['新照片.jpg', '签购单.jpg', '合同.docx']);
    act(() => platform.emit('files-dropped', { token, names: [], x: 1, y: 1 }));
    expect(screen.queryByText('松手即可收入证据')).not.toBeInTheDocument();
    expect(await screen.findByText(/已收入 1 份：E4/)).toBeInTheDocument();
    expect(screen.getByText(/有 1 份已经在案件里（E2）/)).toBeInTheDocument();
    expect(screen.getByText('合同.docx')).toBeInTheDocument();
    expect(screen.getByText('Only photos and PDF files can be evidence.')).toBeInTheDocument();
  });

  it('files a drop on a step under the kind of the zone', async () => {
    const { platform } = await openWindow(`/cases/${CASE}`);
    const zone = (await screen.findByRole('button', { name: '选择文件' })).closest('[data-kind]');
    document.elementFromPoint = () => zone;
    act(() => platform.emit('files-dropped', { token: platform.offer(['a.jpg']), names: [], x: 5, y: 5 }));
    document.elementFromPoint = () => null;
    await waitFor(() => expect(called(platform, 'evidence_add_picked')[0]).toMatchObject({ kind: 'merchant-backend' }));
  });

  it('takes a picture from the clipboard as bytes, under a name that tells it apart', async () => {
    const { platform } = await openWindow(TAB);
    await rows();
    paste([new File([new Uint8Array([1, 2])], 'image.png', { type: 'image/png' })]);
    await waitFor(() => expect(called(platform, 'evidence_add_bytes')).toHaveLength(1));
    expect((called(platform, 'evidence_add_bytes')[0] as { name: string }).name).toMatch(/^粘贴的图片 \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/);
  });

  it('leaves pasted text to the field it is pasted into', async () => {
    const { platform } = await openWindow(TAB);
    await rows();
    paste([], '6222');
    expect(called(platform, 'evidence_add_bytes')).toEqual([]);
    expect(called(platform, 'evidence_paste')).toEqual([]);
  });

  it('asks the shell for a picture that the engine keeps from the page, once', async () => {
    const { user, platform } = await openWindow(TAB);
    await rows();
    platform.world.clipboard = 'png';
    paste([]);
    expect(await screen.findByText(/已收入 1 份：E4/)).toBeInTheDocument();
    expect((called(platform, 'evidence_paste')[0] as { name: string }).name).toMatch(/^粘贴的图片 \d{4}/);
    platform.world.clipboard = null;
    (document.activeElement as HTMLElement).blur();
    // No event follows this key: the engine tells nothing outside of fields.
    fireEvent.keyDown(document.body, { key: 'v', ctrlKey: true });
    await waitFor(() => expect(called(platform, 'evidence_paste')).toHaveLength(2));
    screen.getByLabelText('E1 是什么证据').focus();
    await user.keyboard('{Control>}v{/Control}');
    expect(called(platform, 'evidence_paste')).toHaveLength(2);
  });

  it('shows how far it is and can be cancelled', async () => {
    const { user, platform } = await openWindow(TAB, { pace: 40 });
    await rows();
    act(() => platform.emit('files-dropped', { token: platform.offer(['a.jpg']), names: [], x: 1, y: 1 }));
    expect(await screen.findByRole('progressbar')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '取消' }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument());
    expect(platform.world.cases[0]!.evidence).toHaveLength(3);
  });

  it('takes nothing into a closed case', async () => {
    const { platform } = await openWindow('/cases/01JCASE0000000000000000001?tab=evidence');
    await screen.findByText('还没有证据。');
    act(() => platform.emit('files-dropped', { token: platform.offer(['a.jpg']), names: [], x: 1, y: 1 }));
    paste([new File([], 'a.png')]);
    expect(called(platform, 'evidence_add_picked')).toEqual([]);
    expect(screen.queryByRole('button', { name: '选择文件' })).not.toBeInTheDocument();
  });
});

describe('describing and ordering', () => {
  it('writes a caption with F2, and not while composing', async () => {
    const { user, platform } = await openWindow(TAB);
    const [, second] = await rows();
    second!.focus();
    await user.keyboard('{F2}');
    const field = screen.getByRole('textbox', { name: 'E2 证明什么' });
    expect(field).toHaveFocus();
    await user.type(field, '有签名');
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    expect(called(platform, 'evidence_describe')).toEqual([]);
    await user.keyboard('{Enter}');
    expect(await screen.findByText('有签名')).toBeInTheDocument();
    expect(called(platform, 'evidence_describe')).toHaveLength(1);
  });

  it('says what kind of proof it is', async () => {
    const { user, platform } = await openWindow(TAB);
    await user.selectOptions(await screen.findByLabelText('E3 是什么证据'), '聊天记录');
    await waitFor(() => expect(called(platform, 'evidence_describe')).toEqual([{ id: '01JEVID0000000000000000003', kind: 'chat-record' }]));
  });

  it('moves by keyboard, shows it at once, says it, and keeps the focus', async () => {
    const { user, platform } = await openWindow(TAB);
    const [first] = await rows();
    first!.focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(await screen.findByText('E1 移到第 2 位')).toBeInTheDocument();
    await waitFor(() => expect(platform.world.cases[0]!.evidence.map((one) => one.label)).toEqual(['E2', 'E1', 'E3']));
    expect((await rows()).map((row) => row.getAttribute('aria-label')?.slice(0, 2))).toEqual(['E2', 'E1', 'E3']);
    expect(document.activeElement).toHaveAttribute('aria-label', expect.stringMatching(/^E1/));
  });

  it('puts the old order back when the new one is refused', async () => {
    const { user, platform } = await openWindow(TAB);
    const [first] = await rows();
    platform.failNext('evidence_order', { code: 'order-incomplete', message: '', params: {} });
    first!.focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(await screen.findByText(/排序时每份证据要出现一次/)).toBeInTheDocument();
    expect((await rows())[0]).toHaveAttribute('aria-label', expect.stringMatching(/^E1/));
  });

  it('finds the place under the pointer', () => {
    expect(placeAt([50, 120, 190], 10)).toBe(0);
    expect(placeAt([50, 120, 190], 100)).toBe(1);
    expect(placeAt([50, 120, 190], 900)).toBe(2);
  });

  it('takes out only with a reason, and says what is safe', async () => {
    const { user, platform } = await openWindow(TAB);
    const [first] = await rows();
    first!.focus();
    await user.keyboard('{Delete}');
    const dialog = within(await screen.findByRole('dialog', { name: '把 E1 移出案件' }));
    expect(dialog.getByText(/原件仍留在本机/)).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: '移出案件' })).toBeDisabled();
    await user.click(dialog.getByRole('button', { name: '传错了' }));
    await user.click(dialog.getByRole('button', { name: '移出案件' }));
    await waitFor(() => expect(called(platform, 'evidence_remove')).toEqual([{ id: '01JEVID0000000000000000001', why: '传错了' }]));
    await waitFor(async () => expect(await rows()).toHaveLength(2));
  });

  it('looks closely: pages, zoom, the next exhibit, Escape back', async () => {
    const { user } = await openWindow(TAB);
    const [, , third] = await rows();
    third!.focus();
    await user.keyboard('{Enter}');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('第 1 页，共 3 页')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: '下一页' }));
    expect(dialog.getByText('第 2 页，共 3 页')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: '放大' }));
    expect(dialog.getByText('150%')).toBeInTheDocument();
    await user.click(dialog.getByRole('button', { name: '上一份' }));
    expect(await screen.findByRole('dialog', { name: 'E2 · 第 2 份，共 3 份' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('says so when a picture cannot be drawn', async () => {
    await openWindow(TAB);
    const [first] = await rows();
    fireEvent.error(first!.querySelector('img')!);
    expect(within(first!).getByRole('img', { name: '无法显示这张图' })).toBeInTheDocument();
  });
});
