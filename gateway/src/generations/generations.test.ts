import { trustTokens } from '../trust/token-trust.js';
import { afterEach, expect, test } from 'vitest';
import { Operations } from '../operation/operations.js';
import { loadSupergraph, parseSupergraph } from '../supergraph/supergraph.js';
import { createLogger } from '../telemetry/logger.js';
import { compose } from '../../testing/compose.js';
import { testConfig } from '../../testing/federation.js';
import { createSubscriptions } from '../subscription/create-subscriptions.js';
import { NO_METRICS } from '../telemetry/metrics.js';
import { Sharing } from '../sharing/sharing.js';
import { subgraphLimits } from '../transport/subgraph-limits.js';
import { Transport } from '../transport/transport.js';
import type { GenerationParts } from './generation.js';
import { Generations, type GenerationsParts } from './generations.js';
import { SupergraphError } from '../errors/supergraph-error.js';

const supergraph = (fields: string) =>
  compose([{ name: 'one', url: 'http://127.0.0.1:1', typeDefs: `type Query { ${fields} }` }]);
const A = supergraph('a: Int');
const B = supergraph('a: Int b: Int');
const C = supergraph('a: Int c: Int');

function build(sdl: string): GenerationParts {
  const loaded = loadSupergraph(parseSupergraph(sdl), 1_000);
  const config = testConfig();
  const { limits } = config;
  const transport = new Transport({
    urls: loaded.subgraphs,
    limitsOf: (service) => subgraphLimits(config, service),
    echoOf: () => null,
    onBreaker: () => {},
    onFailure: () => {},
  });
  const trust = trustTokens([]);
  const lasting = { logger: createLogger('silent'), metrics: NO_METRICS, trust };
  const subscriptions = createSubscriptions(config, loaded.subgraphs, lasting);
  const operations = new Operations({
    supergraph: loaded,
    sharing: new Sharing({ transport, config: config.sharing, store: null, fetchMs: () => 1_000 }),
    trust,
    demand: null,
    limits,
    subscriptions,
    hasRoom: () => true,
    requestTimeoutMs: 1_000,
  });
  return {
    supergraph: loaded,
    operations,
    subscriptions,
    urls: loaded.subgraphs,
    status: () => transport.status(),
    close: async () => transport.close(),
  };
}

const started: Generations[] = [];
async function start(parts: Partial<GenerationsParts> = {}) {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger('info', { write: (line) => void lines.push(JSON.parse(line) as never) });
  const generations = await Generations.start({ build, checks: [], warm: 10, drainMs: 60_000, logger, ...parts }, A);
  started.push(generations);
  return { generations, lines };
}
afterEach(async () => {
  for (const generations of started.splice(0)) await generations.close();
});

test('a new supergraph takes over and the old one is closed at once when nothing runs', async () => {
  const { generations, lines } = await start();
  const old = generations.current;
  expect(await generations.load(B)).toBe('served');
  expect(generations.current).not.toBe(old);
  await old.closed;
  expect(lines.map(({ msg, hash }) => [msg, hash])).toEqual([
    ['supergraph served', old.hash],
    ['supergraph served', generations.current.hash],
    ['supergraph retired', old.hash],
  ]);
});

test('what holds a generation keeps it open until it lets go', async () => {
  const { generations } = await start();
  const old = generations.current;
  const release = [old.hold(), old.hold()];
  await generations.load(B);
  let closed = false;
  void old.closed.then(() => (closed = true));
  release[0]?.();
  // Both follow the same way, so this one would be closed first if the held one were closed.
  const next = generations.current;
  await generations.load(C);
  await next.closed;
  expect(closed).toBe(false);
  release[1]?.();
  await old.closed;
});

test('what holds a generation longer than allowed is dropped', async () => {
  const { generations, lines } = await start({ drainMs: 1 });
  const old = generations.current;
  old.hold();
  await generations.load(B);
  await old.closed;
  expect(lines.at(-1)).toMatchObject({ msg: 'supergraph retired', hash: old.hash, dropped: 1 });
});

test('the same supergraph again changes nothing', async () => {
  const { generations } = await start();
  const { current } = generations;
  expect(await generations.load(A)).toBe('unchanged');
  expect(generations.current).toBe(current);
});

test.each([
  ['that is no GraphQL', 'type {', 'not valid GraphQL'],
  ['that is no supergraph', 'type Query { a: Int }', 'join__Graph'],
  ['that a check refuses', C, 'must not follow: c came; c is new'],
])('a supergraph %s is refused, told, and the old one stays', async (_what, sdl, reason) => {
  const refusals: string[] = [];
  const { generations, lines } = await start({
    checks: [
      () => [],
      (before, after) => {
        const fieldsOf = ({ schema }: typeof before) => Object.keys(schema.getQueryType()?.getFields() ?? {});
        return fieldsOf(after).includes('c') && !fieldsOf(before).includes('c') ? ['c came', 'c is new'] : [];
      },
    ],
    hooks: { onRefused: (told) => void refusals.push(told) },
  });
  const { current } = generations;
  await expect(generations.load(sdl)).rejects.toThrow(SupergraphError);
  expect(generations.current).toBe(current);
  expect(refusals).toEqual([expect.stringContaining(reason)]);
  expect(lines.at(-1)).toMatchObject({ level: 50, msg: 'supergraph refused', serving: current.hash });
  expect(lines.at(-1)?.['reason']).toContain(reason);
  expect(await generations.load(B)).toBe('served');
});

test('one supergraph is loaded at a time, and of those that wait only the newest', async () => {
  const loads: string[] = [];
  let loading = 0;
  const { generations } = await start({
    build: async (sdl) => {
      expect(++loading).toBe(1);
      loads.push(sdl);
      await Promise.resolve();
      loading--;
      return build(sdl);
    },
  });
  const outcomes = await Promise.allSettled([B, 'not valid', C, B].map((sdl) => generations.load(sdl)));
  expect(outcomes).toMatchObject([
    { value: 'served' },
    { value: 'superseded' },
    { value: 'superseded' },
    { value: 'unchanged' },
  ]);
  expect(loads).toEqual([A, B]);
});

test('a supergraph that comes right after another was served is not forgotten', async () => {
  const { generations } = await start();
  for (let turns = 0; turns < 10; turns++) {
    expect(await generations.load(turns % 2 === 0 ? B : C)).toBe('served');
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
  }
});

test('the most used operations are planned before the new supergraph takes over, with their conditions', async () => {
  const { generations, lines } = await start({ warm: 2 });
  const { store } = generations.current.operations;
  const often = 'query Q($x: Boolean!) { a @include(if: $x) }';
  for (const x of [true, false, true]) await store.get(often, 'Q').plans.get({ x });
  for (let index = 0; index < 2; index++) await store.get('{ a }', null).plans.get({});
  await store.get('{ rarely: a }', null).plans.get({});
  await generations.load(B);
  const warm = generations.current.operations.store;
  expect(warm.mostUsed(10)).toEqual([
    { source: often, operationName: 'Q', uses: 1.5, conditions: expect.arrayContaining([{ x: true }, { x: false }]) },
    { source: '{ a }', operationName: null, uses: 1, conditions: [{}] },
  ]);
  expect(warm.get(often, 'Q').plans.get({ x: true })).not.toBeInstanceOf(Promise);
  expect(lines.findLast(({ msg }) => msg === 'supergraph served')).toMatchObject({ warmed: 2, dropped: 0 });
});

test('an operation that is no longer valid is left behind', async () => {
  const { generations, lines } = await start();
  await generations.load(B);
  const { store } = generations.current.operations;
  await store.get('{ b }', null).plans.get({});
  await store.get('{ a }', null).plans.get({});
  await generations.load(C);
  expect(generations.current.operations.store.mostUsed(10)).toMatchObject([{ source: '{ a }' }]);
  expect(lines.findLast(({ msg }) => msg === 'supergraph served')).toMatchObject({ warmed: 1, dropped: 1 });
});
