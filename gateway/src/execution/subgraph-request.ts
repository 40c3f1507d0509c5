import type { Json, JsonObject } from './json.js';

/** A request of the executor to one subgraph. */
export interface SubgraphRequest {
  readonly service: string;
  /** The JSON body. */
  readonly body: string;
  /** Only queries may be sent again when a connection breaks. */
  readonly kind: 'query' | 'mutation';
}

/** A well-formed answer of a subgraph; what is in it may still be hostile. */
export interface SubgraphAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly Json[];
}

/** Sends a request. Rejects with {@link SubgraphUnavailable} when there is no usable answer. */
export type SendToSubgraph = (request: SubgraphRequest) => Promise<SubgraphAnswer>;

/** No usable answer came from a subgraph. The message is shown to clients: it holds no address and no content. */
export class SubgraphUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SubgraphUnavailable';
  }
}
