import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { I18nProvider as AriaLocale } from 'react-aria-components/I18nProvider';
import { Provider } from 'urql';
import { clients } from './data/client.js';
import { currentLanguage } from './language/language.js';
import type { PortalRouter } from './router.js';
import { ViewerProvider } from './viewer/viewer.js';

/** The portal, around its pages: words, answers, and who looks at it. */
export function Application({ router }: { router: PortalRouter }) {
  const client = useSyncExternalStore(clients.subscribe, clients.current);
  return (
    <I18nProvider i18n={i18n}>
      <Provider value={client}>
        <ViewerProvider>
          <Locale router={router} />
        </ViewerProvider>
      </Provider>
    </I18nProvider>
  );
}

function Locale({ router }: { router: PortalRouter }) {
  const language = currentLanguage();
  return (
    <AriaLocale locale={language === 'az' ? 'tr-TR' : language}>
      <RouterProvider router={router} />
    </AriaLocale>
  );
}
