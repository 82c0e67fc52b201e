/** Everything that every screen stands in: theme, words, platform, answers, messages, routes. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider, type RouterHistory } from '@tanstack/react-router';
import type { ReactLocalization } from '@fluent/react';
import { useEffect, useState, type ReactNode } from 'react';
import { PlatformProvider, usePlatform } from '../api/platform';
import { useAppInfo, useFollowChanges } from '../api/queries';
import { ToastProvider } from '../components/Toasts';
import { loadWords, WordsProvider } from '../lib/words';
import type { Platform } from '../platform';
import { ErrorBoundary } from './ErrorBoundary';
import { rememberForFirstPaint } from './first-paint';
import { createAppRouter, readScreens } from './router';
import { theme } from './theme';

type AppProps = { platform: Platform; client: QueryClient; l10n: ReactLocalization; history: RouterHistory };

export function App({ platform, client, l10n, history }: AppProps): ReactNode {
  return (
    <PlatformProvider platform={platform}>
      <QueryClientProvider client={client}>
        <Spoken first={l10n}>
          <Themed>
            <ErrorBoundary>
              <ToastProvider>
                <Routed history={history} />
              </ToastProvider>
            </ErrorBoundary>
          </Themed>
        </Spoken>
      </QueryClientProvider>
    </PlatformProvider>
  );
}

/** Follows the language that is in force; the old words stay until the new ones are there. */
function Spoken({ first, children }: { first: ReactLocalization; children: ReactNode }): ReactNode {
  const info = useAppInfo();
  const [l10n, setL10n] = useState(first);
  const { language } = info;
  useEffect(() => {
    let wanted = true;
    rememberForFirstPaint(info);
    void loadWords(language === 'en' ? 'en' : 'zh-CN').then((loaded) => {
      if (wanted) setL10n(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [info, language]);
  return <WordsProvider l10n={l10n}>{children}</WordsProvider>;
}

/** The theme comes from the settings alone; nothing is injected, the tokens stand in a style sheet. */
function Themed({ children }: { children: ReactNode }): ReactNode {
  const chosen = useAppInfo().theme;
  const dark = useSystemDark();
  const scheme = chosen === 'dark' || (chosen !== 'light' && dark) ? 'dark' : 'light';
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false} deduplicateInlineStyles={false}>
      {children}
    </MantineProvider>
  );
}

function useSystemDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const follow = (): void => setDark(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return dark;
}

function Routed({ history }: { history: RouterHistory }): ReactNode {
  const [router] = useState(() => createAppRouter(history));
  useFollowChanges();
  useReady();
  return <RouterProvider router={router} />;
}

/** Tells the shell once that there is something to see. A window that is not shown yet draws no frames: none is waited for. */
function useReady(): void {
  const platform = usePlatform();
  useEffect(() => {
    const timer = setTimeout(() => {
      void platform.call('ready', {}).catch(() => undefined);
      void readScreens();
    }, 0);
    return () => clearTimeout(timer);
  }, [platform]);
}
