import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange } from '@urql/core';
import { requestPolicyExchange } from '@urql/exchange-request-policy';
import { currentLanguage } from '../language/language.js';
import { statedPurpose } from './purpose.js';
import { tellNewRelease } from './release.js';
import { accessToken, endSession } from './session.js';

/** Gives each request an id that the gateway notes too, so that a person can quote it, and hears when the page is an old one. */
const withRequestId = mapExchange({
  onOperation(operation) {
    const requestId = crypto.randomUUID();
    return makeOperation(operation.kind, operation, {
      ...operation.context,
      requestId,
      fetchOptions: { headers: headersOf(requestId, (operation.query as StatedDocument).purpose) },
    });
  },
  onResult({ error }) {
    const codes = error?.graphQLErrors.map(({ extensions }) => String(extensions['code'])) ?? [];
    if (codes.some((code) => goneDocument.has(code))) tellNewRelease();
  },
});

/** What the gateway says of a document that it had in an older release. */
const goneDocument: ReadonlySet<string> = new Set(['DOCUMENT_NOT_TRUSTED', 'PERSISTED_QUERY_NOT_FOUND']);

/** What the build puts into the place of an operation: with what it is for, a code, `none` or `stated`. */
interface StatedDocument {
  readonly purpose?: string;
}

function headersOf(requestId: string, stated = 'none'): Record<string, string> {
  const purpose = { none: null, stated: statedPurpose.current() }[stated];
  return {
    'x-request-id': requestId,
    'accept-language': currentLanguage(),
    ...(purpose !== null && { 'birlik-purpose': purpose ?? stated }),
  };
}

const authorizedFetch: typeof fetch = async (input, init) => {
  const token = await accessToken();
  const headers = new Headers(init?.headers);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  const response = await fetch(input, { ...init, headers, cache: 'no-store', credentials: 'omit' });
  if (response.status === 401 && token !== null) endSession();
  return response;
};

/**
 * What is known is shown at once, and asked anew when it came more than a few seconds ago: not twice when a page begins before it is
 * shown, since each read of a person is noted.
 */
const askedAnew = requestPolicyExchange({ ttl: 5_000 });

function createClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: authorizedFetch,
    exchanges: [askedAnew, cacheExchange, withRequestId, fetchExchange],
  });
}

let client = createClient();
const listeners = new Set<() => void>();

/** The client of the session, whose answers are in memory alone. */
export const clients = {
  current: (): Client => client,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Forgets every answer: for another person, another language or another purpose. */
export function forgetAnswers(): void {
  client = createClient();
  for (const listener of listeners) listener();
}
