import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { badges, changes, people, reviews } from '../../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../../testing/federation.js';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';

let open: Federation;
let closed: Federation;
beforeAll(async () => {
  open = await startFederation([people, reviews, badges], { graphiql: true });
  closed = await startFederation([people, reviews, badges]);
});
afterAll(() => Promise.all([open.close(), closed.close()]));

async function get(url: string, headers: Record<string, string> = {}) {
  const { statusCode, headers: answered, body } = await request(url, { headers });
  return { status: statusCode, headers: answered, bytes: Buffer.from(await body.arrayBuffer()) };
}

function plan(federation: Federation, query: string, variables = {}) {
  return federation.ask(query, { variables, headers: { 'birlik-plan': '1' } });
}

describe('the page', () => {
  test('has a strict policy, no script of its own and files that may be kept for ever', async () => {
    const { status, headers, bytes } = await get(open.url, { accept: BROWSER });
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    const html = bytes.toString();
    expect(html).not.toMatch(/<script(?! src="\/graphiql\/[\da-f]{16}\/[\w.-]+"><\/script>)/);
    const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path);
    expect(files).toHaveLength(6);
    for (const path of files) {
      const plain = await get(new URL(path ?? '', open.url).href);
      expect(plain.status).toBe(200);
      expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      const small = await get(new URL(path ?? '', open.url).href, { 'accept-encoding': 'br' });
      expect(small.headers['content-encoding']).toBe('br');
      expect(small.bytes.length).toBeLessThan(plain.bytes.length);
    }
  });

  test('is not served to who asks for JSON, by POST, or where it is off', async () => {
    const query = `?query=${encodeURIComponent('{ motto }')}`;
    const json = await get(open.url + query, { accept: 'application/json, text/html;q=0.9' });
    expect(json.headers['content-type']).toContain('application/json');
    expect((await open.ask('{ motto }', { headers: { accept: 'text/html' } })).status).toBe(406);
    expect((await get(closed.url, { accept: BROWSER })).bytes.toString()).toContain('CSRF_PREVENTION');
  });

  test.each(['/graphiql', '/graphiql/', '/graphiql/x/graphiql.js', '/graphiql/../package.json', '/GraphiQL/'])(
    'has nothing at %s',
    async (path) => {
      const { hostname, port } = new URL(open.url);
      expect((await get(`http://${hostname}:${port}${path}`)).status).toBe(404);
    },
  );
});

describe('the header birlik-plan', () => {
  test('answers the plan and runs nothing', async () => {
    changes.length = 0;
    const { text } = await plan(open, 'mutation { addReview(body: "x") { author { badge } } }');
    const { data, extensions } = JSON.parse(text) as {
      data?: unknown;
      extensions: { plan: { stages: number; fetches: object[] } };
    };
    expect(data).toBeUndefined();
    expect(extensions.plan).toMatchObject({
      stages: 2,
      fetches: [
        { stage: 1, service: 'asan-reviews', kind: 'mutation', paths: [] },
        { stage: 2, service: 'badges', kind: 'entities', paths: ['addReview.author'] },
      ],
    });
    expect(changes).toEqual([]);
  });

  test('answers an operation that must not run with its errors', async () => {
    expect((await plan(open, '{ nothing }')).errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    const missing = await plan(open, 'query ($id: ID!) { user(id: $id) { id } }');
    expect(missing.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test('is ignored where GraphiQL is off', async () => {
    expect((await plan(closed, '{ motto }')).data).toEqual({ motto: 'together' });
  });
});
