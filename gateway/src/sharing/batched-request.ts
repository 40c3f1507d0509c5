import type {
  Abandonment,
  InFlightRequest,
  PendingRequest,
  RequestSender,
  RequestStage,
} from '../subgraph/in-flight-request.js';
import type { SubgraphAnswer, SubgraphRequest } from '../subgraph/subgraph-request.js';

/** One request in place of several in-flight requests. It goes on as long as somebody waits for any of them. */
export class BatchedRequest implements PendingRequest, RequestSender {
  readonly request: SubgraphRequest;
  /** Rejects with {@link SubgraphUnavailable} when no usable answer comes. */
  readonly answer: Promise<SubgraphAnswer>;
  sender: RequestSender | null = null;
  readonly #members: readonly InFlightRequest[];
  readonly #resolve: (answer: SubgraphAnswer) => void;
  readonly #reject: (error: unknown) => void;

  constructor(request: SubgraphRequest, members: readonly InFlightRequest[]) {
    const { promise, resolve, reject } = Promise.withResolvers<SubgraphAnswer>();
    this.request = request;
    this.answer = promise;
    this.#members = members;
    this.#resolve = resolve;
    this.#reject = reject;
    for (const member of members) member.sender = this;
  }

  get isOpen(): boolean {
    return this.#members.some(({ isOpen }) => isOpen);
  }

  get until(): number {
    return Math.min(...this.#members.map(({ until }) => until));
  }

  set stage(stage: RequestStage) {
    for (const member of this.#members) member.stage = stage;
  }

  check(now: number): void {
    for (const member of this.#members) member.check(now);
  }

  abandoned(why: Abandonment): void {
    if (!this.isOpen) this.sender?.abandoned(why);
  }

  settle(answer: SubgraphAnswer): void {
    this.#resolve(answer);
  }

  fail(error: unknown): void {
    this.#reject(error);
  }
}
