/**
 * The list of cases, page after page by cursor, as far as somebody has scrolled. A list of 100 000 rows is never asked for
 * or kept twice: rows live in one array that grows, and a change reads it again from the front without emptying it.
 */
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Platform } from '../platform';
import type { CaseRowDto } from './generated/CaseRowDto';
import { usePlatform } from './platform';

const PAGE = 200;

export type CaseFilter = { stages: string[]; text: string };
export type Pages = { rows: readonly CaseRowDto[]; total: number; state: 'loading' | 'ready' | 'failed'; error: unknown; version: number };

class CasePages {
  #rows: CaseRowDto[] = [];
  #cursor: string | null | undefined;
  #wanted = PAGE;
  #busy = false;
  #stale = true;
  #snapshot: Pages = { rows: [], total: 0, state: 'loading', error: null, version: 0 };
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly platform: Platform,
    private readonly filter: CaseFilter,
  ) {}

  readonly snapshot = (): Pages => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Makes sure that rows up to this index are there, or on their way. */
  readonly want = (index: number): void => {
    if (index >= this.#wanted) this.#wanted = Math.ceil((index + 1) / PAGE) * PAGE;
    void this.#load();
  };

  readonly forget = (): void => {
    this.#stale = true;
    if (this.#listeners.size > 0) void this.#load();
  };

  readonly retry = (): void => {
    this.#stale = true;
    void this.#load();
  };

  #publish(change: Partial<Pages>): void {
    this.#snapshot = { ...this.#snapshot, rows: this.#rows, ...change, version: this.#snapshot.version + 1 };
    for (const listener of this.#listeners) listener();
  }

  async #load(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#stale || (this.#cursor != null && this.#rows.length < this.#wanted)) {
        if (this.#stale) await this.#again();
        else await this.#more();
      }
    } catch (error) {
      this.#stale = true;
      this.#publish({ state: 'failed', error });
    } finally {
      this.#busy = false;
    }
  }

  /** Reads from the front as much as was there, then shows it in one go. */
  async #again(): Promise<void> {
    this.#stale = false;
    const rows: CaseRowDto[] = [];
    let cursor: string | undefined;
    let total = 0;
    do {
      const page = await this.platform.call('case_list', { ...this.filter, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
      for (const row of page.cases) rows.push(row);
      total = page.total;
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined && rows.length < Math.min(this.#wanted, this.#rows.length));
    this.#rows = rows;
    this.#cursor = cursor ?? null;
    this.#publish({ total, state: 'ready', error: null });
  }

  async #more(): Promise<void> {
    const cursor = this.#cursor ?? '';
    const page = await this.platform.call('case_list', { ...this.filter, limit: PAGE, cursor });
    for (const row of page.cases) this.#rows.push(row);
    this.#cursor = page.next_cursor;
    this.#publish({ total: page.total, state: 'ready', error: null });
  }
}

const kept = new Map<string, CasePages>();
const KEPT_FILTERS = 8;
let owner: Platform | null = null;

function pagesFor(platform: Platform, filter: CaseFilter): CasePages {
  if (owner !== platform) {
    kept.clear();
    owner = platform;
  }
  const name = JSON.stringify([filter.stages, filter.text]);
  let pages = kept.get(name);
  if (pages === undefined) {
    pages = new CasePages(platform, filter);
    const oldest = kept.keys().next().value;
    if (kept.size >= KEPT_FILTERS && oldest !== undefined) kept.delete(oldest);
    kept.set(name, pages);
  }
  return pages;
}

/** Marks every list as out of date; the one on screen is read again. */
export function forgetPages(): void {
  for (const pages of kept.values()) pages.forget();
}

/** Starts reading the first page before the first frame. */
export function warmPages(platform: Platform): void {
  pagesFor(platform, { stages: [], text: '' }).want(0);
}

export function useCasePages(filter: CaseFilter): Pages & { want: (index: number) => void; retry: () => void } {
  const platform = usePlatform();
  const { text } = filter;
  const stages = filter.stages.join(',');
  const pages = useMemo(
    () => pagesFor(platform, { stages: stages === '' ? [] : stages.split(','), text }),
    [platform, stages, text],
  );
  const snapshot = useSyncExternalStore(pages.subscribe, pages.snapshot);
  useEffect(() => pages.want(0), [pages]);
  const want = useCallback((index: number) => pages.want(index), [pages]);
  return useMemo(() => ({ ...snapshot, want, retry: pages.retry }), [snapshot, want, pages]);
}
