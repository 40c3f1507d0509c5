import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { FetchTemplate } from './subgraph/fetch-template.js';
import { createLogger } from './telemetry/logger.js';
import { createPrometheusMetrics } from './telemetry/prometheus-metrics.js';
import { RequestObserver, type ObserverParts } from './telemetry/request-observer.js';
import { NO_METRICS } from './telemetry/metrics.js';
import { Traffic } from './telemetry/traffic.js';
import { createTracing } from './telemetry/tracing.js';

/**
 * What watching costs, in nanoseconds. Run with `node dist/telemetry.bench.js`. Spans go to a port where nobody listens, so
 * their making is measured and not their way.
 */
const ROUNDS = 5;
const CALLS = 200_000;

const metrics = createPrometheusMetrics();
const tracing = createTracing('http://127.0.0.1:9', { sampleRatio: 1, serviceName: 'gateway' }, createLogger('silent'));
const message = new IncomingMessage(new Socket());
const template: FetchTemplate = {
  service: 'people',
  kind: 'query',
  operation: '{ a }',
  reads: null,
  sharing: null,
  head: '',
};

/** As long as the documents of pages are. */
const source = `query Profile { ${'a '.repeat(1_000)} }`;

function nanoseconds(run: () => void, calls = CALLS): number {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (let call = 0; call < calls; call++) run();
    rounds.push(((performance.now() - started) * 1e6) / calls);
  }
  return Math.round(Math.min(...rounds));
}

/** A request with four fetches, as the gateway watches it. */
function watch(parts: ObserverParts): void {
  const observer = new RequestObserver(parts, message, 'request-1');
  observer.runs({ name: 'Profile', kind: 'query' }, '');
  for (let fetch = 0; fetch < 4; fetch++) {
    const record = observer.startFetch(template, []);
    if (record !== null) observer.endFetch(record, 'ok');
  }
  observer.end(performance.now(), 200, () => null);
}

const traffic = new Traffic(1_000);

/** The same, and what operators are told is kept of it. */
function watchForOperators(): void {
  const observer = new RequestObserver(
    { metrics: NO_METRICS, tracing: null, watchesFetches: true },
    message,
    'request-1',
  );
  observer.isTrusted = true;
  observer.runs({ name: 'Profile', kind: 'query' }, source);
  for (let fetch = 0; fetch < 4; fetch++) {
    const record = observer.startFetch(template, []);
    if (record !== null) observer.endFetch(record, 'ok');
  }
  const endedAt = performance.now();
  observer.end(endedAt, 200, () => null);
  traffic.observe(observer, endedAt, 200, () => null);
}

const report = {
  requestEnded: nanoseconds(() => metrics.requestEnded('query', 200, 0.003)),
  subgraphRequest: nanoseconds(() => metrics.subgraphRequest('people', 0.003, 'ok')),
  subgraphBytes: nanoseconds(() => metrics.subgraphBytes('people', 900, 9_000)),
  errors: nanoseconds(() => metrics.errors('NOT_FOUND', 1)),
  watchedForTheSlowLog: nanoseconds(() => watch({ metrics: NO_METRICS, tracing: null, watchesFetches: true })),
  watchedForOperators: nanoseconds(watchForOperators),
  watchedWithMetrics: nanoseconds(() => watch({ metrics, tracing: null, watchesFetches: true })),
  watchedWithTraces: nanoseconds(() => watch({ metrics: NO_METRICS, tracing, watchesFetches: true }), 2_000),
};
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
process.exit(0);
