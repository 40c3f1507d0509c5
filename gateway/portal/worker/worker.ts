import { ExpirationPlugin } from 'workbox-expiration';
import { PrecacheFallbackPlugin, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope;
/** What the frame consists of; the build puts the list here. */
declare const FRAME: PrecacheEntry[];

/** What the gateway answers itself: no address below these is a page of the portal. */
const answeredElsewhere = /^\/(graphql|graphiql|health|files|cache|auth)(\/|$)|\.\w+$/;
/** After these seconds without an answer the frame opens, and says what is missing. */
const patience = 10;

// By their exact addresses: `/` is a page, and pages come from the gateway.
precacheAndRoute(FRAME, { directoryIndex: '', cleanURLs: false });

// Parts hold the hash of their content in their names, so that one of them is never of another release than the page that asks for it.
registerRoute(
  ({ url, sameOrigin, request }) =>
    sameOrigin && request.method === 'GET' && url.pathname.startsWith('/assets/') && url.search === '',
  new CacheFirst({
    cacheName: 'birlik-parts',
    plugins: [new ExpirationPlugin({ maxEntries: 150, purgeOnQuotaError: true })],
  }),
);

// The page itself is the gateway’s as long as it answers: with it come the newest release and the policy that holds now.
registerRoute(
  ({ url, sameOrigin, request }) => sameOrigin && request.mode === 'navigate' && !answeredElsewhere.test(url.pathname),
  new NetworkOnly({
    networkTimeoutSeconds: patience,
    plugins: [new PrecacheFallbackPlugin({ fallbackURL: '/index.html' })],
  }),
);

// All else, whatever is asked of the graph among it, is not looked at here.

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
