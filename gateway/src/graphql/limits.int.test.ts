import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startFederation, type Federation } from '../../testing/federation.js';
import type { SubgraphDefinition } from '../../testing/subgraph-server.js';

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';
const REFUSED_WITHIN_MS = 50;
const TRIES = 5;
const RESPONSE_BYTES = 10_000;
const WIDTH = 250;

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

const things: SubgraphDefinition = {
  name: 'things',
  typeDefs: `
    scalar Any
    type Query { one: Int count(of: [Int!]): Int any(of: Any): Int thing: Thing }
    type Thing { id: ID name(short: Boolean): String next: Thing ${times(WIDTH, (i) => `f${i}: Int`)} }
  `,
  resolvers: { Query: { one: () => 1 } },
};

let federation: Federation;
beforeAll(async () => {
  federation = await startFederation([things], { limits: { responseBytes: RESPONSE_BYTES } });
});
afterEach(() => {
  federation.subgraph('things').intercept = null;
});
afterAll(() => federation.close());

interface Reply {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

/** Sends without fetch, which takes longer with a large body than the gateway does. */
function send(method: string, search: string, body: string | null, accept = JSON_TYPE): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const headers = { accept, 'content-type': JSON_TYPE };
  const outgoing = httpRequest(`${federation.url}${search}`, { method, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => (text += chunk));
    response.on('end', () => {
      const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
      resolve({ status: response.statusCode ?? 0, code: errors?.[0]?.extensions.code, text });
    });
  });
  outgoing.on('error', reject);
  outgoing.end(body ?? undefined);
  return promise;
}

const bodyOf = (query: string) => JSON.stringify({ query, operationName: query.startsWith('query A0') ? 'A0' : null });
const post = (query: string, accept = JSON_TYPE) => send('POST', '', bodyOf(query), accept);
const get = (query: string) => send('GET', `?query=${encodeURIComponent(query)}`, null);

/** The shortest of a few tries: single ones take longer when the machine is busy with something else. */
async function fastest(run: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let tries = 0; tries < TRIES; tries++) {
    const started = performance.now();
    await run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

const padded = (bytes: number) => `{ one }${' '.repeat(bytes - bodyOf('{ one }').length)}`;

const nested = (levels: number) => `{ thing { ${'next { '.repeat(levels - 2)} id ${'} '.repeat(levels - 2)} } }`;

/** So many fields on as few levels as there can be, each once. */
const selecting = (fields: number): string => {
  const level = (left: number): string =>
    left <= WIDTH ? times(left, (i) => `f${i}`) : `${times(WIDTH, (i) => `f${i}`)} next { ${level(left - WIDTH - 1)} }`;
  return `{ thing { ${level(fields - 1)} } }`;
};

describe('a limit lets pass what is just below and refuses what is just above, at once', () => {
  test.each<[code: string, status: number, limit: number, query: (size: number) => string]>([
    ['PAYLOAD_TOO_LARGE', 413, 1_048_576, padded],
    ['TOKEN_LIMIT_EXCEEDED', 400, 15_000, (n) => `{ count(of: [${times(n - 9, () => '1')}]) }`],
    ['DEPTH_LIMIT_EXCEEDED', 400, 25, nested],
    ['DEPTH_LIMIT_EXCEEDED', 400, 25, (n) => `{ any(of: ${'['.repeat(n)}${']'.repeat(n)}) }`],
    [
      'DEPTH_LIMIT_EXCEEDED',
      400,
      25,
      (n) => `query A0($a: Any = ${'{a: '.repeat(n)}1${'}'.repeat(n)}) { any(of: $a) }`,
    ],
    ['ALIAS_LIMIT_EXCEEDED', 400, 100, (n) => `{ thing { ${times(n, (i) => `a${i}: __typename`)} } }`],
    ['DIRECTIVE_LIMIT_EXCEEDED', 400, 50, (n) => `{ thing { ${times(n, () => 'id @skip(if: false)')} } }`],
    [
      'ROOT_FIELD_LIMIT_EXCEEDED',
      400,
      50,
      (n) => `{ ${times(n - 1, () => 'one')} ... { ...F } } fragment F on Query { one }`,
    ],
    [
      'FRAGMENT_LIMIT_EXCEEDED',
      400,
      50,
      (n) => `{ thing { ${times(n, (i) => `...F${i}`)} } } ${times(n, (i) => `fragment F${i} on Thing { f${i} }`)}`,
    ],
    ['FIELD_LIMIT_EXCEEDED', 400, 5_000, selecting],
    ['FIELD_LIMIT_EXCEEDED', 400, 200, (n) => `{ thing { ${times(n, () => 'id')} } }`],
    ['OPERATION_LIMIT_EXCEEDED', 400, 50, (n) => times(n, (i) => `query A${i} { one }`)],
  ])('%s with status %i at %i', async (code, status, limit, query) => {
    expect((await post(query(limit))).code).toBeUndefined();
    const refused = query(limit + 1);
    for (const accept of [JSON_TYPE, GRAPHQL_TYPE]) expect(await post(refused, accept)).toMatchObject({ status, code });
    expect(await fastest(() => post(refused))).toBeLessThan(REFUSED_WITHIN_MS);
  });

  test('VARIABLE_DEPTH_LIMIT_EXCEEDED with status 400 at 100 levels, the variables themselves among them', async () => {
    const body = (levels: number) =>
      `{"query":"query ($a: Any) { any(of: $a) }","variables":{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}}`;
    expect(await send('POST', '', body(100))).toMatchObject({ status: 200, code: undefined });
    for (const levels of [101, 100_001]) {
      const refusal = { status: 400, code: 'VARIABLE_DEPTH_LIMIT_EXCEEDED' };
      expect(await send('POST', '', body(levels))).toMatchObject(refusal);
      expect(await fastest(() => send('POST', '', body(levels)))).toBeLessThan(REFUSED_WITHIN_MS);
    }
  });

  test('HEADERS_TOO_LARGE with status 431 at 16 KiB of address and headers', async () => {
    const query = (bytes: number) => `{one}#${'x'.repeat(bytes)}`;
    expect(await get(query(16 * 1_024 - 400))).toMatchObject({ status: 200, text: '{"data":{"one":1}}' });
    const refused = query(16 * 1_024);
    expect(await get(refused)).toMatchObject({ status: 431, code: 'HEADERS_TOO_LARGE' });
    expect(await fastest(() => get(refused))).toBeLessThan(REFUSED_WITHIN_MS);
  });

  test('UPSTREAM_UNAVAILABLE for the answer of a subgraph, without an error status', async () => {
    const answerOf = (bytes: number) => {
      federation.subgraph('things').intercept = (_request, response) => {
        response.setHeader('content-type', JSON_TYPE);
        response.end('{"data":{"one":1}}'.padEnd(bytes));
        return true;
      };
    };
    answerOf(RESPONSE_BYTES);
    expect(await post('{ one }')).toMatchObject({ status: 200, code: undefined });
    answerOf(RESPONSE_BYTES + 1);
    expect(await post('{ one }')).toMatchObject({ status: 200, code: 'UPSTREAM_UNAVAILABLE' });
    expect(await fastest(() => post('{ one }'))).toBeLessThan(REFUSED_WITHIN_MS);
  });
});

describe('a hostile document is refused at once', () => {
  const bomb = (body: (next: string) => string) =>
    `{ thing { ...F0 } } ${times(30, (i) => `fragment F${i} on Thing { ${body(`...F${i + 1}`)} }`)} fragment F30 on Thing { id }`;

  test.each<[what: string, code: string, query: string]>([
    ['that is 7,000 levels deep', 'DEPTH_LIMIT_EXCEEDED', `{ ${'thing { '.repeat(7_000)}`],
    ['that is 3,500 levels deep and complete', 'DEPTH_LIMIT_EXCEEDED', nested(3_500)],
    [
      'with a list in lists, 2,000 levels deep and complete',
      'DEPTH_LIMIT_EXCEEDED',
      `{ any(of: ${'['.repeat(2_000)}${']'.repeat(2_000)}) }`,
    ],
    ['with a list in lists, 7,000 levels deep', 'DEPTH_LIMIT_EXCEEDED', `{ count(of: ${'['.repeat(7_000)}`],
    [
      'with 4,500 inline fragments in each other',
      'DEPTH_LIMIT_EXCEEDED',
      `{ ${'... { '.repeat(4_500)} one ${'} '.repeat(4_500)} }`,
    ],
    ['with 10,000 aliases', 'TOKEN_LIMIT_EXCEEDED', `{ ${times(10_000, (i) => `a${i}: one`)} }`],
    ['with 4,900 aliases', 'ALIAS_LIMIT_EXCEEDED', `{ thing { ${times(4_900, (i) => `a${i}: id`)} } }`],
    ['with 10,000 inline fragments', 'TOKEN_LIMIT_EXCEEDED', `{ ${times(10_000, () => '... { one }')} }`],
    ['with 3,700 inline fragments', 'FIELD_LIMIT_EXCEEDED', `{ ${times(3_700, () => '...{one}')} }`],
    ['with 10,000 directives on a field', 'TOKEN_LIMIT_EXCEEDED', `{ one ${'@skip '.repeat(10_000)} }`],
    ['with 7,000 directives on a field', 'DIRECTIVE_LIMIT_EXCEEDED', `{ one ${'@skip '.repeat(7_000)} }`],
    ['with six directives on a field', 'DIRECTIVE_LIMIT_EXCEEDED', `{ one ${'@skip(if: false) '.repeat(6)} }`],
    ['whose fragments double thirty times', 'FIELD_LIMIT_EXCEEDED', bomb((next) => `${next} ${next}`)],
    [
      'whose fields double thirty times',
      'DEPTH_LIMIT_EXCEEDED',
      bomb((next) => `next { ${next} } b: next { ${next} }`),
    ],
    ['whose fragment names itself', 'GRAPHQL_VALIDATION_FAILED', '{ thing { ...F } } fragment F on Thing { id ...F }'],
    [
      'whose 50 fragments form a ring',
      'GRAPHQL_VALIDATION_FAILED',
      `{ thing { ...F0 } } ${times(50, (i) => `fragment F${i} on Thing { ...F${(i + 1) % 50} ${'id '.repeat(90)} }`)}`,
    ],
    [
      'whose 50 fragments name each other',
      'FIELD_LIMIT_EXCEEDED',
      `{ thing { ...F0 } } ${times(50, (i) => `fragment F${i} on Thing { ${times(50, (j) => `...F${j}`)} }`)}`,
    ],
    [
      'with the same key over many conflicting selections',
      'FIELD_LIMIT_EXCEEDED',
      `{ ${times(45, (i) => `thing { ${times(45, (j) => `name(short: ${(i + j) % 2 === 0})`)} }`)} }`,
    ],
    [
      'with as many conflicts as are compared',
      'GRAPHQL_VALIDATION_FAILED',
      `{ thing { ${times(100, (i) => `name(short: ${i % 2 === 0})`)} } }`,
    ],
    [
      'with a fragment that is never used',
      'FIELD_LIMIT_EXCEEDED',
      `{ one } fragment F on Thing { ${'id '.repeat(4_900)} }`,
    ],
    [
      'with two fragments of one name',
      'FIELD_LIMIT_EXCEEDED',
      `{ thing { ...F } } fragment F on Thing { ${'id '.repeat(4_900)} } fragment F on Thing { id }`,
    ],
    [
      'with long arguments to compare',
      'FIELD_LIMIT_EXCEEDED',
      `{ ${times(45, () => `count(of: [${times(300, () => '1')}])`)} }`,
    ],
  ])('%s (%s)', async (_what, code, query) => {
    expect((await post(query)).code).toBe(code);
    expect(await fastest(() => post(query))).toBeLessThan(REFUSED_WITHIN_MS);
    expect(federation.subgraph('things').received).toEqual([]);
  });

  beforeAll(() => {
    federation.subgraph('things').received.length = 0;
  });
});
