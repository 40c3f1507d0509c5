import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { describeError } from './describe-error.js';
import type { Logger } from './logger.js';
import { NO_METRICS, type GatewayMetrics } from './metrics.js';
import { RequestObserver } from './request-observer.js';
import { SlowLog } from './slow-log.js';
import type { TelemetryConfig } from './telemetry-config.js';
import type { Traffic } from './traffic.js';

/** Why a request was refused. */
export interface Refusal {
  readonly code: string;
  /** A defect behind it, of which only the kind and the place are logged. */
  readonly cause?: unknown;
}

/** All that tells operators what the gateway does. */
export interface Telemetry {
  readonly metrics: GatewayMetrics;
  /** Begins to watch a request. Each must be ended. */
  begin(request: IncomingMessage, id: string): RequestObserver;
  /** Ends it: counts it, closes its span and writes its line into the log. */
  end(observer: RequestObserver, status: number, refusal: Refusal | null): void;
  /** Opens the port for metrics and returns it; null when there is none. Rejects when it is taken. */
  listen(): Promise<number | null>;
  /** Sends what is left to the collector, in this time at most, and closes the port. */
  close(timeoutMs: number): Promise<void>;
}

/**
 * Makes the telemetry of a gateway. Nothing is opened before `listen`. The libraries for metrics and traces take 30 MB and a
 * tenth of a second to load, so they are loaded where they are used.
 *
 * @param traffic is told of each request; null: nobody looks at it
 */
export async function createTelemetry(
  config: TelemetryConfig,
  logger: Logger,
  traffic: Traffic | null = null,
): Promise<Telemetry> {
  const prometheus =
    config.metrics.port === null ? null : (await import('./prometheus-metrics.js')).createPrometheusMetrics();
  const server =
    prometheus === null ? null : (await import('./metrics-server.js')).createMetricsServer(config.metrics, prometheus);
  const tracing =
    config.traces.endpoint === null
      ? null
      : (await import('./tracing.js')).createTracing(config.traces.endpoint, config.traces, logger);
  const slowLog = new SlowLog(logger, config.slowMs);
  const parts = {
    metrics: prometheus ?? NO_METRICS,
    tracing,
    watchesFetches: prometheus !== null || tracing !== null || config.slowMs > 0 || traffic !== null,
  };
  return {
    metrics: parts.metrics,
    begin: (request, id) => new RequestObserver(parts, request, id),
    end(observer, status, refusal) {
      const endedAt = performance.now();
      if (refusal !== null) observer.failed(refusal.code);
      let known: string | null = null;
      // SHA-256 in hexadecimal, as clients compute it for persisted documents.
      const documentHash = () => (known ??= observer.source === null ? null : hash('sha256', observer.source));
      observer.end(endedAt, status, documentHash);
      slowLog.consider(observer, endedAt, documentHash);
      traffic?.observe(observer, endedAt, status, documentHash);
      writeLine(logger, observer, { status, ms: Math.round(endedAt - observer.startedAt), refusal });
    },
    listen: async () => server?.listen() ?? null,
    async close(timeoutMs) {
      await tracing?.close(timeoutMs);
      await server?.close();
    },
  };
}

function writeLine(
  logger: Logger,
  observer: RequestObserver,
  { status, ms, refusal }: { readonly status: number; readonly ms: number; readonly refusal: Refusal | null },
): void {
  if (refusal?.cause === undefined && !logger.isLevelEnabled('info')) return;
  const { id, operation, organization, traceId, errors, fetchCount } = observer;
  const line: Record<string, unknown> = { request: id, operation: operation?.name ?? null };
  if (operation !== null) line['kind'] = operation.kind;
  line['status'] = status;
  line['ms'] = ms;
  line['fetches'] = fetchCount;
  if (organization !== null) line['organization'] = organization;
  if (traceId !== null) line['trace'] = traceId;
  if (refusal !== null) line['code'] = refusal.code;
  if (errors !== null) line['errors'] = errors;
  if (refusal?.cause === undefined) logger.info(line, 'request');
  else logger.error({ ...line, cause: describeError(refusal.cause) }, 'request failed');
}
