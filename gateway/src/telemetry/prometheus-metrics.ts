import { collectDefaultMetrics, Registry } from 'prom-client';
import type { FetchOutcome } from '../subgraph/fetch-record.js';
import { counter, gauge, histogram, type Distribution, type Instrument, type Value } from './instruments.js';
import type { BreakerState, GatewayMetrics, OperationKind } from './metrics.js';
import { loggedCode, OTHER_CODE } from './well-formed.js';

/** Metrics that can be read. */
export interface PrometheusMetrics extends GatewayMetrics {
  /** All metrics in the text format of Prometheus. */
  text(): Promise<string>;
}

/** The content type of the text. */
export const METRICS_CONTENT_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/** Subgraphs choose codes; more different ones are counted together. */
const MAX_CODES = 100;
const BREAKER_VALUES: Readonly<Record<BreakerState, number>> = { closed: 0, half_open: 1, open: 2 };
// The buckets that OpenTelemetry advises for HTTP durations, with two finer ones: a cached plan is run in less than 5 ms.
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30];
const BYTES = [256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216];

/** The children of one subgraph, bound once. */
interface SubgraphChildren {
  readonly durations: Map<FetchOutcome, Distribution>;
  readonly active: Value;
  readonly sent: Distribution;
  readonly received: Distribution;
  readonly retries: Value;
}

/**
 * Metrics for Prometheus: those of the gateway, named after the conventions of OpenTelemetry where these have a name, and
 * those of the process.
 */
export function createPrometheusMetrics(): PrometheusMetrics {
  const processRegistry = new Registry();
  collectDefaultMetrics({ register: processRegistry });
  const instruments: Instrument[] = [];
  const keep = <T extends Instrument>(instrument: T): T => {
    instruments.push(instrument);
    return instrument;
  };

  const requests = keep(
    histogram(
      {
        name: 'http_server_request_duration_seconds',
        help: 'Time to answer requests for operations',
        labels: ['http_response_status_code', 'graphql_operation_type'],
      },
      SECONDS,
    ),
  );
  const active = keep(gauge({ name: 'http_server_active_requests', help: 'Requests that are being answered' })).child();
  const errorCodes = keep(
    counter({ name: 'graphql_errors_total', help: 'Errors that clients were shown', labels: ['code'] }),
  );
  const lookups = keep(
    counter({ name: 'graphql_plan_cache_lookups_total', help: 'Plans that were asked for', labels: ['result'] }),
  );
  const plans = keep(
    histogram(
      { name: 'graphql_plan_duration_seconds', help: 'Time to plan an operation', labels: ['result'] },
      SECONDS,
    ),
  );
  const subgraphLabels = ['subgraph_name'];
  const durations = keep(
    histogram(
      {
        name: 'http_client_request_duration_seconds',
        help: 'Time until a subgraph answered, attempts together',
        labels: ['subgraph_name', 'outcome'],
      },
      SECONDS,
    ),
  );
  const activeFetches = keep(
    gauge({ name: 'http_client_active_requests', help: 'Fetches that are under way', labels: subgraphLabels }),
  );
  const sent = keep(
    histogram(
      { name: 'http_client_request_body_size_bytes', help: 'Sizes of requests to subgraphs', labels: subgraphLabels },
      BYTES,
    ),
  );
  const received = keep(
    histogram(
      { name: 'http_client_response_body_size_bytes', help: 'Sizes of answers of subgraphs', labels: subgraphLabels },
      BYTES,
    ),
  );
  const retries = keep(
    counter({
      name: 'http_client_request_resends_total',
      help: 'Requests to subgraphs that were sent again',
      labels: subgraphLabels,
    }),
  );
  const failures = keep(
    counter({
      name: 'http_client_failures_total',
      help: 'Attempts that a subgraph, or the way to it, failed',
      labels: ['subgraph_name', 'reason'],
    }),
  );
  const sharedFetches = keep(
    counter({
      name: 'gateway_shared_fetches_total',
      help: 'Fetches that needed no request of their own',
      labels: ['subgraph_name', 'how'],
    }),
  );
  const breakers = keep(
    gauge({
      name: 'gateway_circuit_breaker_state',
      help: 'State of the circuit breaker: 0 closed, 1 half open, 2 open',
      labels: subgraphLabels,
    }),
  );
  const subscriptions = keep(gauge({ name: 'gateway_subscriptions_open', help: 'Open subscriptions' })).child();
  const reloads = keep(
    counter({ name: 'gateway_reloads_total', help: 'New supergraphs, taken or refused', labels: ['result'] }),
  );
  const shed = keep(counter({ name: 'gateway_requests_shed_total', help: 'Requests that were turned away' })).child();

  const lookup = { hit: lookups.child('hit'), miss: lookups.child('miss') };
  const planned = { found: plans.child('ok'), failed: plans.child('failed') };
  const reload = { taken: reloads.child('ok'), refused: reloads.child('refused') };
  const requestsByKey = new Map<OperationKind | null, Map<number, Distribution>>();
  const codes = new Map<string, Value>();
  const subgraphs = new Map<string, SubgraphChildren>();
  const subgraph = (service: string): SubgraphChildren => {
    let children = subgraphs.get(service);
    if (children === undefined) {
      children = {
        durations: new Map(),
        active: activeFetches.child(service),
        sent: sent.child(service),
        received: received.child(service),
        retries: retries.child(service),
      };
      subgraphs.set(service, children);
    }
    return children;
  };

  return {
    requestStarted: () => active.add(1),
    requestEnded(kind, status, seconds) {
      active.add(-1);
      let byStatus = requestsByKey.get(kind);
      if (byStatus === undefined) requestsByKey.set(kind, (byStatus = new Map()));
      let child = byStatus.get(status);
      if (child === undefined) byStatus.set(status, (child = requests.child(String(status), kind ?? 'none')));
      child.observe(seconds);
    },
    errors(code, count) {
      let child = codes.get(code);
      if (child === undefined) {
        const isBound = codes.size < MAX_CODES;
        child = errorCodes.child(isBound ? loggedCode(code) : OTHER_CODE);
        if (isBound) codes.set(code, child);
      }
      child.add(count);
    },
    planLookup: (hit) => (hit ? lookup.hit : lookup.miss).add(1),
    planned: (found, seconds) => (found ? planned.found : planned.failed).observe(seconds),
    subgraphStarted: (service) => subgraph(service).active.add(1),
    subgraphRequest(service, seconds, outcome) {
      const children = subgraph(service);
      children.active.add(-1);
      let child = children.durations.get(outcome);
      if (child === undefined) children.durations.set(outcome, (child = durations.child(service, outcome)));
      child.observe(seconds);
    },
    subgraphBytes(service, sentBytes, receivedBytes) {
      const children = subgraph(service);
      children.sent.observe(sentBytes);
      children.received.observe(receivedBytes);
    },
    retried: (service) => subgraph(service).retries.add(1),
    subgraphFailed: (service, reason) => failures.child(service, reason).add(1),
    shared: (service, how) => sharedFetches.child(service, how).add(1),
    breaker: (service, state) => breakers.child(service).set(BREAKER_VALUES[state]),
    subscriptionOpened: () => subscriptions.add(1),
    subscriptionClosed: () => subscriptions.add(-1),
    reloaded: (taken) => (taken ? reload.taken : reload.refused).add(1),
    shed: () => shed.add(1),
    async text() {
      const own = instruments.map((instrument) => instrument.render()).join('\n');
      return `${own}\n${await processRegistry.metrics()}`;
    },
  };
}
