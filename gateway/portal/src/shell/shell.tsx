import { Trans, useLingui } from '@lingui/react/macro';
import { Outlet, useLocation, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../design/base/button.js';
import { Close, MenuLines } from '../design/base/icons.js';
import { AccountMenu } from './account-menu.js';
import { ConnectionBar } from './connection-bar.js';
import { useKeptFocus } from './kept-focus.js';
import { LanguageMenu } from './language-menu.js';
import { NavigationLink } from './navigation-link.js';
import { navigationOf } from './navigation.js';
import { SearchButton } from './search/search-button.js';
import { useViewer } from '../viewer/viewer.js';

/** The frame of every page: where one can go, who one is, in which language, and what is wrong with the connection. */
export function Shell() {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);
  const entries = navigationOf(viewer);
  const linksTo = (places: typeof entries) =>
    places.map(({ path, title }) => (
      <NavigationLink
        key={path}
        path={path}
        title={i18n._(title)}
        waiting={viewer.kind === 'person' && path === '/me/messages' ? viewer.unreadMessages : 0}
      />
    ));
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:m-2 focus:rounded-lg focus:bg-accent focus:p-3 focus:text-accent-ink"
      >
        <Trans>Məzmuna keç</Trans>
      </a>
      <header className="no-print border-b border-line bg-raised">
        <div className="mx-auto flex max-w-7xl items-center gap-2 px-2 py-2 sm:px-4">
          <NavigationLink path="/" title="Birlik" isBrand />
          <nav aria-label={t`Əsas`} className="hidden grow flex-wrap gap-1 lg:flex">
            {/* The name of the portal leads home already. */}
            {linksTo(entries.filter(({ path }) => path !== '/'))}
          </nav>
          <div className="ml-auto flex items-center gap-1">
            <SearchButton />
            <span className="hidden sm:inline">
              <LanguageMenu />
            </span>
            <AccountMenu />
            <span className="lg:hidden">
              <Button
                variant="quiet"
                aria-label={isOpen ? t`Menyunu bağla` : t`Menyunu aç`}
                aria-expanded={isOpen}
                onPress={() => setOpen(!isOpen)}
              >
                {isOpen ? <Close /> : <MenuLines />}
              </Button>
            </span>
          </div>
        </div>
        {isOpen && (
          <nav aria-label={t`Əsas`} className="grid border-t border-line px-2 py-2 lg:hidden">
            {linksTo(entries)}
            <span className="px-2 py-1 sm:hidden">
              <LanguageMenu />
            </span>
          </nav>
        )}
      </header>
      <ConnectionBar />
      <Content />
      <footer className="no-print mx-auto mt-8 max-w-7xl border-t border-line px-4 py-6 text-sm text-soft">
        <Trans>Birlik: hər təşkilat öz məlumatını özündə saxlayır, kimin nəyi görəcəyinə siz qərar verirsiniz.</Trans>
      </footer>
    </>
  );
}

/**
 * The page. Another one, and another part of a list, takes the focus, so that readers by ear and by keyboard begin with it and not where the link
 * was, which is out of sight: the window begins at the top as well. The address stands at it when all of that is done.
 */
function Content() {
  const router = useRouter();
  const isLoading = useRouterState({ select: ({ isLoading: loads }) => loads });
  const content = useRef<HTMLElement>(null);
  const [address, setAddress] = useState(useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.href }));
  useKeptFocus(content);
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        const isAnother = fromLocation !== undefined && placeOf(fromLocation) !== placeOf(toLocation);
        if (isAnother && toLocation.hash === '') content.current?.focus({ preventScroll: true });
        setAddress(toLocation.href);
      }),
    [router],
  );
  return (
    <main
      id="content"
      ref={content}
      tabIndex={-1}
      aria-busy={isLoading}
      data-address={address}
      className="mx-auto w-full max-w-7xl px-4 py-6 outline-none"
    >
      <Outlet />
    </main>
  );
}

/** The page and the part of its list, without what filters it. */
function placeOf({ pathname, search }: { readonly pathname: string; readonly search: object }): string {
  const { after = '', before = '' } = search as Readonly<Record<string, string>>;
  return JSON.stringify([pathname, after, before]);
}
