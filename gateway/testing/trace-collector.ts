import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from './listen.js';

/** One span as a collector receives it. */
export interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** 2: an error. */
  readonly status: number;
}

/** A collector of OpenTelemetry over HTTP that keeps everything. */
export interface TraceCollector {
  readonly endpoint: string;
  /** The raw bodies. */
  readonly bodies: string[];
  /** What it answers. */
  status: number;
  spans(): CollectedSpan[];
  close(): Promise<void>;
}

interface ExportBody {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly ExportedSpan[] }[] }[];
}

interface ExportedSpan extends Omit<CollectedSpan, 'attributes' | 'status'> {
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly status: { readonly code: number };
}

/** Starts a collector on a free port. */
export async function startTraceCollector(): Promise<TraceCollector> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      if (request.url === '/v1/traces') bodies.push(body);
      response.writeHead(collector.status, { 'content-type': 'application/json' });
      response.end('{}');
    });
  });
  const port = await listen(server);
  const collector: TraceCollector = {
    endpoint: `http://127.0.0.1:${port}`,
    bodies,
    status: 200,
    spans: () => bodies.flatMap((body) => readSpans(JSON.parse(body) as ExportBody)),
    close: () => {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      return closed.promise;
    },
  };
  return collector;
}

function readSpans({ resourceSpans }: ExportBody): CollectedSpan[] {
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  return spans.map((span) => ({
    ...span,
    status: span.status.code,
    attributes: Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]])),
  }));
}
