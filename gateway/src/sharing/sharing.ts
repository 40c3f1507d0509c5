import { PlainObjectMap } from '../collections/plain-object-map.js';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';
import type { Transport } from '../transport/transport.js';
import { Batcher } from './batcher.js';
import { AnswerCache } from './cache/answer-cache.js';
import type { CacheStore } from './cache/cache-store.js';
import type { FetchSharing } from '../subgraph/fetch-sharing.js';
import { InFlightRequest } from '../subgraph/in-flight-request.js';
import type { SharingConfig } from './sharing-config.js';

export interface SharingParts {
  readonly transport: Pick<Transport, 'dispatch'>;
  readonly config: SharingConfig;
  /** Null: nothing is cached. */
  readonly store: CacheStore | null;
  /** How long one request to a subgraph may take, in milliseconds. */
  readonly fetchMs: (service: string) => number;
}

/**
 * Stands between operations and subgraphs. Requests for the same requester are joined and batched; answers that are public by
 * declaration are asked in nobody's name and cached. What a fetch template does not allow to share is sent as it is.
 */
export class Sharing {
  readonly #parts: SharingParts;
  readonly #cache: AnswerCache | null;
  readonly #isOff: boolean;
  readonly #batcher: Batcher;
  readonly #inFlight = new PlainObjectMap<{ readonly inFlight: InFlightRequest; readonly mutations: number }>();
  /** Mutations that came back. What was asked before one may be older than it, so later requests do not join it. */
  #mutations = 0;

  constructor(parts: SharingParts) {
    const { transport, config, store } = parts;
    this.#parts = parts;
    this.#cache = store === null ? null : new AnswerCache(store);
    this.#isOff = store === null && !config.join && !config.batch.enabled;
    this.#batcher = new Batcher({ transport, ...config.batch });
  }

  /** Gets the answer to a request. Rejects with {@link SubgraphUnavailable} when there is no usable one. */
  fetch(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const { sharing, kind } = request.template;
    const { requester, mayShare } = request.terms;
    if (sharing === null || !mayShare || this.#isOff) {
      const answer = this.#fetchAlone(request);
      return kind === 'mutation' ? answer.finally(() => this.#mutations++) : answer;
    }
    const cache = this.#cache;
    if (cache !== null && isPublic(request, sharing)) {
      return this.#fetchThroughCache(cache, asNobody(request), sharing, false);
    }
    if (cache !== null && requester.isAnonymous && cache.isPublicByHeader(sharing)) {
      return this.#fetchThroughCache(cache, request, sharing, true);
    }
    return this.#fetchShared(request, sharing);
  }

  #fetchAlone(request: SubgraphRequest): Promise<SubgraphAnswer> {
    const { transport, fetchMs } = this.#parts;
    const inFlight = new InFlightRequest(request, fetchMs(request.template.service));
    const answer = inFlight.wait(request.terms);
    if (inFlight.isOpen) transport.dispatch(inFlight);
    return answer;
  }

  /** Answers from what is cached as far as it goes. */
  async #fetchThroughCache(
    cache: AnswerCache,
    request: SubgraphRequest,
    sharing: FetchSharing,
    byHeader: boolean,
  ): Promise<SubgraphAnswer> {
    const { terms, record } = request;
    let asks = false;
    const load = (missing: SubgraphRequest) => {
      asks = true;
      return this.#fetchShared(missing, sharing);
    };
    const answer = await cache.readThrough({ request, sharing, context: terms.requester.context, byHeader, load });
    if (!asks && record !== null) record.shared = 'cached';
    return answer;
  }

  #fetchShared(request: SubgraphRequest, sharing: FetchSharing): Promise<SubgraphAnswer> {
    const { config, fetchMs, transport } = this.#parts;
    const { terms, record, template } = request;
    const { requester } = terms;
    const batches = config.batch.enabled && request.entities.length > 0;
    const kind = `${requester.context}\n${sharing.key}\n${request.variables}`;
    const key = config.join ? joinKey(kind, request) : null;
    const running = key === null ? undefined : this.#inFlight.get(key);
    if (running !== undefined && running.inFlight.isOpen && running.mutations === this.#mutations) {
      if (record !== null) record.shared = 'joined';
      return running.inFlight.wait(terms);
    }
    const inFlight = new InFlightRequest(request, fetchMs(template.service));
    const answer = inFlight.wait(terms);
    if (!inFlight.isOpen) return answer;
    if (key !== null) this.#inFlight.set(key, { inFlight, mutations: this.#mutations });
    inFlight.whenOver((shared) => {
      if (key !== null && this.#inFlight.get(key)?.inFlight === inFlight) this.#inFlight.delete(key);
      if (shared?.caching !== undefined && requester.isAnonymous) this.#cache?.learn(sharing, shared.caching);
    });
    if (batches) this.#batcher.enqueue(inFlight, kind, sharing);
    else transport.dispatch(inFlight);
    return answer;
  }
}

/** The same request in nobody's name; of the trace it tells what it tells of the operation. */
function asNobody(request: SubgraphRequest): SubgraphRequest {
  const { terms } = request;
  return { ...request, terms: { ...terms, requester: terms.requester.asNobody() }, span: null };
}

/** Whether the supergraph declares the whole answer public. */
function isPublic({ entities }: SubgraphRequest, { root, entities: parts }: FetchSharing): boolean {
  return entities.length === 0 ? root.publicSeconds > 0 : parts.every(({ publicSeconds }) => publicSeconds > 0);
}

/** JSON has no line breaks of its own, so different requests have different keys. */
function joinKey(kind: string, { entities }: SubgraphRequest): string {
  let key = kind;
  for (const { representations } of entities) key += `\n[${representations.join(',')}]`;
  return key;
}
