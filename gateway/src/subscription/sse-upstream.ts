import type { Message } from '@birlik/messages/message';
import { Pool, type Dispatcher } from 'undici';
import { GatheredBytes } from '../collections/gathered-bytes.js';
import { SubgraphUnavailable } from '../subgraph/subgraph-unavailable.js';
import { bodyOf, type SubgraphRequest } from '../subgraph/subgraph-request.js';
import type { EchoOf } from '../transport/attempts.js';
import { attemptHeaders } from '../transport/attempt-headers.js';
import { ECHO_HEADER } from '../transport/http-client.js';
import { readAnswer } from '../transport/read-answer.js';
import { SubgraphFailure } from '../subgraph/subgraph-failure.js';
import { EventStreamParser, EventTooLarge } from './event-stream-parser.js';
import type { Upstream, UpstreamLimits, UpstreamListener } from './upstream.js';
import { explain } from '../errors/messages.js';

const CONNECT_TIMEOUT_MS = 2_000;

/** Subscribes to a subgraph by GraphQL over server-sent events, each subscription with a request of its own. */
export class SseUpstream implements Upstream {
  readonly #service: string;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #limits: UpstreamLimits;
  readonly #echoOf: EchoOf;

  constructor(service: string, url: string, limits: UpstreamLimits, echoOf: EchoOf) {
    const { origin, pathname, search } = new URL(url);
    this.#service = service;
    this.#path = pathname + search;
    this.#limits = limits;
    this.#echoOf = echoOf;
    // Streams hold their connections, so the pool has as many as there are streams. They may be silent for long.
    this.#pool = new Pool(origin, {
      connections: null,
      pipelining: 1,
      headersTimeout: limits.startMs,
      bodyTimeout: 0,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  subscribe(request: SubgraphRequest, listener: UpstreamListener): () => void {
    const exchange = new SseExchange(this.#service, this.#limits, listener);
    // A pool may report a failure at once; the listener must not hear of it before this function has returned.
    queueMicrotask(() => {
      if (exchange.isOver) return;
      const body = bodyOf(request);
      const headers = { ...attemptHeaders(request, body), accept: 'text/event-stream' };
      exchange.echo = this.#echoOf(headers);
      this.#pool.dispatch({ path: this.#path, method: 'POST', headers, body }, exchange);
    });
    return () => exchange.leave();
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

/** One subscription: a stream of events, or a refusal in JSON. */
class SseExchange implements Dispatcher.DispatchHandler {
  readonly #service: string;
  readonly #limits: UpstreamLimits;
  readonly #listener: UpstreamListener;
  #controller: Dispatcher.DispatchController | undefined;
  /** Null: what comes is not a stream. */
  #parser: EventStreamParser | null = null;
  readonly #refusal: GatheredBytes;
  #refusalTimer: NodeJS.Timeout | undefined;
  /** What the answer must repeat; null: nothing. */
  echo: string | null = null;
  isOver = false;

  constructor(service: string, limits: UpstreamLimits, listener: UpstreamListener) {
    this.#service = service;
    this.#limits = limits;
    this.#listener = listener;
    this.#refusal = new GatheredBytes(limits.maxEventBytes);
  }

  leave(): void {
    if (this.isOver) return;
    this.isOver = true;
    clearTimeout(this.#refusalTimer);
    this.#controller?.abort(new SubgraphUnavailable(explain('nobody-listens')));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.isOver) controller.abort(new SubgraphUnavailable(explain('nobody-listens')));
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (this.echo !== null && headers[ECHO_HEADER] !== this.echo) {
      this.#end(new SubgraphFailure('mismatched', this.#service));
      return;
    }
    const type = String(headers['content-type'] ?? '');
    if (status === 200 && /^text\/event-stream(?:;|$)/i.test(type.trim())) {
      this.#parser = new EventStreamParser(this.#limits.maxEventBytes, ({ type, data, bytes }) => {
        if (this.isOver) return;
        if (type === 'complete') this.#end(null);
        else if (type === 'next') this.#take(data, bytes);
        else this.#fail(explain('service-no-graphql', this.#told));
      });
    } else {
      this.#refusalTimer = setTimeout(() => this.#fail(explain('service-late', this.#told)), this.#limits.startMs);
    }
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.isOver) return;
    if (this.#parser === null) {
      if (this.#refusal.add(chunk) !== null) this.#fail(explain('service-oversized', this.#told));
      return;
    }
    try {
      this.#parser.push(chunk);
    } catch (error) {
      if (!(error instanceof EventTooLarge)) throw error;
      this.#fail(explain('service-event-oversized', this.#told));
    }
  }

  onResponseEnd(): void {
    if (this.isOver) return;
    if (this.#parser !== null) return this.#fail(explain('service-broke-off', this.#told));
    const { size } = this.#refusal;
    this.#take(this.#refusal.take().toString('utf8'), size);
    this.#end(null);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const key = this.#parser === null ? 'service-unreachable' : 'service-broke-off';
    this.#fail(explain(key, this.#told), error);
  }

  #take(text: string, bytes: number): void {
    const answer = readAnswer(text);
    if (answer === null) this.#end(new SubgraphFailure('malformed', this.#service));
    else this.#listener.event({ answer, bytes });
  }

  get #told(): { readonly service: string } {
    return { service: this.#service };
  }

  #fail(explanation: Message, cause?: Error): void {
    this.#end(new SubgraphUnavailable(explanation, { cause }));
  }

  #end(failure: SubgraphUnavailable | null): void {
    if (this.isOver) return;
    this.leave();
    this.#listener.end(failure);
  }
}
