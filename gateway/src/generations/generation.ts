import type { Operations } from '../operation/operations.js';
import type { Subscriptions } from '../subscription/subscriptions.js';
import type { EndpointStatus } from '../transport/subgraph-endpoint.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import type { OperationOutcome, OperationRequest } from '../operation/operation-request.js';

/** What is made from one supergraph. */
export interface GenerationParts {
  readonly supergraph: Supergraph;
  readonly operations: Operations;
  readonly subscriptions: Subscriptions;
  /** The addresses of the subgraphs by name. */
  readonly urls: ReadonlyMap<string, string>;
  /** What the way to each subgraph is doing, by name. */
  status(): ReadonlyMap<string, EndpointStatus>;
  /** Drops all connections. */
  close(): Promise<void>;
}

/**
 * One supergraph with all that is made from it: prepared operations, plans and connections. Nothing of it is shared with
 * another generation, so it is freed as a whole. It counts what runs on it and closes when it is retired and idle.
 */
export class Generation {
  readonly hash: string;
  readonly supergraph: Supergraph;
  readonly operations: Operations;
  readonly subscriptions: Subscriptions;
  readonly urls: ReadonlyMap<string, string>;
  readonly status: GenerationParts['status'];
  readonly #dropConnections: () => Promise<void>;
  readonly #closed = Promise.withResolvers<void>();
  #running = 0;
  #state: 'serving' | 'retired' | 'closed' = 'serving';
  #deadline: NodeJS.Timeout | undefined;

  constructor(hash: string, parts: GenerationParts) {
    this.hash = hash;
    this.supergraph = parts.supergraph;
    this.operations = parts.operations;
    this.subscriptions = parts.subscriptions;
    this.urls = parts.urls;
    this.status = parts.status;
    this.#dropConnections = () => parts.close();
    // Whoever waits for it is told; a failure that nobody waits for must not end the process.
    this.#closed.promise.catch(() => undefined);
  }

  /** Resolves when all connections are dropped. */
  get closed(): Promise<void> {
    return this.#closed.promise;
  }

  /** How many operations run, those that hold the generation included. */
  get running(): number {
    return this.#running;
  }

  /** Runs one operation, to its end on this generation. */
  async run(request: OperationRequest): Promise<OperationOutcome> {
    this.#running++;
    try {
      return await this.operations.run(request);
    } finally {
      this.#leave();
    }
  }

  /** Says how this generation would run an operation. */
  explain(request: OperationRequest): Promise<OperationOutcome> {
    return this.operations.explain(request);
  }

  kindOf(request: OperationRequest): ReturnType<Operations['kindOf']> {
    return this.operations.kindOf(request);
  }

  /** Keeps the generation open for what outlives a call of {@link run}. The answer ends it and must be called once. */
  hold(): () => void {
    this.#running++;
    return () => this.#leave();
  }

  /** Closes as soon as nothing runs, or when the time is over. Subscriptions have a longer time of their own. */
  retire(drainMs: number): void {
    if (this.#state !== 'serving') return;
    this.#state = 'retired';
    const ended = this.subscriptions.retire();
    void ended.then(this.hold());
    this.#deadline = setTimeout(() => void ended.then(() => this.close()), drainMs).unref();
  }

  /** Drops all connections at once. What still runs fails as if its subgraphs were gone. */
  close(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    clearTimeout(this.#deadline);
    this.#dropConnections().then(this.#closed.resolve, this.#closed.reject);
  }

  #leave(): void {
    this.#running--;
    if (this.#running === 0 && this.#state === 'retired') this.close();
  }
}
