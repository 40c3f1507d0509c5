import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { WebSocket, type RawData } from 'ws';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import { bodyOf, type SubgraphRequest } from '../subgraph/subgraph-request.js';
import { attemptHeaders } from '../transport/attempt-headers.js';
import { checkAnswer } from '../transport/read-answer.js';
import { SubgraphFailure } from '../subgraph/subgraph-failure.js';
import type { Upstream, UpstreamLimits, UpstreamListener } from './upstream.js';
import { explain } from '../errors/messages.js';

/** One socket to a subgraph, for all subscriptions of one security context. */
interface SharedSocket {
  readonly client: Client;
  /** Ends one subscription each. */
  readonly fails: Set<(failure: SubgraphUnavailable) => void>;
  /** The size of the message that is being handled. */
  messageBytes(): number;
}

/**
 * Subscribes to a subgraph by the protocol `graphql-transport-ws`. The payload of `connection_init` has the headers of
 * the first subscription; each subscription carries its own proof of who asks in `extensions`.
 */
export class WebSocketUpstream implements Upstream {
  readonly #service: string;
  readonly #url: string;
  readonly #limits: UpstreamLimits;
  readonly #proofs: readonly string[];
  readonly #sockets = new Map<string, SharedSocket>();

  /** @param proofs the headers that prove something of one request only */
  constructor(service: string, url: string, limits: UpstreamLimits, proofs: readonly string[]) {
    this.#proofs = proofs;
    this.#service = service;
    this.#url = url.replace(/^http/, 'ws');
    this.#limits = limits;
  }

  subscribe(request: SubgraphRequest, listener: UpstreamListener): () => void {
    const { context } = request.terms.requester;
    const body = bodyOf(request);
    const headers = attemptHeaders(request, body);
    const shared = this.#sockets.get(context) ?? this.#open(context, headers);
    let isOver = false;
    let unsubscribe = (): void => undefined;
    const leave = (): void => {
      isOver = true;
      shared.fails.delete(end);
      // A socket that is about to close takes no further subscription.
      if (shared.fails.size === 0 && this.#sockets.get(context) === shared) this.#sockets.delete(context);
      unsubscribe();
    };
    const end = (failure: SubgraphUnavailable | null): void => {
      if (isOver) return;
      leave();
      listener.end(failure);
    };
    const take = (parsed: unknown): void => {
      if (isOver) return;
      const answer = checkAnswer(parsed);
      if (answer === null) end(new SubgraphFailure('malformed', this.#service));
      else listener.event({ answer, bytes: shared.messageBytes() });
    };
    shared.fails.add(end);
    unsubscribe = shared.client.subscribe(this.#payload(body, headers), {
      next: take,
      complete: () => end(null),
      error: (error) => {
        if (Array.isArray(error)) {
          take({ data: null, errors: error });
          end(null);
        } else end(this.#failure());
      },
    });
    return () => {
      if (!isOver) leave();
    };
  }

  async close(): Promise<void> {
    for (const { client } of this.#sockets.values()) disposeOf(client);
    this.#sockets.clear();
  }

  #open(context: string, headers: Readonly<Record<string, string>>): SharedSocket {
    let messageBytes = 0;
    const fails: SharedSocket['fails'] = new Set();
    const { startMs, maxEventBytes: maxPayload } = this.#limits;
    const webSocketImpl = class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { handshakeTimeout: startMs, maxPayload, perMessageDeflate: false });
        this.on('message', (data: RawData) => {
          messageBytes = Array.isArray(data) ? data.reduce((sum, part) => sum + part.length, 0) : data.byteLength;
        });
      }
    };
    const drop = (): void => {
      if (this.#sockets.get(context) === shared) this.#sockets.delete(context);
      for (const fail of fails) fail(this.#failure());
      // Nothing is subscribed to again without its client, not even after a close that looks orderly.
      disposeOf(client);
    };
    const { 'content-type': _type, accept: _accept, ...connectionParams } = headers;
    const client = createClient({
      url: this.#url,
      webSocketImpl,
      connectionParams,
      connectionAckWaitTimeout: startMs,
      retryAttempts: 0,
      on: { closed: drop, error: drop },
    });
    const shared: SharedSocket = { client, fails, messageBytes: () => messageBytes };
    this.#sockets.set(context, shared);
    return shared;
  }

  #payload(body: string, headers: Readonly<Record<string, string>>): SubscribePayload {
    const payload = JSON.parse(body) as SubscribePayload;
    const given = this.#proofs.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
    return given.length === 0 ? payload : { ...payload, extensions: Object.fromEntries(given) };
  }

  #failure(): SubgraphUnavailable {
    return new SubgraphUnavailable(explain('service-broke-off', { service: this.#service }));
  }
}

function disposeOf(client: Client): void {
  // It rejects when the socket could not be opened, which is dealt with where it happens.
  Promise.resolve(client.dispose()).catch(() => undefined);
}
