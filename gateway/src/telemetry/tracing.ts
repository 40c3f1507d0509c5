import type { IncomingMessage } from 'node:http';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type SpanExporter,
} from '@opentelemetry/sdk-trace';
import type { FetchTemplate } from '../subgraph/fetch-template.js';
import type { FetchRecord } from '../subgraph/fetch-record.js';
import type { Logger } from './logger.js';
import type { OperationKind } from './metrics.js';
import type { TelemetryConfig } from './telemetry-config.js';
import { readTraceContext } from './trace-context.js';
import { SAMPLED } from './trace-headers.js';

/** Steps of a request that have spans of their own, which most requests leave out. */
export type Phase = 'parse' | 'validate' | 'plan';

/** What is decided about all traces. */
export type TracingOptions = Omit<TelemetryConfig['traces'], 'endpoint'>;

/** How a request ended. */
export interface RequestEnd {
  readonly endedAt: number;
  readonly status: number;
  /** The hash of its document. */
  readonly document: string | null;
  readonly operation: { readonly name: string | null; readonly kind: OperationKind } | null;
  /** The codes of its errors. */
  readonly codes: readonly string[];
}

const MAX_QUEUED_SPANS = 8_192;
const MAX_BATCH = 512;
const BATCH_DELAY_MS = 2_000;
const EXPORT_TIMEOUT_MS = 10_000;
/** A collector that is gone must not hold up a stop for the whole grace. */
const MAX_FLUSH_MS = 3_000;
const WARNING_INTERVAL_MS = 60_000;

/**
 * Makes spans and sends them to a collector in batches. What the collector does not take is dropped; requests never wait
 * for it. Spans are handed on as values, so nothing follows the asynchronous context.
 */
export class Tracing {
  readonly #provider: TracerProvider;
  readonly #tracer: ReturnType<TracerProvider['getTracer']>;
  /** The context of each request's span, for the spans below it. */
  readonly #contexts = new WeakMap<Span, Context>();

  constructor(exporter: SpanExporter, { sampleRatio, serviceName }: TracingOptions) {
    this.#provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': serviceName }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampleRatio) }),
      spanProcessors: [
        new BatchSpanProcessor({
          exporter,
          maxQueueSize: MAX_QUEUED_SPANS,
          maxExportBatchSize: MAX_BATCH,
          scheduledDelayMillis: BATCH_DELAY_MS,
          exportTimeoutMillis: EXPORT_TIMEOUT_MS,
        }),
      ],
    });
    this.#tracer = this.#provider.getTracer('birlik-gateway');
  }

  /**
   * The span of a request. Null when its caller decided that it is not to be recorded; it may still not record, when the
   * sampler decided so.
   */
  startRequest({ headers, method = 'POST' }: IncomingMessage, requestId: string, startedAt: number): Span | null {
    const parent = readTraceContext(headers);
    if (parent !== null && (parent.traceFlags & SAMPLED) === 0) return null;
    const context = parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, parent);
    const attributes: Attributes = {
      'http.request.method': method,
      'http.route': '/graphql',
      'url.path': '/graphql',
      'birlik.request.id': requestId,
    };
    const span = this.#tracer.startSpan(
      `${method} /graphql`,
      { kind: SpanKind.SERVER, startTime: startedAt, attributes },
      context,
    );
    if (span.isRecording()) this.#contexts.set(span, trace.setSpan(ROOT_CONTEXT, span));
    return span;
  }

  endRequest(span: Span, { endedAt, status, document, operation, codes }: RequestEnd): void {
    span.setAttribute('http.response.status_code', status);
    if (operation !== null) span.setAttribute('graphql.operation.type', operation.kind);
    if (operation?.name != null) span.setAttribute('graphql.operation.name', operation.name);
    if (document !== null) span.setAttribute('graphql.document.hash', document);
    if (codes.length > 0) span.setAttribute('graphql.error.codes', [...codes]);
    if (status >= 400 && codes[0] !== undefined) span.setAttribute('error.type', codes[0]);
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    span.end(endedAt);
  }

  /** Records a step that ends now. */
  phase(parent: Span, phase: Phase, startedAt: number): void {
    this.#tracer
      .startSpan(`graphql.${phase}`, { startTime: startedAt }, this.#contextOf(parent))
      .end(performance.now());
  }

  /** The span of a fetch, whose context goes to the subgraph. */
  startFetch(parent: Span, template: FetchTemplate, representations: number, startedAt: number): Span {
    const attributes: Attributes = {
      'http.request.method': 'POST',
      'subgraph.name': template.service,
      'graphql.operation.type': template.kind,
      'graphql.fetch.kind': representations === 0 ? 'root' : 'entities',
      'graphql.fetch.representations': representations,
    };
    const options = { kind: SpanKind.CLIENT, startTime: startedAt, attributes };
    return this.#tracer.startSpan(`fetch ${template.service}`, options, this.#contextOf(parent));
  }

  endFetch(span: Span, record: FetchRecord): void {
    const { attempts, status, requestBytes, responseBytes, outcome, shared } = record;
    span.setAttribute('http.request.body.size', requestBytes);
    span.setAttribute('http.response.body.size', responseBytes);
    if (status !== 0) span.setAttribute('http.response.status_code', status);
    if (attempts > 1) span.setAttribute('http.request.resend_count', attempts - 1);
    if (shared !== null) span.setAttribute('birlik.fetch.shared', shared);
    if (outcome !== null && outcome !== 'ok') {
      span.setAttribute('error.type', outcome);
      span.setStatus({ code: SpanStatusCode.ERROR });
    }
    span.end(record.endedAt);
  }

  /** Sends what is left, in this time and three seconds at most. Never rejects. */
  async close(timeoutMs: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, Math.min(timeoutMs, MAX_FLUSH_MS));
    await Promise.race([this.#provider.shutdown().catch(() => {}), promise]);
    clearTimeout(timer);
  }

  #contextOf(span: Span): Context {
    return this.#contexts.get(span) ?? ROOT_CONTEXT;
  }
}

/** Tracing to a collector. */
export function createTracing(endpoint: string, config: TracingOptions, logger: Logger): Tracing {
  const url = `${endpoint.replace(/\/$/, '')}/v1/traces`;
  return new Tracing(withWarning(new OTLPTraceExporter({ url, timeoutMillis: EXPORT_TIMEOUT_MS }), logger), config);
}

/** Says once in a while that spans are lost, for otherwise nobody would know. */
function withWarning(exporter: SpanExporter, logger: Logger): SpanExporter {
  let lost = 0;
  let warnedAt = -Infinity;
  return {
    export: (spans, done) => {
      exporter.export(spans, (result) => {
        if (result.error !== undefined) {
          lost += spans.length;
          if (performance.now() - warnedAt > WARNING_INTERVAL_MS) {
            warnedAt = performance.now();
            logger.warn({ spans: lost }, 'the trace collector did not take spans');
            lost = 0;
          }
        }
        done(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  };
}
