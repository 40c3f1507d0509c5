import { I18nProvider } from '@lingui/react';
import { createRootRoute, createRoute, createRouter, useParams, useSearch } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { session } from './data/session.js';
import type { Page } from './page/page.js';
import { Loading } from './design/states/loading.js';
import { learnRoom, wordsOf } from './language/language.js';
import { routes } from './routes.js';
import { PageFailed } from './shell/page-failed.js';
import { PageNotFound } from './shell/page-not-found.js';
import { Shell } from './shell/shell.js';
import { SignInNeeded } from './shell/sign-in-needed.js';

const root = createRootRoute({ component: Shell, notFoundComponent: PageNotFound });

/** What an address says beside the path, as texts: pages read what they know and leave the rest. */
function textsOf(search: Record<string, unknown>): Record<string, string> {
  const known = Object.entries(search).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return Object.fromEntries(known.map(([key, value]) => [key, String(value)]));
}

/** The rooms that are open to anybody. */
const openRooms: ReadonlySet<string> = new Set(['', 'welcome']);

const pageRoutes = routes.map(({ path, room, load }) => {
  const isOpen = openRooms.has(room);
  const route = createRoute({
    getParentRoute: () => root,
    path,
    validateSearch: textsOf,
    loaderDeps: ({ search }: { search: Record<string, string> }) => ({ search }),
    loader: async ({ params, deps, cause }): Promise<Page> => {
      const [page] = await Promise.all([load(), learnRoom(room)]);
      // Code may come early; what a page asks is asked when somebody looks, since reads of people are noted.
      if (cause !== 'preload' && (isOpen || session.state() === 'signed-in'))
        page.start({ params, search: deps.search });
      return page;
    },
    component: function PageOfRoute() {
      const { Component } = route.useLoaderData();
      const state = useSyncExternalStore(session.subscribe, session.state);
      const address = { params: useParams({ strict: false }), search: useSearch({ strict: false }) };
      if (!isOpen && (state === 'anonymous' || state === 'unanswered')) return <SignInNeeded />;
      return (
        <I18nProvider i18n={wordsOf(room)}>
          <Component {...address} />
        </I18nProvider>
      );
    },
    pendingComponent: Loading,
    errorComponent: PageFailed,
  });
  return route;
});

/** The router of the portal. The code of a page is loaded when a finger or the pointer comes near a link to it. */
export function createPortalRouter() {
  return createRouter({
    routeTree: root.addChildren(pageRoutes),
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
  });
}

export type PortalRouter = ReturnType<typeof createPortalRouter>;
