import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MemberMetrics } from './metrics.js';

/** A listener of its own for Prometheus, so that metrics never stand on the port to which others come. */
export interface MetricsListener {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves `GET /metrics` and nothing else. @throws Error naming the port when it is taken */
export async function listenForMetrics(
  address: { readonly host: string; readonly port: number },
  metrics: MemberMetrics,
): Promise<MetricsListener> {
  const http = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  http.listen(address.port, address.host);
  try {
    await once(http, 'listening');
  } catch (cause) {
    throw new Error(`Port ${address.port} is taken by another process; set METRICS_PORT to another.`, { cause });
  }
  return {
    port: (http.address() as AddressInfo).port,
    async close() {
      const closed = once(http, 'close');
      http.close();
      http.closeAllConnections();
      await closed;
    },
  };
}
