import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { people } from '../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';

const PORTAL = 'https://portal.example';

let federation: Federation;
let closed: Federation;
beforeAll(async () => {
  federation = await startFederation([people], {
    cors: { origins: [PORTAL, 'http://127.0.0.1:5173'], maxAgeSeconds: 60 },
  });
  closed = await startFederation([people]);
});
afterAll(() => Promise.all([federation.close(), closed.close()]));

async function send(url: string, method: 'OPTIONS' | 'POST', headers: Record<string, string>) {
  const body = method === 'POST' ? { body: JSON.stringify({ query: '{ me { name } }' }) } : {};
  const answer = await request(url, { method, headers: { 'content-type': 'application/json', ...headers }, ...body });
  const text = await answer.body.text();
  const cors = Object.fromEntries(
    Object.entries(answer.headers).filter(([name]) => name.startsWith('access-control-')),
  );
  return { status: answer.statusCode, vary: answer.headers['vary'], cors, text };
}

const preflight = (url: string, origin: string) =>
  send(url, 'OPTIONS', { origin, 'access-control-request-method': 'POST' });

describe('a page of an allowed origin', () => {
  test('is told by a preflight what it may send', async () => {
    const { status, vary, cors, text } = await preflight(federation.url, PORTAL);
    expect({ status, vary, text }).toEqual({ status: 204, vary: 'origin', text: '' });
    expect(cors).toMatchObject({
      'access-control-allow-origin': PORTAL,
      'access-control-allow-methods': 'GET, POST',
      'access-control-max-age': '60',
    });
    const allowed = String(cors['access-control-allow-headers']).split(', ');
    for (const name of ['authorization', 'content-type', 'birlik-purpose', 'idempotency-key']) {
      expect(allowed).toContain(name);
    }
    expect(cors).not.toHaveProperty('access-control-allow-credentials');
  });

  test('may read answers and refusals', async () => {
    const answer = await send(federation.url, 'POST', { origin: PORTAL });
    expect(answer).toMatchObject({ status: 200, vary: 'origin' });
    expect(answer.cors).toEqual({
      'access-control-allow-origin': PORTAL,
      'access-control-expose-headers': 'idempotent-replayed, retry-after, x-request-id',
    });
    const refusal = await send(federation.url, 'POST', { origin: PORTAL, authorization: 'Bearer wrong' });
    expect(refusal).toMatchObject({ status: 401, cors: { 'access-control-allow-origin': PORTAL } });
  });
});

describe('a page of another origin', () => {
  test.each(['https://portal.example.evil', 'http://portal.example', 'https://portal.example:8443', 'null', '*'])(
    'such as %s is allowed nothing',
    async (origin) => {
      expect(await preflight(federation.url, origin)).toMatchObject({ status: 405, vary: 'origin', cors: {} });
      expect(await send(federation.url, 'POST', { origin })).toMatchObject({ status: 200, vary: 'origin', cors: {} });
    },
  );

  test('is allowed nothing where no origin is configured', async () => {
    expect(await preflight(closed.url, PORTAL)).toMatchObject({ status: 405, cors: {} });
    const answer = await send(closed.url, 'POST', { origin: PORTAL });
    expect(answer).toMatchObject({ status: 200, cors: {} });
    expect(answer.vary).toBeUndefined();
  });
});

test.each(['*', 'null', 'https://portal.example/', 'https://portal.example:443', 'portal.example', 'file://x'])(
  'the configuration takes no origin such as %s',
  async (origin) => {
    await expect(startFederation([people], { cors: { origins: [origin] } })).rejects.toThrow('cors.origins.0');
  },
);
