import { PlainObjectMap } from '../collections/plain-object-map.js';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';
import { SubgraphFailure } from '../subgraph/subgraph-failure.js';
import type { Transport } from '../transport/transport.js';
import { BatchedRequest } from './batched-request.js';
import type { FetchSharing } from '../subgraph/fetch-sharing.js';
import type { InFlightRequest } from '../subgraph/in-flight-request.js';
import { mergeRequests, splitAnswer } from './merge-requests.js';

export interface BatcherParts {
  readonly transport: Pick<Transport, 'dispatch'>;
  readonly waitMs: number;
  readonly maxEntities: number;
}

interface Queue {
  readonly key: string;
  waiting: InFlightRequest[];
  running: number;
  isDue: boolean;
  timer: NodeJS.Timeout | null;
}

/** How long a fetch is not batched after a batch of it could not be split. */
const REST_MS = 5_000;

/**
 * Sends requests for entities that ask the same of different entities as one. Those of one turn of the event loop go
 * together; while a request of their kind is running, newcomers wait for its answer, though not long.
 *
 * When the answer to a batch cannot be split, each request is sent once on its own, and this fetch is not batched for a
 * while. So a subgraph never gets more requests than without batches, but for one in that while.
 */
export class Batcher {
  readonly #parts: BatcherParts;
  readonly #queues = new PlainObjectMap<Queue>();
  readonly #resting = new WeakMap<FetchSharing, number>();
  #due: Queue[] = [];

  constructor(parts: BatcherParts) {
    this.#parts = parts;
  }

  /** Sends a request with others of the same key. */
  enqueue(inFlight: InFlightRequest, key: string, sharing: FetchSharing): void {
    if ((this.#resting.get(sharing) ?? 0) > performance.now()) {
      this.#parts.transport.dispatch(inFlight);
      return;
    }
    let queue = this.#queues.get(key);
    if (queue === undefined) {
      queue = { key, waiting: [], running: 0, isDue: false, timer: null };
      this.#queues.set(key, queue);
    }
    queue.waiting.push(inFlight);
    if (queue.running === 0 || this.#parts.waitMs === 0) this.#schedule(queue);
    else if (!queue.isDue) queue.timer ??= setTimeout(() => this.#flush(queue), this.#parts.waitMs);
  }

  #schedule(queue: Queue): void {
    if (queue.isDue) return;
    queue.isDue = true;
    if (this.#due.push(queue) === 1) setImmediate(() => this.#flushDue());
  }

  #flushDue(): void {
    const due = this.#due;
    this.#due = [];
    for (const queue of due) this.#flush(queue);
  }

  #flush(queue: Queue): void {
    const batch = queue.waiting.filter((inFlight) => inFlight.isOpen);
    queue.waiting = [];
    queue.isDue = false;
    if (queue.timer !== null) clearTimeout(queue.timer);
    queue.timer = null;
    for (const chunk of this.#chunks(batch)) {
      queue.running++;
      const [first, second, ...rest] = chunk;
      if (second !== undefined) void this.#dispatchBatch([first, second, ...rest]).then(() => this.#done(queue));
      else {
        first.whenOver(() => this.#done(queue));
        this.#parts.transport.dispatch(first);
      }
    }
    this.#dropIdle(queue);
  }

  #done(queue: Queue): void {
    queue.running--;
    if (queue.waiting.length > 0) this.#schedule(queue);
    else this.#dropIdle(queue);
  }

  #dropIdle(queue: Queue): void {
    if (queue.running === 0 && queue.waiting.length === 0 && !queue.isDue) this.#queues.delete(queue.key);
  }

  #chunks(batch: readonly InFlightRequest[]): [InFlightRequest, ...InFlightRequest[]][] {
    const chunks: [InFlightRequest, ...InFlightRequest[]][] = [];
    let seen = new Set<string>();
    for (const inFlight of batch) {
      const chunk = chunks.at(-1);
      const texts = entityTexts(inFlight.request);
      const added = texts.filter((text) => !seen.has(text));
      if (chunk === undefined || seen.size + added.length > this.#parts.maxEntities) {
        chunks.push([inFlight]);
        seen = new Set(texts);
      } else {
        chunk.push(inFlight);
        for (const text of added) seen.add(text);
      }
    }
    return chunks;
  }

  async #dispatchBatch(batch: readonly [InFlightRequest, InFlightRequest, ...InFlightRequest[]]): Promise<void> {
    const { transport } = this.#parts;
    const [first, second, ...rest] = batch;
    for (const { request } of batch) if (request.record !== null) request.record.shared = 'batched';
    let answers: SubgraphAnswer[] | null;
    try {
      const merged = mergeRequests([first.request, second.request, ...rest.map(({ request }) => request)]);
      const batched = new BatchedRequest(merged.request, batch);
      transport.dispatch(batched);
      answers = splitAnswer(await batched.answer, merged);
    } catch (error) {
      if (!isUnusable(error)) {
        for (const inFlight of batch) inFlight.fail(error);
        return;
      }
      answers = null;
    }
    const { sharing } = first.request.template;
    if (answers === null && sharing !== null) this.#resting.set(sharing, performance.now() + REST_MS);
    batch.forEach((inFlight, index) => {
      const answer = answers?.[index];
      if (answer !== undefined) inFlight.settle(answer);
      else if (inFlight.isOpen) transport.dispatch(inFlight);
    });
  }
}

/** The entities of a request; equal ones of different lists are told apart. */
function entityTexts({ entities }: SubgraphRequest): string[] {
  if (entities.length === 1) return [...(entities[0]?.representations ?? [])];
  return entities.flatMap(({ alias, representations }) => representations.map((text) => `${alias} ${text}`));
}

/** The subgraph answered, and the answer cannot be used: it is no GraphQL or too large. */
function isUnusable(error: unknown): boolean {
  return error instanceof SubgraphFailure && (error.kind === 'malformed' || error.kind === 'oversized');
}
