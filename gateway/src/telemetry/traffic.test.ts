import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { FetchOutcome, SharedHow } from '../subgraph/fetch-record.js';
import { NO_METRICS } from './metrics.js';
import { RequestObserver } from './request-observer.js';
import { MEMBER_WINDOW_MS, OPERATION_WINDOW_MS, Traffic } from './traffic.js';

const PARTS = { metrics: NO_METRICS, tracing: null, watchesFetches: true };

interface Seen {
  readonly source?: string;
  readonly name?: string | null;
  readonly ms?: number;
  readonly endedAt?: number;
  readonly trusted?: boolean;
  readonly fetches?: readonly {
    readonly service: string;
    readonly operation?: string;
    readonly outcome?: FetchOutcome;
    readonly shared?: SharedHow;
  }[];
}

const clock = 1_000_000;

/** Lets the traffic see a request. */
function see(
  traffic: Traffic,
  { source = '{ a }', name = null, ms = 10, trusted = true, fetches = [], ...seen }: Seen,
) {
  const endedAt = seen.endedAt ?? clock;
  const observer = new RequestObserver(PARTS, new IncomingMessage(new Socket()), 'request-1');
  observer.isTrusted = trusted;
  observer.runs({ name, kind: 'query' }, source);
  observer.readAt = endedAt - ms;
  for (const { service, operation = '{ a }', outcome = 'ok', shared = null } of fetches) {
    const template = { service, operation, kind: 'query', head: '', reads: null, sharing: null } as const;
    const record = observer.startFetch(template, []);
    if (record === null) throw new Error('Fetches are not watched.');
    observer.endFetch(record, outcome);
    Object.assign(record, { startedAt: endedAt - ms, endedAt, shared });
  }
  traffic.observe(observer, endedAt, 200, () => `hash of ${source}`);
}

/** All that is told of operations. */
function operationsOf(traffic: Traffic, now = clock) {
  return traffic.operations(1_000, now).map((operation) => ({ ...operation, slowest: operation.slowest() }));
}

describe('operations', () => {
  test('the slowest by their 95th percentile come first', () => {
    const traffic = new Traffic(1_000);
    for (const ms of [10, 20, 30]) see(traffic, { source: '{ fast }', name: 'Fast', ms });
    for (const ms of [100, 300]) see(traffic, { source: '{ slow }', name: 'Slow', ms });
    const shown = operationsOf(traffic).map(({ name, times, slowest }) => [name, times.count, slowest?.ms]);
    expect(shown).toEqual([
      ['Slow', 2, 300],
      ['Fast', 3, 30],
    ]);
  });

  test('of a document that is not trusted nothing is kept before it was slow, and never the name', () => {
    const traffic = new Traffic(1_000);
    see(traffic, { source: '{ own }', name: 'Aysel', ms: 999, trusted: false });
    expect(operationsOf(traffic)).toEqual([]);
    see(traffic, { source: '{ own }', name: 'Aysel', ms: 1_000, trusted: false });
    see(traffic, { source: '{ own }', name: 'Aysel', ms: 1, trusted: false });
    const operations = operationsOf(traffic);
    expect(operations).toMatchObject([
      { name: null, document: 'hash of { own }', trusted: false, times: { count: 2 } },
    ]);
    expect(JSON.stringify(operations)).not.toContain('Aysel');
  });

  test('with no time that counts as slow only trusted documents are kept', () => {
    const traffic = new Traffic(0);
    see(traffic, { ms: 60_000, trusted: false });
    see(traffic, { name: 'Trusted' });
    expect(operationsOf(traffic)).toMatchObject([{ name: 'Trusted' }]);
  });

  test('what did not run in the last minutes is forgotten, and so is its slowest run', () => {
    const traffic = new Traffic(1_000);
    see(traffic, { name: 'Once', ms: 5_000 });
    see(traffic, { name: 'Again', source: '{ b }', ms: 5_000 });
    const later = clock + OPERATION_WINDOW_MS + 1;
    see(traffic, { name: 'Again', source: '{ b }', ms: 7, endedAt: later });
    expect(operationsOf(traffic, later)).toMatchObject([{ name: 'Again', times: { count: 1 }, slowest: { ms: 7 } }]);
  });

  test('many documents of strangers push out no trusted one, and memory is bounded', () => {
    const traffic = new Traffic(1);
    for (let index = 0; index < 20; index++) see(traffic, { source: `{ t${index} }`, name: `Trusted${index}` });
    for (let index = 0; index < 2_000; index++) see(traffic, { source: `{ f${index} }`, ms: 50, trusted: false });
    const operations = operationsOf(traffic);
    expect(operations.filter(({ trusted }) => trusted)).toHaveLength(20);
    expect(operations.filter(({ trusted }) => !trusted)).toHaveLength(50);
    for (let index = 0; index < 1_000; index++) see(traffic, { source: `{ m${index} }`, name: `More${index}` });
    expect(operationsOf(traffic)).toHaveLength(550);
  });

  test('a document that is longer than all that may be kept is not kept', () => {
    const traffic = new Traffic(1);
    see(traffic, { source: `{ ${'a'.repeat(5 * 1024 * 1024)} }`, name: 'Long' });
    expect(operationsOf(traffic)).toEqual([]);
  });

  test('at most 50 fetches of a run are listed, and the rest is counted', () => {
    const traffic = new Traffic(1_000);
    see(traffic, { fetches: Array.from({ length: 60 }, () => ({ service: 'people' })) });
    const [operation] = operationsOf(traffic);
    expect(operation?.slowest?.fetches).toHaveLength(50);
    expect(operation?.slowest?.more).toBe(10);
  });
});

test('no value of a client is in any plan, in whatever form it was written', () => {
  const schema = buildSchema(`
    input In { text: String list: [String] number: Int flag: Boolean kind: Kind below: In }
    enum Kind { CANARY_ENUM }
    directive @note(text: String) on FIELD
    type Query { find(text: String, in: In, list: [String], number: Int, float: Float, kind: Kind): Query a: Int }
  `);
  const canaries = [
    'canaryText',
    '7351',
    '73.51',
    'CANARY_ENUM',
    'canaryBlock',
    'canaryName',
    'canaryVariable',
    'canaryDefault',
  ];
  const values = [
    'text: "canaryText"',
    'number: 7351',
    'float: 73.51',
    'kind: CANARY_ENUM',
    'text: """canaryBlock"""',
    'list: ["canaryText", "b"]',
    'in: { text: "canaryText", below: { list: ["canaryBlock"], number: 7351, kind: CANARY_ENUM } }',
    'text: $canaryVariable',
    'in: { text: $canaryVariable }',
    'list: [$canaryVariable]',
  ];
  const traffic = new Traffic(1);
  let state = 42;
  const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
  const selection = (depth: number): string => {
    const value = values[random(values.length)] ?? '';
    const note = random(3) === 0 ? ' @note(text: "canaryText")' : '';
    return depth === 0
      ? 'a'
      : `find(${value})${note} { ${selection(depth - 1)} ... on Query { ${selection(depth - 1)} } }`;
  };
  for (let round = 0; round < 200; round++) {
    const merged = Array.from({ length: 2 }, (_, index) => `f${index}: ${selection(1 + random(2))}`).join(' ');
    const operation = `query canaryName($canaryVariable: String = "canaryDefault") { ${merged} last: find(text: $canaryVariable) { a } }`;
    const faults = validate(schema, parse(operation)).filter(({ message }) => !message.includes('conflict'));
    expect(faults).toEqual([]);
    see(traffic, {
      source: operation,
      name: 'canaryName',
      trusted: false,
      fetches: [{ service: 'people', operation }],
    });
  }
  const shown = JSON.stringify(operationsOf(traffic).map(({ document: _hash, ...operation }) => operation));
  expect(shown).toContain('find(');
  expect(shown).toContain('people');
  for (const canary of canaries) expect(shown).not.toContain(canary);
});

describe('members', () => {
  test('the last fetch that says something decides whether one answers', () => {
    const traffic = new Traffic(1_000);
    const told = (outcome: FetchOutcome, shared?: SharedHow) => {
      see(traffic, { fetches: [{ service: 'people', outcome, ...(shared && { shared }) }] });
      const member = traffic.member('people', clock);
      return [member?.answers, member?.failure, member?.times.count, member?.times.failures];
    };
    expect(traffic.member('people', clock)).toBeNull();
    expect(told('ok')).toEqual([true, null, 1, 0]);
    expect(told('client_disconnected')).toEqual([true, null, 1, 0]);
    expect(told('timeout')).toEqual([false, 'timeout', 2, 1]);
    expect(told('ok', 'cached')).toEqual([false, 'timeout', 2, 1]);
    expect(told('ok', 'joined')).toEqual([false, 'timeout', 2, 1]);
    expect(told('breaker_open')).toEqual([false, 'breaker_open', 3, 2]);
    expect(told('errors')).toEqual([true, 'breaker_open', 4, 2]);
  });

  test('since when is told of the first fetch in a row', () => {
    const traffic = new Traffic(1_000);
    const since = (outcome: FetchOutcome) => {
      see(traffic, { fetches: [{ service: 'people', outcome }] });
      return traffic.member('people', clock)?.since;
    };
    const first = since('ok');
    expect(since('ok')).toBe(first);
    expect(since('timeout')).toBeGreaterThanOrEqual(first ?? 0);
  });

  test('requests of more than five minutes ago are forgotten, and what the last one said stays', () => {
    const traffic = new Traffic(1_000);
    see(traffic, { fetches: [{ service: 'people' }] });
    const later = traffic.member('people', clock + MEMBER_WINDOW_MS * 2);
    expect(later).toMatchObject({ answers: true, times: { count: 0 } });
  });
});
