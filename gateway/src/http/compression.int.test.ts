import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFederation, type Federation } from '../../testing/federation.js';

const LINE = 'Könüllülər birlikdə güclüdür. ';
const texts = {
  name: 'texts',
  typeDefs: 'type Query { text(times: Int!): String! }',
  resolvers: { Query: { text: (_: unknown, { times }: { times: number }) => LINE.repeat(times) } },
};

let federation: Federation;
let without: Federation;
beforeAll(async () => {
  federation = await startFederation([texts]);
  without = await startFederation([texts], { compression: 'off' });
});
afterAll(() => Promise.all([federation.close(), without.close()]));

async function ask(url: string, times: number, acceptEncoding?: string) {
  const { headers, body } = await request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding }),
    },
    body: JSON.stringify({ query: `{ text(times: ${times}) }` }),
  });
  const bytes = Buffer.from(await body.arrayBuffer());
  expect(Number(headers['content-length'])).toBe(bytes.length);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  return { coding: headers['content-encoding'], vary: headers['vary'], bytes };
}

const answer = (times: number) => JSON.stringify({ data: { text: LINE.repeat(times) } });

test.each([
  ['gzip, deflate, br', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0.1, gzip;q=0.2', 'gzip', gunzipSync],
] as const)(
  'a large answer for a client that accepts %s is compressed with %s',
  async (accepted, coding, decompress) => {
    const got = await ask(federation.url, 1_000, accepted);
    expect(got).toMatchObject({ coding, vary: 'accept-encoding' });
    expect(decompress(got.bytes).toString()).toBe(answer(1_000));
  },
);

test('a large answer is sent as it is to a client that accepts nothing else', async () => {
  for (const accepted of [undefined, 'identity', 'br;q=0']) {
    const got = await ask(federation.url, 1_000, accepted);
    expect(got).toMatchObject({ coding: undefined, vary: 'accept-encoding' });
    expect(got.bytes.toString()).toBe(answer(1_000));
  }
});

test('a small answer is never compressed', async () => {
  expect(await ask(federation.url, 1, 'br')).toMatchObject({ coding: undefined, vary: undefined });
});

test('nothing is compressed where it is off', async () => {
  expect(await ask(without.url, 1_000, 'br')).toMatchObject({ coding: undefined, vary: undefined });
});

test('a cross-origin answer depends on both headers', async () => {
  const portal = await startFederation([texts], { cors: { origins: ['https://portal.example'] } });
  expect(await ask(portal.url, 1_000, 'br')).toMatchObject({ coding: 'br', vary: ['origin', 'accept-encoding'] });
  await portal.close();
});
