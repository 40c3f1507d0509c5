import type { IncomingHttpHeaders } from 'node:http';
import type { ProcessConfig } from '../config/config.js';
import type { Cost } from './cost.js';
import type { MetricsListener } from './metrics-listener.js';
import type { PoolState, QueueState } from './metrics.js';

export { Cost, type Statement } from './cost.js';

/** Who is served, as far as it is known. */
export interface ServedRequest {
  readonly requestId: string;
  readonly operation: string | null;
  readonly cost: Cost;
}

/** Watches one request. */
export interface RequestObserver {
  /** The request is one of the gateway's, and its statements are to be seen. */
  accepted(request: ServedRequest): void;
  ended(status: number): void;
}

/** What operators see of a member beside its log. Without metrics and traces nothing of it costs anything. */
export interface Telemetry {
  /** Begins to watch a request. `startedAt` is as `performance.now()` gives it. */
  begin(headers: IncomingHttpHeaders, startedAt: number): RequestObserver | null;
  /** The caller was shown an error. */
  error(code: string): void;
  /** Something happened that an operator has to look at. */
  alarm(name: string): void;
  /** A round of a job failed, by the job’s name. */
  jobFailed(name: string): void;
  /** Says where the numbers of jobs come from that failed. */
  watchQueue(state: () => QueueState): void;
  /** Opens the port for metrics and resolves to it; null when there is none. @throws Error when it is taken */
  listen(): Promise<number | null>;
  /** Sends what is left to the collector and closes the port. */
  close(): Promise<void>;
}

/** Makes the telemetry of a process. The libraries take memory and time to load, so they are loaded where they are used. */
export async function createTelemetry(name: string, config: ProcessConfig, pool: PoolState): Promise<Telemetry> {
  const { METRICS_PORT: port, METRICS_HOST: host, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } = config;
  const metrics = port === undefined ? null : (await import('./metrics.js')).createMemberMetrics(pool);
  const tracing = endpoint === undefined ? null : (await import('./tracing.js')).createTracing(endpoint, name);
  let listener: MetricsListener | null = null;
  return {
    begin(headers, startedAt) {
      const span = tracing?.begin(headers, startedAt) ?? null;
      if (metrics === null && span === null) return null;
      let request: ServedRequest | null = null;
      metrics?.requestStarted();
      return {
        accepted(served) {
          request = served;
          served.cost.observe((statement) => {
            metrics?.statement(statement);
            span?.statement(statement);
          });
        },
        ended(status) {
          const endedAt = performance.now();
          metrics?.requestEnded(status, (endedAt - startedAt) / 1000);
          span?.end({ endedAt, status, request: request?.requestId ?? null, operation: request?.operation ?? null });
        },
      };
    },
    error: (code) => metrics?.error(code),
    alarm: (name) => metrics?.alarm(name),
    jobFailed: (name) => metrics?.jobFailed(name),
    watchQueue: (state) => metrics?.watchQueue(state),
    async listen() {
      if (metrics === null || port === undefined) return null;
      listener = await (await import('./metrics-listener.js')).listenForMetrics({ host, port }, metrics);
      return listener.port;
    },
    async close() {
      await tracing?.close();
      await listener?.close();
    },
  };
}
