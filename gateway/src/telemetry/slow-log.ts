import { LRUCache } from 'lru-cache';
import type { FetchRecord } from '../subgraph/fetch-record.js';
import type { Logger } from './logger.js';
import { redactOperation } from './redact-operation.js';
import type { RequestObserver } from './request-observer.js';
import { stagesOf } from './stages.js';

const INTERVAL_MS = 1_000;
const MAX_DOCUMENTS = 1_000;
const MAX_FETCHES = 50;
const MAX_OPERATION_LENGTH = 2_000;

interface Written {
  at: number;
  /** Slow operations since then that were not written. */
  left: number;
}

/** Writes operations that took long, each document at most once a second. */
export class SlowLog {
  readonly #logger: Logger;
  readonly #slowMs: number;
  readonly #written = new LRUCache<string, Written>({ max: MAX_DOCUMENTS });

  /** @param slowMs 0: nothing is written */
  constructor(logger: Logger, slowMs: number) {
    this.#logger = logger;
    this.#slowMs = slowMs;
  }

  /** Writes the operation if it was slow. The time in which the client sent its request does not count. */
  consider(observer: RequestObserver, endedAt: number, hash: () => string | null): void {
    const ms = endedAt - observer.readAt;
    if (this.#slowMs === 0 || ms < this.#slowMs || observer.operation === null) return;
    const document = hash() ?? '';
    const before = this.#written.get(document);
    if (before !== undefined && endedAt - before.at < INTERVAL_MS) {
      before.left++;
      return;
    }
    this.#written.set(document, { at: endedAt, left: 0 });
    const { id, operation, traceId, fetches } = observer;
    this.#logger.warn(
      {
        request: id,
        operation: operation.name,
        kind: operation.kind,
        document,
        ms: Math.round(ms),
        ...(traceId === null ? {} : { trace: traceId }),
        ...(before === undefined || before.left === 0 ? {} : { notLogged: before.left }),
        stages: stages(fetches),
        fetches: fetches.slice(0, MAX_FETCHES).map((fetch) => describeFetch(fetch, observer.readAt)),
      },
      'slow operation',
    );
  }
}

/** The services in the order in which they were asked: fetches of one stage ran beside each other. */
function stages(fetches: readonly FetchRecord[]): string {
  const listed = fetches.slice(0, MAX_FETCHES);
  const byStage: string[][] = [];
  for (const [index, stage] of stagesOf(listed).entries()) {
    (byStage[stage] ??= []).push(listed[index]?.template.service ?? '');
  }
  return byStage.map((services) => services.join(' + ')).join(' > ');
}

function describeFetch(fetch: FetchRecord, since: number) {
  const { template, representations, startedAt, endedAt, outcome, attempts, status } = fetch;
  return {
    service: template.service,
    kind: template.kind === 'mutation' ? 'mutation' : representations === 0 ? 'root' : 'entities',
    start: Math.round(startedAt - since),
    ms: outcome === null ? null : Math.round(endedAt - startedAt),
    outcome,
    status,
    attempts,
    representations,
    sent: fetch.requestBytes,
    received: fetch.responseBytes,
    ...(fetch.shared === null ? {} : { shared: fetch.shared }),
    operation: redactOperation(template.operation).slice(0, MAX_OPERATION_LENGTH),
  };
}
