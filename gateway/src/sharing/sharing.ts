import { PlainObjectMap } from '../collections/plain-object-map.js';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';
import type { FetchRecord } from '../subgraph/fetch-record.js';
import type { SendOptions, Transport } from '../transport/transport.js';
import type { Requester } from '../subgraph/requester.js';
import { Batcher } from './batcher.js';
import { AnswerCache } from './cache/answer-cache.js';
import type { CacheStore } from './cache/cache-store.js';
import type { FetchSharing } from '../subgraph/fetch-sharing.js';
import { InFlightRequest } from './in-flight-request.js';
import type { SharingConfig } from './sharing-config.js';

/** What sharing needs. */
export interface SharingParts {
  readonly transport: Pick<Transport, 'send'>;
  readonly config: SharingConfig;
  /** Null: nothing is cached. */
  readonly store: CacheStore | null;
  /** How long one request to a subgraph may take, in milliseconds. */
  readonly fetchMs: (service: string) => number;
}

/** How an operation sends. */
export interface SharedSendOptions extends SendOptions {
  /** Null: nothing is shared. So it is in a mutation: what it reads must be newer than what it did. */
  readonly requester: Requester | null;
}

interface WatchedOptions extends SharedSendOptions {
  readonly record: FetchRecord | null;
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
    this.#batcher = new Batcher({ send: (...message) => transport.send(...message), ...config.batch });
  }

  /** Answers a request. Rejects with {@link SubgraphUnavailable} when there is no usable answer. */
  send(request: SubgraphRequest, options: SharedSendOptions, record: FetchRecord | null): Promise<SubgraphAnswer> {
    const { sharing, kind } = request.template;
    const { requester } = options;
    if (sharing === null || requester === null || this.#isOff) {
      const answer = this.#parts.transport.send(request, options, record);
      return kind === 'mutation' ? answer.finally(() => this.#mutations++) : answer;
    }
    const cache = this.#cache;
    if (cache !== null && isPublic(request, sharing)) {
      return this.#throughCache(
        cache,
        request,
        sharing,
        { requester: requester.asNobody(), byHeader: false },
        { ...options, record },
      );
    }
    if (cache !== null && requester.isAnonymous && cache.isPublicByHeader(sharing)) {
      return this.#throughCache(cache, request, sharing, { requester, byHeader: true }, { ...options, record });
    }
    return this.#share(request, sharing, requester, { ...options, record });
  }

  /** Answers from what is cached as far as it goes. */
  async #throughCache(
    cache: AnswerCache,
    request: SubgraphRequest,
    sharing: FetchSharing,
    { requester, byHeader }: { readonly requester: Requester; readonly byHeader: boolean },
    options: WatchedOptions,
  ): Promise<SubgraphAnswer> {
    let asks = false;
    const send = (missing: SubgraphRequest) => {
      asks = true;
      return this.#share(missing, sharing, requester, options);
    };
    const answer = await cache.send({ request, sharing, context: requester.context, byHeader, send });
    if (!asks && options.record !== null) options.record.shared = 'cached';
    return answer;
  }

  #share(
    request: SubgraphRequest,
    sharing: FetchSharing,
    requester: Requester,
    options: WatchedOptions,
  ): Promise<SubgraphAnswer> {
    const { config, fetchMs } = this.#parts;
    const batches = config.batch.enabled && request.entities.length > 0;
    const kind = `${requester.context}\n${sharing.key}\n${request.variables}`;
    const key = config.join ? joinKey(kind, request) : null;
    const running = key === null ? undefined : this.#inFlight.get(key);
    if (running !== undefined && running.inFlight.isOpen && running.mutations === this.#mutations) {
      if (options.record !== null) options.record.shared = 'joined';
      return running.inFlight.wait(options);
    }
    const headers = requester === options.requester ? options.headers : requester.headers;
    const { service } = request.template;
    const inFlight = new InFlightRequest(request, headers, fetchMs(service), options.record);
    const answer = inFlight.wait(options);
    if (!inFlight.isOpen) return answer;
    if (key !== null) this.#inFlight.set(key, { inFlight, mutations: this.#mutations });
    inFlight.whenOver((shared) => {
      if (key !== null && this.#inFlight.get(key)?.inFlight === inFlight) this.#inFlight.delete(key);
      if (shared?.caching !== undefined && requester.isAnonymous) this.#cache?.learn(sharing, shared.caching);
    });
    if (batches) this.#batcher.add(inFlight, kind, sharing);
    else this.#batcher.sendAlone(inFlight);
    return answer;
  }
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
