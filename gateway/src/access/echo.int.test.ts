import { generateKeyPairSync } from 'node:crypto';
import type { Socket } from 'node:net';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFederation, type Answer, type Federation } from '../../testing/federation.js';
import { startIdentityProvider, type IdentityProvider } from '../../testing/identity-provider.js';
import { rawResponse } from '../../testing/raw-responses.js';
import { startRawSubgraph, type RawRequest, type RawSubgraph } from '../../testing/raw-subgraph.js';

const TRIES = 800;
const VIEWERS = 8;

/** The right answer to a request, with the name of the viewer for whom it was asked. */
function answerOf({ headers }: RawRequest): Buffer {
  const assertion = headers['birlik-assertion'] ?? '';
  const { viewer } = decodeJwt<{ viewer: { sub: string } | null }>(assertion);
  const body = JSON.stringify({ data: { whoAmI: viewer?.sub ?? 'nobody' } });
  return rawResponse([`content-length: ${body.length}`, `birlik-echo: ${assertion.split('.')[2]}`], body);
}

/** The answer before, by connection. */
const before = new WeakMap<Socket, Buffer>();

/** Subgraphs that send two answers for one request, each in its way. */
const HOSTILE: Readonly<Record<string, (request: RawRequest) => void>> = {
  'twice in one piece': (request) => request.socket.write(Buffer.concat([answerOf(request), answerOf(request)])),
  'once more a little later': (request) => {
    request.socket.write(answerOf(request));
    setImmediate(() => setImmediate(() => request.socket.write(answerOf(request))));
  },
  'the one before first, as soon as there is a next request': (request) => {
    const stale = before.get(request.socket);
    const answer = answerOf(request);
    before.set(request.socket, answer);
    request.socket.write(stale === undefined ? answer : Buffer.concat([stale, answer]));
  },
  'the one before alone': (request) => {
    const answer = answerOf(request);
    request.socket.write(before.get(request.socket) ?? answer);
    before.set(request.socket, answer);
  },
};

let provider: IdentityProvider;
beforeAll(async () => {
  provider = await startIdentityProvider();
});
afterAll(() => provider.close());

describe.each([
  ['undici', 'a MAC'],
  ['own', 'a signature'],
] as const)('over the client %s with %s, a subgraph that answers', (client, form) => {
  test.each(Object.entries(HOSTILE))('%s gives nobody the answer of another viewer', async (_what, answer) => {
    const subgraph = await startRawSubgraph(answer);
    const federation = await start(subgraph, client, form);
    try {
      const answers = await askAll(federation);
      expect(answers).toHaveLength(TRIES);
      expect(answers.filter(({ name, sub }) => name !== null && name !== sub)).toEqual([]);
      for (const { name, code } of answers) {
        if (name === null) expect(code).toMatch(/^UPSTREAM_(ANSWER_MISMATCHED|UNAVAILABLE)$/);
      }
    } finally {
      await federation.close();
      subgraph.close();
    }
  });
});

function start(subgraph: RawSubgraph, client: 'undici' | 'own', form: string): Promise<Federation> {
  const assertionKey = { ...generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), kid: 'one' };
  const agreementKey = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' });
  return startFederation([{ name: 'people', typeDefs: 'type Query { whoAmI: String }' }], {
    issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
    assertionKey: assertionKey as never,
    agreementKeys: form === 'a MAC' ? { people: agreementKey as never } : {},
    subgraphs: { people: { url: subgraph.url } },
    // Whoever answers so is soon not asked any more, which would hide what becomes of the answers.
    transport: { client, breaker: { failureRatio: 2 }, retry: { ratio: 1 } },
  });
}

/** All viewers ask at the same time, each one request after the other. */
async function askAll(federation: Federation) {
  const results: { sub: string; name: string | null; code: unknown }[] = [];
  const asking = Array.from({ length: VIEWERS }, async (_, index) => {
    const sub = `viewer-${index}`;
    const headers = { authorization: `Bearer ${await provider.token({ sub })}` };
    for (let count = 0; count < TRIES / VIEWERS; count++) {
      const { data, errors }: Answer = await federation.ask('{ whoAmI }', { headers });
      const name = (data?.whoAmI as string | undefined) ?? null;
      results.push({ sub, name, code: errors?.[0]?.extensions['code'] });
    }
  });
  await Promise.all(asking);
  return results;
}
