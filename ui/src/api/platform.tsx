/** Gives the platform to the components below. */
import { createContext, useContext, type ReactNode } from 'react';
import type { Platform } from '../platform';

const PlatformContext = createContext<Platform | null>(null);

export function PlatformProvider({ platform, children }: { platform: Platform; children: ReactNode }): ReactNode {
  return <PlatformContext value={platform}>{children}</PlatformContext>;
}

export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (platform === null) throw new Error('PlatformProvider is missing');
  return platform;
}
