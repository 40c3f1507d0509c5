import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { METRICS_CONTENT_TYPE, type PrometheusMetrics } from './prometheus-metrics.js';
import type { TelemetryConfig } from './telemetry-config.js';

const REQUEST_TIMEOUT_MS = 10_000;

/** The listener from which Prometheus reads. */
export interface MetricsServer {
  /** Listens and returns the port. Rejects when the port is taken. */
  listen(): Promise<number>;
  close(): Promise<void>;
}

/** Serves metrics by GET on one path and nothing else. */
export function createMetricsServer(config: TelemetryConfig['metrics'], metrics: PrometheusMetrics): MetricsServer {
  const timeouts = { headersTimeout: REQUEST_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS };
  const server = createServer(timeouts, (request, response) => {
    const isAsked = request.url?.split('?', 1)[0] === config.path;
    if (!isAsked || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(isAsked ? 405 : 404, isAsked ? { allow: 'GET, HEAD' } : {}).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': METRICS_CONTENT_TYPE }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return {
    listen() {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      const refuse = (cause: Error): void => {
        reject(new Error(`The port ${String(config.port)} for metrics cannot be opened.`, { cause }));
      };
      server.once('error', refuse);
      server.listen(config.port ?? 0, config.host, () => {
        server.off('error', refuse);
        resolve((server.address() as AddressInfo).port);
      });
      return promise;
    },
    close() {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeAllConnections();
      return promise;
    },
  };
}
