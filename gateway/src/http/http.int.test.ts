import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postBody } from '@birlik/test-client';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([people, reviews, badges]);
});
afterAll(() => federation.close());

async function read(response: Response) {
  const text = await response.text();
  const body = JSON.parse(text) as { data?: unknown; errors?: { extensions: { code: string } }[]; status?: string };
  return { status: response.status, headers: response.headers, body, code: body.errors?.[0]?.extensions.code };
}

async function send(path: string, init: RequestInit = {}) {
  return read(await fetch(new URL(path, federation.url), init));
}

async function post(body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return read(await postBody(federation.url, text, { headers }));
}

const get = (query: string, headers: Record<string, string> = {}) =>
  send(`/graphql?query=${encodeURIComponent(query)}`, { headers });

describe('POST', () => {
  test.each([
    [undefined, JSON_TYPE],
    ['*/*', JSON_TYPE],
    [JSON_TYPE, JSON_TYPE],
    [GRAPHQL_TYPE, GRAPHQL_TYPE],
    [`${JSON_TYPE};q=0.5, ${GRAPHQL_TYPE}`, GRAPHQL_TYPE],
  ])('with accept %s is answered as %s, never to be stored', async (accept, type) => {
    const { status, headers, body } = await post({ query: '{ motto }' }, accept === undefined ? {} : { accept });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(body).toEqual({ data: { motto: 'together' } });
  });

  test('that accepts no JSON gets 406', async () => {
    expect(await post({ query: '{ motto }' }, { accept: 'text/html' })).toMatchObject({ status: 406 });
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=utf-7',
  ])('as %s, which a page of another origin could send, gets 415', async (contentType) => {
    const answer = await post({ query: '{ motto }' }, { 'content-type': contentType });
    expect(answer).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  test.each([
    ['no JSON', '{'],
    ['a batch', '[{"query":"{motto}"}]'],
    ['null', 'null'],
    ['no query', '{}'],
    ['a query that is a number', '{"query":1}'],
    ['variables that are a list', '{"query":"{motto}","variables":[]}'],
    ['an operation name that is a number', '{"query":"{motto}","operationName":1}'],
    ['extensions that are text', '{"query":"{motto}","extensions":"a"}'],
  ])('with %s gets 400', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  test.each([
    ['GRAPHQL_PARSE_FAILED', { query: '{' }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ nothing }' }],
    ['GRAPHQL_VALIDATION_FAILED', { query: '{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A }' }],
    ['BAD_USER_INPUT', { query: 'query ($id: ID!) { user(id: $id) { id } }' }],
    ['OPERATION_RESOLUTION_FAILURE', { query: '{ motto }', operationName: 'X' }],
  ])('that fails with %s gets 400, and 200 in the older media type', async (code, body) => {
    expect(await post(body, { accept: GRAPHQL_TYPE })).toMatchObject({ status: 400, code });
    expect(await post(body, { accept: JSON_TYPE })).toMatchObject({ status: 200, code });
  });

  test.each([
    ['PAYLOAD_TOO_LARGE', 413, { query: `{ motto } # ${'x'.repeat(1_100_000)}` }],
    ['TOKEN_LIMIT_EXCEEDED', 400, { query: `{ ${'motto '.repeat(15_001)} }` }],
    ['DEPTH_LIMIT_EXCEEDED', 400, { query: `{ me { ${'reviews { author { '.repeat(13)} id ${'} } '.repeat(13)} } }` }],
    ['DEPTH_LIMIT_EXCEEDED', 400, { query: `{ ${'a {'.repeat(7_000)}` }],
    ['DEPTH_LIMIT_EXCEEDED', 400, { query: `{ ${'... {'.repeat(6_000)} motto ${'}'.repeat(6_000)} }` }],
  ])('above a limit gets %s with status %i in every media type', async (code, status, body) => {
    expect(await post(body, { accept: JSON_TYPE })).toMatchObject({ status, code });
    expect(await post(body, { accept: GRAPHQL_TYPE })).toMatchObject({ status, code });
  });

  test.each(['__proto__', 'constructor', '_internal_qp_alias_0', '_entities', '_use0_motto'])(
    'with the alias %s is answered like any other',
    async (alias) => {
      const { body, headers } = await post({ query: `{ ${alias}: motto }` });
      expect(Object.entries(body.data ?? {})).toEqual([[alias, 'together']]);
      expect(headers.get('content-type')).toContain('json');
    },
  );

  test('keeps a harmless request id and replaces others', async () => {
    const kept = await post({ query: '{ motto }' }, { 'x-request-id': 'abc-12345' });
    expect(kept.headers.get('x-request-id')).toBe('abc-12345');
    const replaced = await post({ query: '{ motto }' }, { 'x-request-id': 'a b' });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('GET', () => {
  test('of a query with a preflight header is served', async () => {
    expect((await get('{ motto }', { 'graphql-require-preflight': '1' })).body).toEqual({
      data: { motto: 'together' },
    });
    expect((await get('{ motto }', { 'content-type': JSON_TYPE })).status).toBe(200);
  });

  test('of a query that asks for nothing but JSON is served', async () => {
    expect((await get('{ motto }')).status).toBe(200);
    expect((await get('{ motto }', { accept: `${GRAPHQL_TYPE}, ${JSON_TYPE};q=0.9` })).status).toBe(200);
  });

  test.each([
    [
      'urql',
      'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
      'application/graphql-response+json',
    ],
    [
      'urql with weights',
      'application/json;q=0.9, application/graphql+json;q=1, multipart/mixed;q=0.1',
      'application/json',
    ],
    ['Apollo Client', 'application/graphql-response+json,application/json;q=0.9', 'application/graphql-response+json'],
    ['Apollo Client for parts', 'multipart/mixed;deferSpec=20220824,application/json', 'application/json'],
    ['fetch', '*/*', 'application/json'],
  ])('and POST of a query that %s sends are served', async (_client, accept, type) => {
    const url = `${federation.url}?query=${encodeURIComponent('{ motto }')}`;
    const headers = { accept, origin: 'http://localhost:5173', 'sec-fetch-mode': 'cors' };
    const sent = [
      await request(url, { headers: { ...headers, origin: new URL(url).origin } }),
      await request(federation.url, {
        method: 'POST',
        headers: { ...headers, origin: new URL(url).origin, 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ motto }' }),
      }),
    ];
    for (const { statusCode, headers: given, body } of sent) {
      expect([statusCode, given['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
      expect(await body.json()).toMatchObject({ data: { motto: expect.any(String) } });
    }
  });

  test.each([
    ['a link or a form', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }],
    ['an image', { accept: 'image/avif,image/webp,*/*;q=0.8' }],
    ['a script', { accept: '*/*', 'sec-fetch-mode': 'no-cors' }],
    ['a navigation', { accept: '*/*', 'sec-fetch-mode': 'navigate' }],
  ])('that a browser sends for %s is refused, unless it was preflighted', async (_what, headers) => {
    const url = `${federation.url}?query=${encodeURIComponent('{ motto }')}`;
    const { statusCode, body } = await request(url, { headers });
    expect(statusCode).toBe(400);
    expect(await body.text()).toContain('CSRF_PREVENTION');
    const preflighted = await request(url, { headers: { ...headers, 'apollo-require-preflight': '1' } });
    await preflighted.body.dump();
    expect(preflighted.statusCode).toBe(200);
  });

  test('with a content type of a form is refused', async () => {
    expect(await get('{ motto }', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
  });

  test('of a mutation gets 405 and changes nothing', async () => {
    const answer = await get('mutation { addReview(body: "x") { id } }', { 'graphql-require-preflight': '1' });
    expect(answer).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });
});

describe('other addresses', () => {
  test('health answers and everything else is not found', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      expect(await send(path)).toMatchObject({ status: 200, body: { status: 'ok' } });
    }
    for (const path of [
      '/',
      '/graphql/',
      '/graphql/console',
      '/graphiql/',
      '/health',
      '/.env',
      '/admin',
      '/%00',
      '/..%2f',
    ]) {
      expect(await send(path)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    }
    expect(await send('/graphql', { method: 'PUT' })).toMatchObject({ status: 405 });
    expect(await send('/health/live', { method: 'POST' })).toMatchObject({ status: 405 });
  });
});
