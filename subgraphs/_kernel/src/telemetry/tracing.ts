import type { IncomingHttpHeaders } from 'node:http';
import { defaultTextMapGetter, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Span } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ParentBasedSampler, AlwaysOnSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Statement } from './cost.js';
import { summarizeStatement } from './statement-summary.js';

/** How a request ended. */
export interface RequestEnd {
  readonly endedAt: number;
  readonly status: number;
  /** The gateway's id of the request; null when nobody was believed. */
  readonly request: string | null;
  readonly operation: string | null;
}

/** The spans of one request. */
export interface RequestSpan {
  statement(statement: Statement): void;
  end(end: RequestEnd): void;
}

/** Makes spans and sends them to a collector in batches; what the collector does not take is dropped. */
export interface Tracing {
  /** Null when the gateway decided that the request is not recorded. */
  begin(headers: IncomingHttpHeaders, startedAt: number): RequestSpan | null;
  /** Sends what is left. Never rejects. */
  close(): Promise<void>;
}

const exportTimeoutMs = 3_000;

/** Tracing to a collector at `<endpoint>/v1/traces`, OTLP over HTTP. The gateway decides what is recorded. */
export function createTracing(endpoint: string, serviceName: string): Tracing {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/$/, '')}/v1/traces`,
    timeoutMillis: exportTimeoutMs,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: exportTimeoutMs, maxQueueSize: 8_192 })],
  });
  const tracer = provider.getTracer('birlik-member');
  const propagator = new W3CTraceContextPropagator();
  return {
    begin(headers, startedAt) {
      const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      const attributes = { 'http.request.method': 'POST', 'http.route': '/graphql' };
      const span = tracer.startSpan(
        'POST /graphql',
        { kind: SpanKind.SERVER, startTime: startedAt, attributes },
        parent,
      );
      return span.isRecording() ? requestSpan(span) : null;
    },
    close: () => provider.shutdown().catch(() => {}),
  };

  function requestSpan(span: Span): RequestSpan {
    const context = trace.setSpan(ROOT_CONTEXT, span);
    return {
      statement({ text, startedAt, endedAt }) {
        const { operation, table } = summarizeStatement(text);
        const summary = table === null ? operation : `${operation} ${table}`;
        const attributes = {
          'db.system.name': 'postgresql',
          'db.operation.name': operation,
          'db.query.summary': summary,
          ...(table !== null && { 'db.collection.name': table }),
        };
        tracer.startSpan(summary, { kind: SpanKind.CLIENT, startTime: startedAt, attributes }, context).end(endedAt);
      },
      end({ endedAt, status, request, operation }) {
        span.setAttribute('http.response.status_code', status);
        if (request !== null) span.setAttribute('birlik.request.id', request);
        if (operation !== null) span.setAttribute('graphql.operation.name', operation);
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end(endedAt);
      },
    };
  }
}
