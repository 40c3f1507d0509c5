/** The program that keeps the frame of the portal for when there is no connection. */
const workerAddress = '/sw.js';
/** What it keeps of the pages that somebody has opened. */
const openedParts = 'birlik-parts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

let isNewThere = false;
let registration: ServiceWorkerRegistration | null = null;
const listeners = new Set<() => void>();

/** Whether a newer release of the portal waits, for `useSyncExternalStore`. */
export const newRelease = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isThere: (): boolean => isNewThere,
};

/** Notes that this page is of an older release than what the gateway serves. */
export function tellNewRelease(): void {
  isNewThere = true;
  for (const listener of listeners) listener();
}

/** Keeps the frame in the browser, and looks for a newer release now and whenever somebody comes back to the page. */
export async function keepFrame(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const isFirst = serviceWorker.controller === null;
  try {
    registration = await serviceWorker.register(trustedAddress(), { updateViaCache: 'none' });
  } catch {
    // A browser that keeps nothing, as in a private window, shows the portal all the same.
    return;
  }
  noteNewRelease(registration);
  document.addEventListener('visibilitychange', () => {
    // Without a connection there is nothing newer to be had.
    if (document.visibilityState === 'visible') void registration?.update().catch(() => {});
  });
  if (isFirst) await keepOpened((await serviceWorker.ready).active);
}

/** The one address that a worker may come from. */
function trustedAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('birlik-worker', {
    createScriptURL: (url) => {
      if (url !== workerAddress) throw new TypeError('Only the worker of the portal is one.');
      return url;
    },
  });
  return policy?.createScriptURL(workerAddress) ?? workerAddress;
}

function noteNewRelease(of: ServiceWorkerRegistration): void {
  const note = (worker: ServiceWorker | null) => {
    // The first worker of a browser is no newer one than the page.
    if (worker?.state === 'installed' && navigator.serviceWorker.controller !== null) tellNewRelease();
  };
  note(of.waiting);
  of.addEventListener('updatefound', () => {
    const worker = of.installing;
    worker?.addEventListener('statechange', () => note(worker));
  });
}

/** What came before there was a worker is kept too: the words of the reader’s language, and the page that they see. */
async function keepOpened(worker: ServiceWorker | null): Promise<void> {
  const urls = performance.getEntriesByType('resource').map(({ name }) => name);
  const parts = urls.filter((url) => url.startsWith(`${location.origin}/assets/`));
  worker?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache: parts } }, {});
}

/** Goes on with the newer release: the page is loaded anew, with nothing of the older one. */
export function takeNewRelease(): void {
  const waiting = registration?.waiting;
  if (waiting == null) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take-over', {});
}

/** Forgets which pages were opened in this browser. */
export async function forgetOpened(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(openedParts);
}
