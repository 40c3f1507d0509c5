import { LRUCache } from 'lru-cache';
import type { FetchOutcome, FetchRecord } from '../subgraph/fetch-record.js';
import { RecentTimes, type TimesSummary } from './recent-times.js';
import { redactOperation } from './redact-operation.js';
import type { OperationKind } from './metrics.js';
import type { RequestObserver } from './request-observer.js';
import { stagesOf } from './stages.js';

/** For so long the traffic of members and of operations is looked back at. */
export const MEMBER_WINDOW_MS = 300_000;
export const OPERATION_WINDOW_MS = 1_200_000;

const MEMBER_SLOTS = 5;
const OPERATION_SLOTS = 2;
const MAX_MEMBERS = 1_000;
const MAX_TRUSTED = 500;
const MAX_OTHERS = 50;
const MAX_OF_DOCUMENT = 10;
/** All documents that are kept, in characters. */
const MAX_CHARACTERS = 4 * 1024 * 1024;
const MAX_FETCHES = 50;
const MAX_OPERATION_LENGTH = 4_000;

/** Outcomes that say nothing about the subgraph. */
const NO_WORD: ReadonlySet<FetchOutcome> = new Set(['client_disconnected', 'failed']);

/** How a subgraph did in the last minutes. */
export interface MemberTraffic {
  readonly answers: boolean;
  /** Since when it has answered, or failed, without a break; milliseconds since 1970. */
  readonly since: number;
  /** Why it failed the last time; null: it has not. */
  readonly failure: FetchOutcome | null;
  readonly times: TimesSummary;
}

/** One request to a subgraph in the slowest run of an operation. */
export interface RunFetch {
  /** Counted from 1: fetches of one stage ran beside each other. */
  readonly stage: number;
  readonly service: string;
  readonly kind: 'query' | 'mutation' | 'entities';
  /** Of which types entities were asked, sorted; empty for root fields. */
  readonly types: readonly string[];
  readonly representations: number;
  readonly startMs: number;
  /** Null: it was not waited for. */
  readonly ms: number | null;
  readonly outcome: FetchOutcome | null;
  readonly attempts: number;
  readonly receivedBytes: number;
  /** The document for the subgraph without any value; null where it is too long to keep. */
  readonly document: string | null;
}

/** The slowest run of an operation in the last minutes. */
export interface SlowestRun {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly ms: number;
  readonly fetches: readonly RunFetch[];
  /** Fetches that are not listed. */
  readonly more: number;
}

/** How an operation did in the last minutes. */
export interface OperationTraffic {
  /** SHA-256 of the document, in hexadecimal. */
  readonly document: string;
  /** Null for a document that is not trusted: a client may have written anything into the name. */
  readonly name: string | null;
  readonly kind: OperationKind;
  readonly trusted: boolean;
  readonly times: TimesSummary;
  /** Null: it is not known any more. */
  readonly slowest: () => SlowestRun | null;
}

interface KeptFetch extends Omit<RunFetch, 'stage' | 'types' | 'document'> {
  readonly record: Pick<FetchRecord, 'startedAt' | 'endedAt' | 'outcome'>;
  readonly operation: string | null;
}

interface KeptRun {
  readonly at: number;
  readonly endedAt: number;
  readonly ms: number;
  readonly fetches: readonly KeptFetch[];
  readonly more: number;
}

interface KeptOperation {
  readonly document: string;
  readonly name: string | null;
  readonly kind: OperationKind;
  readonly trusted: boolean;
  readonly times: RecentTimes;
  slowest: KeptRun | null;
}

interface KeptMember {
  answers: boolean;
  since: number;
  failure: FetchOutcome | null;
  readonly times: RecentTimes;
}

/**
 * What this process saw in the last minutes of subgraphs and of operations, for operators: numbers, names and documents without
 * values, of a bounded size. Of documents that are not trusted only those that were slow are kept, apart, so that nobody can push
 * others out with new ones.
 */
export class Traffic {
  readonly #slowMs: number;
  readonly #members = new LRUCache<string, KeptMember>({ max: MAX_MEMBERS });
  readonly #trusted = keptOperations(MAX_TRUSTED);
  readonly #others = keptOperations(MAX_OTHERS);

  /** @param slowMs from when on a document that is not trusted is kept; 0: none is */
  constructor(slowMs: number) {
    this.#slowMs = slowMs;
  }

  /** Takes what was measured of a request that has ended. */
  observe(observer: RequestObserver, endedAt: number, status: number, hash: () => string | null): void {
    for (const fetch of observer.fetches) this.#observeFetch(fetch);
    const { operation, source } = observer;
    if (operation === null || source === null || operation.kind === 'subscription') return;
    const ms = endedAt - observer.readAt;
    const { isTrusted } = observer;
    const kept = isTrusted ? this.#trusted : this.#others;
    // By the document alone: a trusted one is the same string each time, of which the hash is known.
    const inDocument = kept.get(source);
    let known = inDocument?.get(operation.name);
    if (known === undefined) {
      if (!isTrusted && (this.#slowMs === 0 || ms < this.#slowMs)) return;
      if ((inDocument?.size ?? 0) >= MAX_OF_DOCUMENT) return;
      known = {
        document: hash() ?? '',
        name: isTrusted ? operation.name : null,
        kind: operation.kind,
        trusted: isTrusted,
        times: new RecentTimes(OPERATION_WINDOW_MS, OPERATION_SLOTS),
        slowest: null,
      };
      if (inDocument === undefined) kept.set(source, new Map([[operation.name, known]]), { size: source.length });
      else inDocument.set(operation.name, known);
    }
    known.times.add(ms, status >= 500 || observer.errors !== null, endedAt);
    const { slowest } = known;
    if (slowest === null || ms > slowest.ms || endedAt - slowest.endedAt > OPERATION_WINDOW_MS) {
      known.slowest = runOf(observer, endedAt, ms);
    }
  }

  /** Null: it was not asked since this process began. */
  member(service: string, now = performance.now()): MemberTraffic | null {
    const known = this.#members.get(service);
    if (known === undefined) return null;
    const { answers, since, failure, times } = known;
    return { answers, since, failure, times: times.summary(now) };
  }

  /**
   * Those that ran in the last minutes, the slowest by their 95th percentile first. Their runs are written out when they are looked at.
   *
   * @param limit how many at the most
   */
  operations(limit: number, now = performance.now()): readonly OperationTraffic[] {
    return [...this.#trusted.values(), ...this.#others.values()]
      .flatMap((inDocument) => [...inDocument.values()])
      .map((kept) => ({ kept, times: kept.times.summary(now) }))
      .filter(({ times }) => times.count > 0)
      .toSorted((left, right) => (right.times.p95 ?? 0) - (left.times.p95 ?? 0))
      .slice(0, limit)
      .map(({ kept: { document, name, kind, trusted, slowest }, times }) => ({
        document,
        name,
        kind,
        trusted,
        times,
        slowest: () => (slowest === null || now - slowest.endedAt > OPERATION_WINDOW_MS ? null : shownRun(slowest)),
      }));
  }

  #observeFetch({ template, startedAt, endedAt, outcome, shared }: FetchRecord): void {
    if (outcome === null || NO_WORD.has(outcome) || shared === 'joined' || shared === 'cached') return;
    const answers = outcome === 'ok' || outcome === 'errors';
    let known = this.#members.get(template.service);
    if (known === undefined) {
      const times = new RecentTimes(MEMBER_WINDOW_MS, MEMBER_SLOTS);
      known = { answers, since: Date.now(), failure: null, times };
      this.#members.set(template.service, known);
    } else if (known.answers !== answers) {
      known.answers = answers;
      known.since = Date.now();
    }
    if (!answers) known.failure = outcome;
    known.times.add(endedAt - startedAt, !answers, endedAt);
  }
}

/** The operations of a document by name. */
type KeptDocument = Map<string | null, KeptOperation>;

function keptOperations(max: number): LRUCache<string, KeptDocument> {
  return new LRUCache({ max, maxSize: MAX_CHARACTERS, maxEntrySize: MAX_CHARACTERS });
}

function runOf(observer: RequestObserver, endedAt: number, ms: number): KeptRun {
  const fetches = observer.fetches.slice(0, MAX_FETCHES).map((record): KeptFetch => {
    const { template, representations, startedAt, outcome, attempts, responseBytes } = record;
    const { operation } = template;
    return {
      record: { startedAt, endedAt: record.endedAt, outcome },
      service: template.service,
      kind: template.kind === 'mutation' ? 'mutation' : representations === 0 ? 'query' : 'entities',
      representations,
      startMs: startedAt - observer.readAt,
      ms: outcome === null ? null : record.endedAt - startedAt,
      outcome,
      attempts,
      receivedBytes: responseBytes,
      operation: operation.length > MAX_OPERATION_LENGTH ? null : operation,
    };
  });
  return { at: Date.now(), endedAt, ms, fetches, more: observer.fetches.length - fetches.length };
}

function shownRun({ at, ms, fetches, more }: KeptRun): SlowestRun {
  const stages = stagesOf(fetches.map(({ record }) => record));
  const shown = fetches.map(({ record: _record, operation, ...fetch }, index): RunFetch => {
    const document = operation === null ? null : redactOperation(operation);
    return { stage: (stages[index] ?? 0) + 1, ...fetch, types: entityTypes(fetch.kind, document), document };
  });
  return { at, ms, fetches: shown.toSorted((left, right) => left.stage - right.stage), more };
}

/** The types of the fragments right below `_entities`. */
function entityTypes(kind: RunFetch['kind'], document: string | null): readonly string[] {
  if (kind !== 'entities' || document === null) return [];
  const found = document.matchAll(/_entities\([^)]*\) ?\{ (?:__typename )?\.\.\. on (\w+)/g);
  return [...new Set([...found].map(([, type]) => type ?? ''))].toSorted();
}
