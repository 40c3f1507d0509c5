import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { buildSchema, execute, parse } from 'graphql';
import type { AnsweredPart } from '../generations/answered-part.js';
import type { Generation } from '../generations/generation.js';
import type { Json, JsonObject } from '../subgraph/json.js';
import type { RunFetch, OperationTraffic, Traffic } from '../telemetry/traffic.js';
import { OPERATORS_SDL } from './operators-part.sdl.js';
import type { SchemaHistory } from './schema-history.js';

/** What operators are told from. */
export interface OperatorsParts {
  /** The policy of those who may ask. */
  readonly policy: string;
  /** What serves now. */
  readonly current: () => Pick<Generation, 'urls' | 'status'>;
  readonly traffic: Traffic;
  readonly history: SchemaHistory;
  /** 0: nothing counts as slow. */
  readonly slowMs: number;
  readonly servesLastGood: () => boolean;
}

/** Under which plans know the part; no member can have a dot in its name. */
const NAME = 'gateway.own';
const MAX_OPERATIONS = 50;
const MAX_TYPES = 50;

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** Makes the part of the graph that operators ask. Nothing is collected for it but what {@link OperatorsParts} have. */
export function createOperatorsPart(parts: OperatorsParts): AnsweredPart {
  const schema = buildSchema(OPERATORS_SDL);
  const instance = randomUUID().slice(0, 8);
  const startedAt = isoTime(Date.now() - process.uptime() * 1_000);
  const gateway = () => ({
    instance,
    startedAt,
    version,
    nodeVersion: process.versions.node,
    servesLastGood: parts.servesLastGood(),
    slowMs: parts.slowMs === 0 ? null : parts.slowMs,
    members: () => membersOf(parts),
    schemaChanges: async () => (await parts.history.entries()).map((change) => ({ ...change, at: isoTime(change.at) })),
    operations: () => parts.traffic.operations(MAX_OPERATIONS).map(shownOperation),
  });
  return {
    name: NAME,
    policy: parts.policy,
    typeDefs: OPERATORS_SDL,
    answer: async ({ template, variables }) => {
      const { data, errors = [] } = await execute({
        schema,
        document: parse(template.operation, { noLocation: true }),
        rootValue: { gateway },
        variableValues: JSON.parse(`{${variables}}`) as Record<string, unknown>,
      });
      // Objects of the executor have no prototype, where readers of answers expect what JSON gives.
      const plain = JSON.parse(JSON.stringify({ data: data ?? null, errors })) as {
        data: JsonObject | null;
        errors: Json[];
      };
      return plain;
    },
  };
}

function membersOf({ current, traffic, history }: OperatorsParts) {
  const { urls, status } = current();
  const endpoints = status();
  return [...urls]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, url]) => {
      const seen = traffic.member(name);
      const endpoint = endpoints.get(name);
      const served = history.versionOf(name);
      return {
        name,
        host: new URL(url).host,
        state: seen === null ? 'NOT_ASKED' : seen.answers ? 'ANSWERS' : 'FAILS',
        since: seen === null ? null : isoTime(seen.since),
        lastFailure: seen?.failure?.toUpperCase() ?? null,
        breaker: (endpoint?.breaker ?? 'closed').toUpperCase(),
        running: endpoint?.running ?? 0,
        waiting: endpoint?.waiting ?? 0,
        times: seen?.times ?? { count: 0, failures: 0, p50: null, p95: null, max: null },
        schemaHash: served?.hash ?? '',
        schemaSince: isoTime(served?.since ?? 0),
      };
    });
}

function shownOperation({ document, name, kind, trusted, times, slowest }: OperationTraffic) {
  return {
    document,
    name,
    isMutation: kind === 'mutation',
    trusted,
    times,
    slowest: () => {
      const run = slowest();
      return run && { at: isoTime(run.at), ms: tenths(run.ms), more: run.more, fetches: run.fetches.map(shownFetch) };
    },
  };
}

function shownFetch({ service, kind, types, representations, startMs, ms, outcome, ...fetch }: RunFetch) {
  return {
    ...fetch,
    member: service,
    kind: kind.toUpperCase(),
    types: types.slice(0, MAX_TYPES),
    entities: representations,
    startMs: tenths(startMs),
    ms: ms === null ? null : tenths(ms),
    outcome: outcome?.toUpperCase() ?? null,
  };
}

const tenths = (ms: number) => Math.round(ms * 10) / 10;
const isoTime = (at: number) => new Date(at).toISOString();
