import { ShortLivedMap } from '../collections/short-lived-map.js';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';
import type { FetchRecord } from '../subgraph/fetch-record.js';
import type { SendOptions, Transport } from '../transport/transport.js';
import type { Asker } from '../subgraph/asker.js';
import { Batcher } from './batcher.js';
import { AnswerCache } from './cache/answer-cache.js';
import type { CacheStore } from './cache/cache-store.js';
import type { FetchSharing } from '../subgraph/fetch-sharing.js';
import { Flight } from './flight.js';
import type { SharingConfig } from './sharing-config.js';

/** What sharing needs. */
export interface SharingParts {
  readonly transport: Pick<Transport, 'send'>;
  readonly config: SharingConfig;
  /** Null: nothing is kept. */
  readonly store: CacheStore | null;
  /** How long one request to a subgraph may take, in milliseconds. */
  readonly fetchMs: (service: string) => number;
}

/** How an operation sends. */
export interface SharedSendOptions extends SendOptions {
  /** Null: nothing is shared. So it is in a mutation: what it reads must be newer than what it did. */
  readonly asker: Asker | null;
}

interface WatchedOptions extends SharedSendOptions {
  readonly record: FetchRecord | null;
}

/**
 * Stands between operations and subgraphs. Requests for the same asker are joined and batched; answers that are public by
 * declaration are asked in nobody's name and kept. What a fetch template does not allow to share is sent as it is.
 */
export class Sharing {
  readonly #parts: SharingParts;
  readonly #cache: AnswerCache | null;
  readonly #isOff: boolean;
  readonly #batcher: Batcher;
  readonly #flights = new ShortLivedMap<{ readonly flight: Flight; readonly mutations: number }>();
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
    const { asker } = options;
    if (sharing === null || asker === null || this.#isOff) {
      const answer = this.#parts.transport.send(request, options, record);
      return kind === 'mutation' ? answer.finally(() => this.#mutations++) : answer;
    }
    const cache = this.#cache;
    if (cache !== null && isPublic(request, sharing)) {
      return this.#keep(cache, request, sharing, { asker: asker.asNobody(), byHeader: false }, { ...options, record });
    }
    if (cache !== null && asker.isAnonymous && cache.isPublicByHeader(sharing)) {
      return this.#keep(cache, request, sharing, { asker, byHeader: true }, { ...options, record });
    }
    return this.#share(request, sharing, asker, { ...options, record });
  }

  /** Answers from what is kept as far as it goes. */
  async #keep(
    cache: AnswerCache,
    request: SubgraphRequest,
    sharing: FetchSharing,
    { asker, byHeader }: { readonly asker: Asker; readonly byHeader: boolean },
    options: WatchedOptions,
  ): Promise<SubgraphAnswer> {
    let asks = false;
    const send = (missing: SubgraphRequest) => {
      asks = true;
      return this.#share(missing, sharing, asker, options);
    };
    const answer = await cache.send({ request, sharing, context: asker.context, byHeader, send });
    if (!asks && options.record !== null) options.record.shared = 'cached';
    return answer;
  }

  #share(
    request: SubgraphRequest,
    sharing: FetchSharing,
    asker: Asker,
    options: WatchedOptions,
  ): Promise<SubgraphAnswer> {
    const { config, fetchMs } = this.#parts;
    const batches = config.batch.enabled && request.entities.length > 0;
    const kind = `${asker.context}\n${sharing.key}\n${request.variables}`;
    const key = config.join ? joinKey(kind, request) : null;
    const running = key === null ? undefined : this.#flights.get(key);
    if (running !== undefined && running.flight.isOpen && running.mutations === this.#mutations) {
      if (options.record !== null) options.record.shared = 'joined';
      return running.flight.wait(options);
    }
    const headers = asker === options.asker ? options.headers : asker.headers;
    const { service } = request.template;
    const flight = new Flight(request, headers, fetchMs(service), options.record);
    const answer = flight.wait(options);
    if (!flight.isOpen) return answer;
    if (key !== null) this.#flights.set(key, { flight, mutations: this.#mutations });
    flight.whenOver((shared) => {
      if (key !== null && this.#flights.get(key)?.flight === flight) this.#flights.delete(key);
      if (shared?.caching !== undefined && asker.isAnonymous) this.#cache?.learn(sharing, shared.caching);
    });
    if (batches) this.#batcher.add(flight, kind, sharing);
    else this.#batcher.sendAlone(flight);
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
