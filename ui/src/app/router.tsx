/** The addresses of the window. What can be chosen on a screen (tab, filter) stands in its address, so that Back finds it. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, type RouterHistory } from '@tanstack/react-router';
import { CasesPage } from '../features/cases/CasesPage';
import { isCaseTab, type CaseTab } from '../features/case/tabs';
import { isShopPart, type ShopPart } from '../features/shop/parts';
import { Shell } from './Shell';

/** The list is there at once; the other screens are read while the owner looks at it. */
const screens = {
  NewCasePage: () => import('../features/new-case/NewCasePage'),
  CasePage: () => import('../features/case/CasePage'),
  DeadlinesPage: () => import('../features/deadlines/DeadlinesPage'),
  ShopPage: () => import('../features/shop/ShopPage'),
  PlaybookPage: () => import('../features/playbooks/PlaybookPage'),
  SettingsPage: () => import('../features/settings/SettingsPage'),
};
/** Not a screen, but just as little to wait for. */
const readPalette = () => import('./CommandPalette');

const root = createRootRoute({ component: Shell, errorComponent: Rethrow });

/** What breaks on a screen is told by the boundary round the whole page. */
function Rethrow({ error }: { error: unknown }): never {
  throw error;
}

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- this is how the router is told to go elsewhere
    throw redirect({ to: '/cases' });
  },
});

const cases = createRoute({
  getParentRoute: () => root,
  path: '/cases',
  validateSearch: (search: Record<string, unknown>): { stage?: string; text?: string } => ({
    ...(typeof search.stage === 'string' && search.stage !== '' ? { stage: search.stage } : {}),
    ...(typeof search.text === 'string' && search.text !== '' ? { text: search.text } : {}),
  }),
  component: CasesPage,
});

const newCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/new',
  validateSearch: (search: Record<string, unknown>): { playbook?: string } =>
    typeof search.playbook === 'string' ? { playbook: search.playbook } : {},
  component: lazyRouteComponent(screens.NewCasePage, 'NewCasePage'),
});

const oneCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/$id',
  validateSearch: (search: Record<string, unknown>): { tab?: CaseTab; step?: string } => ({
    ...(isCaseTab(search.tab) ? { tab: search.tab } : {}),
    ...(typeof search.step === 'string' ? { step: search.step } : {}),
  }),
  component: lazyRouteComponent(screens.CasePage, 'CasePage'),
});

const deadlines = createRoute({ getParentRoute: () => root, path: '/deadlines', component: lazyRouteComponent(screens.DeadlinesPage, 'DeadlinesPage') });
const shop = createRoute({
  getParentRoute: () => root,
  path: '/shop',
  validateSearch: (search: Record<string, unknown>): { part?: ShopPart } => (isShopPart(search.part) ? { part: search.part } : {}),
  component: lazyRouteComponent(screens.ShopPage, 'ShopPage'),
});
const playbook = createRoute({ getParentRoute: () => root, path: '/settings/playbooks/$id', component: lazyRouteComponent(screens.PlaybookPage, 'PlaybookPage') });
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: lazyRouteComponent(screens.SettingsPage, 'SettingsPage') });

const routeTree = root.addChildren([home, cases, newCase, oneCase, deadlines, shop, settings, playbook]);

/** Reads every screen, so that going there takes no time. */
export async function readScreens(): Promise<void> {
  await Promise.all([...Object.values(screens).map((read) => read()), readPalette()]);
}

export function createAppRouter(history: RouterHistory) {
  return createRouter({ routeTree, history, defaultPreload: false, defaultNotFoundComponent: CasesPage, scrollRestoration: false });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

