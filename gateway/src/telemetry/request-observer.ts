import type { IncomingMessage } from 'node:http';
import type { Span } from '@opentelemetry/api';
import type { FetchWatcher } from '../subgraph/fetch-watcher.js';
import type { EntityList, FetchTemplate } from '../subgraph/fetch-template.js';
import type { FetchOutcome, FetchRecord } from '../subgraph/fetch-record.js';
import type { GatewayMetrics, OperationKind } from './metrics.js';
import { traceHeaders } from './trace-headers.js';
import type { Phase, Tracing } from './tracing.js';
import { loggedCode, loggedName } from './well-formed.js';

/** What an observer reports to. */
export interface ObserverParts {
  readonly metrics: GatewayMetrics;
  /** Null: nothing is traced. */
  readonly tracing: Tracing | null;
  /** Whether anything wants to know about single fetches. */
  readonly watchesFetches: boolean;
}

/** An operation as its observer knows it. */
export interface ObservedOperation {
  readonly name: string | null;
  readonly kind: OperationKind;
}

/** Counts by the code of the error. */
export type ErrorCounts = Readonly<Record<string, number>>;

/** Watches one request: times, counts, names and codes, and never anything of its content. */
export class RequestObserver implements FetchWatcher {
  readonly id: string;
  readonly startedAt = performance.now();
  /** When the gateway had read the request; until then it waited for the client. */
  readAt = this.startedAt;
  operation: ObservedOperation | null = null;
  /** The text of the operation, of which only a hash is ever shown. */
  source: string | null = null;
  /** Whether an operator vouches for the operation, so that its names are nobody's secret. */
  isTrusted = false;
  organization: string | null = null;
  fetchCount = 0;
  /** Empty unless single fetches are watched. */
  readonly fetches: FetchRecord[] = [];
  readonly #parts: ObserverParts;
  readonly #span: Span | null;
  readonly #isRecording: boolean;
  #errors: Map<string, number> | null = null;

  constructor(parts: ObserverParts, request: IncomingMessage, id: string) {
    this.#parts = parts;
    this.id = id;
    this.#span = parts.tracing?.startRequest(request, id, this.startedAt) ?? null;
    this.#isRecording = this.#span?.isRecording() ?? false;
    parts.metrics.requestStarted();
  }

  /** Null: not traced. */
  get traceId(): string | null {
    return this.#isRecording ? (this.#span?.spanContext().traceId ?? null) : null;
  }

  /** Adds what tells every subgraph the trace of a request; fetches that have spans replace it by their own. */
  withContext(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return this.#span === null ? headers : { ...headers, ...traceHeaders(this.#span.spanContext()) };
  }

  get errors(): ErrorCounts | null {
    return this.#errors === null ? null : Object.fromEntries(this.#errors);
  }

  /** The operation is known, and valid. */
  runs({ name, kind }: ObservedOperation, source: string): void {
    this.operation = { name: loggedName(name), kind };
    this.source = source;
  }

  /** A step ends that most requests leave out. */
  phase(phase: Phase, startedAt: number): void {
    if (this.#span !== null && this.#isRecording) this.#parts.tracing?.phase(this.#span, phase, startedAt);
  }

  /** A plan was looked up; waits for one that is not ready. */
  planned<Plan>(found: Plan | Promise<Plan>): Plan | Promise<Plan> {
    const isReady = !(found instanceof Promise);
    this.#parts.metrics.planLookup(isReady);
    if (isReady || !this.#isRecording) return found;
    const startedAt = performance.now();
    return found.finally(() => this.phase('plan', startedAt));
  }

  startFetch(template: FetchTemplate, entities: readonly EntityList[]): FetchRecord | null {
    this.fetchCount++;
    if (!this.#parts.watchesFetches) return null;
    let representations = 0;
    for (const list of entities) representations += list.representations.length;
    const startedAt = performance.now();
    const span =
      this.#span !== null && this.#isRecording
        ? (this.#parts.tracing?.startFetch(this.#span, template, representations, startedAt) ?? null)
        : null;
    const record: FetchRecord = {
      template,
      representations,
      startedAt,
      endedAt: startedAt,
      outcome: null,
      attempts: 0,
      status: 0,
      requestBytes: 0,
      responseBytes: 0,
      shared: null,
      span,
    };
    this.fetches.push(record);
    this.#parts.metrics.subgraphStarted(template.service);
    return record;
  }

  endFetch(record: FetchRecord, outcome: FetchOutcome): void {
    const { template, startedAt, attempts, shared } = record;
    const { metrics } = this.#parts;
    record.endedAt = performance.now();
    record.outcome = outcome;
    metrics.subgraphRequest(template.service, (record.endedAt - startedAt) / 1_000, outcome);
    if (attempts > 0) metrics.subgraphBytes(template.service, record.requestBytes, record.responseBytes);
    for (let again = 1; again < attempts; again++) metrics.retried(template.service);
    if (shared !== null) metrics.shared(template.service, shared);
    if (record.span !== null) this.#parts.tracing?.endFetch(record.span, record);
  }

  /** An error that the client is shown. */
  failed(code: unknown): void {
    const logged = loggedCode(code);
    this.#errors ??= new Map();
    this.#errors.set(logged, (this.#errors.get(logged) ?? 0) + 1);
    this.#parts.metrics.errors(logged, 1);
  }

  /** The answer is given. */
  end(endedAt: number, status: number, hash: () => string | null): void {
    this.#parts.metrics.requestEnded(this.operation?.kind ?? null, status, (endedAt - this.startedAt) / 1_000);
    if (this.#span === null || !this.#isRecording) return;
    const codes = [...(this.#errors?.keys() ?? [])];
    this.#parts.tracing?.endRequest(this.#span, {
      endedAt,
      status,
      document: hash(),
      operation: this.operation,
      codes,
    });
  }
}
