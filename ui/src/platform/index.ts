/** Chooses the platform: the shell where there is one, otherwise (development and preview only) the in-memory world. */
import type { Platform } from './types';

export async function connect(): Promise<Platform> {
  const inShell = '__TAURI_INTERNALS__' in window;
  if (import.meta.env.MODE !== 'production' && !inShell) {
    const { fakeFromAddress } = await import('./fake');
    return fakeFromAddress();
  }
  const { tauri } = await import('./tauri');
  return tauri;
}

export type * from './types';
