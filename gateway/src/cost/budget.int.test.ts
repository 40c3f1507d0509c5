import { afterEach, describe, expect, test } from 'vitest';
import { badges, people, reviews } from '../../testing/demo-subgraphs.js';
import { startFederation, type Federation } from '../../testing/federation.js';
import { startIdentityProvider } from '../../testing/identity-provider.js';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function start(overrides: Parameters<typeof startFederation>[1]): Promise<Federation> {
  const federation = await startFederation([people, reviews, badges], overrides);
  open.push(federation.close);
  return federation;
}

const costOf = ({ text }: { readonly text: string }) =>
  (JSON.parse(text) as { extensions?: { cost?: unknown } }).extensions?.cost;

describe('the cost limit', () => {
  // Ten users, each with ten reviews.
  const query = '{ users { reviews { id } } }';

  test('lets pass what is at it and refuses what is above before any subgraph is asked', async () => {
    const within = await start({ limits: { cost: 110 } });
    const { status, errors, text } = await within.ask(query);
    expect({ status, errors, cost: costOf({ text }) }).toEqual({ status: 200, errors: undefined, cost: undefined });

    const above = await start({ limits: { cost: 109 } });
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const refused = await above.ask(query, { headers: { accept } });
      expect(refused.status).toBe(400);
      expect(refused.errors?.[0]?.extensions).toEqual({ code: 'COST_LIMIT_EXCEEDED', cost: 110, limit: 109 });
    }
    expect(Object.values(above.subgraphs).flatMap(({ received }) => received)).toEqual([]);
  });

  test('refuses within 50 ms', async () => {
    const above = await start({ limits: { cost: 109 } });
    let best = Infinity;
    for (let tries = 0; tries < 5; tries++) {
      const started = performance.now();
      await above.ask(query);
      best = Math.min(best, performance.now() - started);
    }
    expect(best).toBeLessThan(50);
  });

  test('can be switched off, and the length of lists be chosen', async () => {
    const free = await start({ limits: { cost: null } });
    expect((await free.ask(query)).status).toBe(200);
    const short = await start({ limits: { cost: 12, listSize: 3 } });
    expect((await short.ask(query)).status).toBe(200);
  });
});

describe('a budget', () => {
  test('takes the estimate, gives back what was not used, and tells the client', async () => {
    const federation = await start({ budget: { capacity: 1_000, refillPerSecond: 0.001 } });
    // Three users are answered in place of ten.
    const first = await federation.ask('{ users { id } }');
    expect(costOf(first)).toEqual({ estimated: 10, actual: 3, available: 997 });
    const second = await federation.ask('mutation { addReview(body: "x") { id } }');
    expect(costOf(second)).toEqual({ estimated: 11, actual: 11, available: 986 });
    expect(second.fetches).toHaveLength(1);
  });

  test('that is empty answers 429 with the time to wait', async () => {
    const federation = await start({ budget: { capacity: 15, refillPerSecond: 0.5 } });
    const emptied = await federation.ask('{ me { id } maybeUsers { id } nodes { id } }', {});
    expect(emptied.errors?.[0]?.extensions['code']).toBe('COST_LIMIT_EXCEEDED');
    expect((await federation.ask('mutation { addReview(body: "x") { id } }')).status).toBe(200);
    const refused = await federation.ask('{ users { id } }');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(10);
    expect(refused.errors?.[0]?.extensions).toEqual({
      code: 'BUDGET_EXCEEDED',
      budget: { requested: 10, available: 4, refillPerSecond: 0.5 },
    });
  });

  test('belongs to an organisation: another one is not touched', async () => {
    const provider = await startIdentityProvider();
    open.push(provider.close);
    const federation = await start({
      issuers: [{ issuer: provider.issuer, audience: 'urn:birlik:graph' }],
      budget: { capacity: 12, refillPerSecond: 0.001 },
    });
    const write = async (claims: Record<string, unknown> | null) => {
      const headers: Record<string, string> =
        claims === null ? {} : { authorization: `Bearer ${await provider.token(claims)}` };
      return (await federation.ask('mutation { addReview(body: "x") { id } }', { headers })).status;
    };
    expect(await write({ sub: 'a', client_id: 'portal', org: 'one' })).toBe(200);
    expect(await write({ sub: 'b', client_id: 'other', org: 'one' })).toBe(429);
    expect(await write({ sub: 'b', client_id: 'portal', org: 'two' })).toBe(200);
    expect(await write({ sub: 'c', client_id: 'portal' })).toBe(200);
    expect(await write({ sub: 'd', client_id: 'portal' })).toBe(429);
    expect(await write(null)).toBe(200);
    expect(await write(null)).toBe(429);
  });
});
