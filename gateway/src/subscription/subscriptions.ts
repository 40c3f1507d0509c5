import { RequestError } from '../errors/request-error.js';
import type { Logger } from '../telemetry/logger.js';
import type { GatewayMetrics } from '../telemetry/metrics.js';
import { bodyOf, type SubgraphRequest } from '../subgraph/subgraph-request.js';
import type { ResultSink, ResultStream } from './result-stream.js';
import { RunningSubscription, type AnswerEvent } from './running-subscription.js';
import { SharedUpstreams } from './shared-upstreams.js';
import type { SubscriptionsConfig } from './subscription-config.js';
import type { Upstream } from './upstream.js';
import { ownError, type ClientError, type OwnError } from '../errors/client-error.js';
import { explain } from '../errors/messages.js';

export interface SubscriptionsParts {
  /** By name of the subgraph. */
  readonly upstreams: ReadonlyMap<string, Upstream>;
  /** Whether clients may share what a subgraph sends, as far as that is for the operator to say. */
  readonly mayShare: (service: string) => boolean;
  readonly config: SubscriptionsConfig;
  readonly logger: Logger;
  readonly metrics: Pick<GatewayMetrics, 'subscriptionOpened' | 'subscriptionClosed'>;
}

/** One subscription that is allowed. */
export interface SubscriptionRequest {
  /** What subscribes. */
  readonly request: SubgraphRequest;
  /** The name of the client's operation and the id of its request, for the log. */
  readonly operation: string | null;
  readonly requestId: string;
  /** When the viewer's token ends, on the clock of `Date.now()`; null: never. */
  readonly expires: number | null;
  readonly answer: AnswerEvent;
}

const EXPIRED = ownError('SUBSCRIPTION_EXPIRED', explain('subscription-expired'));
const TOKEN_EXPIRED = ownError('UNAUTHENTICATED', explain('token-expired-subscribe'));
const STOPPING = ownError('SHUTTING_DOWN', explain('stopping'));
const RELOADED = ownError('SUPERGRAPH_RELOADED', explain('graph-changed'));

/** All running subscriptions of one supergraph. */
export class Subscriptions {
  readonly #parts: SubscriptionsParts;
  readonly #shared = new SharedUpstreams();
  readonly #running = new Set<RunningSubscription>();
  readonly #whenEmpty: (() => void)[] = [];
  /** Why nothing more is taken. */
  #refusal: OwnError | null = null;

  constructor(parts: SubscriptionsParts) {
    this.#parts = parts;
  }

  /** How many run. */
  get size(): number {
    return this.#running.size;
  }

  /** Makes a subscription ready to start. Throws {@link RequestError} when there is no room for it. */
  open(request: SubscriptionRequest): ResultStream {
    if (this.#refusal !== null) {
      throw new RequestError(this.#refusal.extensions.code, this.#refusal.message);
    }
    const { upstreams, config } = this.#parts;
    const { service } = request.request.template;
    if (this.#running.size >= config.max) {
      throw new RequestError('SUBSCRIPTION_LIMIT_EXCEEDED', explain('subscriptions-full'));
    }
    const upstream = upstreams.get(service);
    if (upstream === undefined) throw new Error(`The service "${service}" has no address.`);
    return { start: (sink) => this.#start(request, upstream, sink) };
  }

  /**
   * Ends all that run, evenly over a time, and settles when none is left.
   *
   * @param error tells clients why; null: they are told that it is complete
   */
  async endAll(error: ClientError | null, spreadMs = 0): Promise<void> {
    const running = [...this.#running];
    running.forEach((subscription, index) => {
      if (spreadMs === 0) subscription.end(error);
      else setTimeout(() => subscription.end(error), (spreadMs * index) / running.length).unref();
    });
    await this.#empty();
  }

  /**
   * To be called when another supergraph has taken over: what runs goes on for the configured time, then ends with
   * `SUPERGRAPH_RELOADED`. Settles when none is left and the connections to subgraphs are closed.
   */
  async retire(): Promise<void> {
    const { reloadDrainMs, reloadSpreadMs } = this.#parts.config;
    const drained = Promise.withResolvers<void>();
    const timer = setTimeout(drained.resolve, reloadDrainMs).unref();
    await Promise.race([drained.promise, this.#empty()]);
    clearTimeout(timer);
    this.#refusal ??= RELOADED;
    await this.endAll(RELOADED, reloadSpreadMs);
    await this.#closeUpstreams();
  }

  /** Ends all that run as complete, takes no more and closes the connections to subgraphs. */
  async close(): Promise<void> {
    this.#refusal = STOPPING;
    await this.endAll(null);
    await this.#closeUpstreams();
  }

  async #closeUpstreams(): Promise<void> {
    await Promise.all([...this.#parts.upstreams.values()].map((upstream) => upstream.close()));
  }

  #empty(): Promise<void> {
    if (this.#running.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#whenEmpty.push(resolve));
  }

  #start(subscription: SubscriptionRequest, upstream: Upstream, sink: ResultSink): () => void {
    const { config, logger, metrics, mayShare } = this.#parts;
    const { request, answer, operation, requestId, expires } = subscription;
    const { template, terms } = request;
    const started = performance.now();
    const running = new RunningSubscription({
      answer,
      sink,
      maxEvents: config.queuedEvents,
      maxBytes: config.queuedBytes,
      onEnd: ({ events, code, cause }) => {
        clearTimeout(timer);
        leave();
        this.#running.delete(running);
        metrics.subscriptionClosed();
        if (this.#running.size === 0) for (const resolve of this.#whenEmpty.splice(0)) resolve();
        const line = { request: requestId, operation, events, ms: Math.round(performance.now() - started), code };
        if (cause === undefined) logger.info(line, 'subscription');
        else logger.error({ ...line, err: cause }, 'subscription failed');
      },
    });
    this.#running.add(running);
    metrics.subscriptionOpened();
    const tokenMs = expires === null ? Number.POSITIVE_INFINITY : Math.max(expires - Date.now(), 0);
    const [lifetimeMs, end] =
      tokenMs < config.maxLifetimeMs ? [tokenMs, TOKEN_EXPIRED] : [config.maxLifetimeMs, EXPIRED];
    const timer = setTimeout(() => running.end(end), lifetimeMs).unref();
    const isShared = template.sharing !== null && mayShare(template.service);
    const key = isShared ? JSON.stringify([template.service, bodyOf(request), terms.requester.context]) : null;
    const listener = {
      event: running.event.bind(running),
      end: running.upstreamEnd.bind(running),
    };
    const leave = this.#shared.subscribe(key, listener, (shared) => upstream.subscribe(request, shared));
    return () => running.stop();
  }
}
