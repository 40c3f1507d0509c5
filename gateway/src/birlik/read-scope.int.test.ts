import { post } from '@birlik/test-client';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { people } from '../../testing/demo-subgraphs.js';
import { openStream } from '../../testing/event-client.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';

let provider: IdentityProvider;
let federation: Federation;
beforeAll(async () => {
  provider = await startIdentityProvider();
  const issuers = [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }];
  federation = await startFederation([people], { issuers });
});
afterAll(async () => {
  await federation.close();
  await provider.close();
});

const CLAIMS = { sub: 'aysel', volunteer: 'v1', org: 'o1', roles: ['officer'] };
const tokenFor = (scope: string | undefined) =>
  provider.token(scope === undefined ? CLAIMS : { ...CLAIMS, scope }, { isForGraph: false });

describe.each([undefined, '', 'openid', 'openid profile', 'graph:write', 'graph:readers', 'GRAPH:READ'])(
  'a token with the scope %j',
  (scope) => {
    test('reads nothing, in no way', async () => {
      const headers = { authorization: `Bearer ${await tokenFor(scope)}` };
      federation.subgraph('people').received.length = 0;
      for (const query of ['{ me { name } }', '{ __typename }', 'mutation { rename(id: "u1", name: "X") { name } }']) {
        const response = await post(federation.url, query, { headers });
        expect(response.status).toBe(403);
        expect(await response.json()).toEqual({
          errors: [{ message: expect.stringContaining('graph:read'), extensions: { code: 'FORBIDDEN' } }],
        });
      }
      const stream = await openStream(federation.url, '{ me { name } }', { headers });
      expect(stream.status).toBe(403);
      const client = createClient({
        url: federation.url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        connectionParams: headers,
        retryAttempts: 0,
      });
      await expect(client.iterate({ query: '{ me { name } }' }).next()).rejects.toMatchObject({ code: 4403 });
      expect(federation.subgraph('people').received).toEqual([]);
    });
  },
);

test('a token with the scope that reads, among others or alone, reads', async () => {
  for (const scope of ['graph:read', 'openid graph:read graph:write']) {
    const headers = { authorization: `Bearer ${await tokenFor(scope)}` };
    const response = await post(federation.url, '{ me { name } }', { headers });
    expect(await response.json()).toEqual({ data: { me: { name: 'Aysel' } } });
  }
});
