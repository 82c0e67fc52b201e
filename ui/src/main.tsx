import './styles/library.css';
import './styles/tokens.css';
import './styles/base.css';
import { QueryClient } from '@tanstack/react-query';
import { createHashHistory } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { warmPages } from './api/case-pages';
import { appInfoQuery, catalogQuery } from './api/queries';
import type { AppInfo } from './api/generated/AppInfo';
import { App } from './app/App';
import { rememberForFirstPaint } from './app/first-paint';
import { createClient } from './app/query-client';
import { StartTrouble } from './app/StartTrouble';
import { guardComposition } from './lib/ime';
import { loadWords, type Language } from './lib/words';
import { connect, type Platform } from './platform';

const element = document.getElementById('root');
if (element === null) throw new Error('index.html has no #root');
const root = createRoot(element);
guardComposition(window);

async function prepare(platform: Platform, client: QueryClient): Promise<AppInfo> {
  warmPages(platform);
  const [info] = await Promise.all([client.query(appInfoQuery(platform)), client.query(catalogQuery(platform))]);
  rememberForFirstPaint(info);
  return info;
}

/** The language that the first frame was given. */
function remembered(): Language {
  return document.documentElement.lang === 'en' ? 'en' : 'zh-CN';
}

/** Whether it helped, the start says again in its own words. */
async function retry(platform: Platform): Promise<void> {
  await platform.call('open_retry', {}).catch(() => undefined);
  await start();
}

async function start(): Promise<void> {
  // Most likely it is the language of last time; another one is read once it is known.
  void loadWords(remembered());
  const platform = await connect();
  const client = createClient();
  let info: AppInfo;
  try {
    info = await prepare(platform, client);
  } catch (reason) {
    root.render(<StartTrouble reason={reason} l10n={await loadWords(remembered())} onRetry={() => void retry(platform)} />);
    void platform.call('ready', {}).catch(() => undefined);
    return;
  }
  const l10n = await loadWords(info.language === 'en' ? 'en' : 'zh-CN');
  root.render(<App platform={platform} client={client} l10n={l10n} history={createHashHistory()} />);
}

void start();
