import { I18nProvider } from '@lingui/react';
import { use, useMemo } from 'react';
import type { Page } from '../page/page.js';
import { learnRoom, wordsOf } from '../language/language.js';
import { Loading } from '../design/states/loading.js';
import { homes } from '../homes.js';
import type { HomeRoute } from '../page-route.js';
import { ViewerUnheard } from '../viewer/viewer-unheard.js';
import { useViewer, type Viewer } from '../viewer/viewer.js';

const address = { params: {}, search: {} };
const loaded = new Map<HomeRoute, Promise<Page>>();

/** The home of whoever looks: what waits for them, rather than a menu. */
export const page: Page = {
  start: () => {},
  Component: function Home() {
    const viewer = useViewer();
    if (viewer.kind === 'unknown') return <Loading />;
    if (viewer.kind === 'unheard') return <ViewerUnheard onRetry={viewer.retry} />;
    return <HomeOf route={homeOf(viewer)} />;
  },
};

function HomeOf({ route }: { route: HomeRoute }) {
  const { Component } = use(useMemo(() => load(route), [route]));
  return (
    <I18nProvider i18n={wordsOf(route.room)}>
      <Component {...address} />
    </I18nProvider>
  );
}

function load(route: HomeRoute): Promise<Page> {
  const page =
    loaded.get(route) ??
    Promise.all([route.load(), learnRoom(route.room)]).then(([page]) => {
      page.start(address);
      return page;
    });
  loaded.set(route, page);
  return page;
}

function homeOf(viewer: Exclude<Viewer, { kind: 'unknown' | 'unheard' }>): HomeRoute {
  if (viewer.kind !== 'staff') return homes[viewer.kind];
  return viewer.organization.kind === 'REGISTRY' ? homes.office : homes.member;
}
