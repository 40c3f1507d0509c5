import type { FetchSharing } from './fetch-sharing.js';

export type OperationKind = 'query' | 'mutation' | 'subscription';

/** What all requests of one fetch of a plan have in common. */
export interface FetchTemplate {
  readonly service: string;
  /** Only queries may be sent again when a connection breaks. */
  readonly kind: OperationKind;
  /** The GraphQL document for the subgraph. */
  readonly operation: string;
  /** The JSON text of the body up to the value of `variables`. */
  readonly head: string;
  /** The JSON text of what the subgraph is told that the operation reads of its entities; null: it takes no note of reads. */
  readonly reads: string | null;
  /** What other operations may have in common with it; null: nothing, each request of it is its own. */
  readonly sharing: FetchSharing | null;
}

/** The distinct entities of one `_entities` field. */
export interface EntityList {
  /** The key of the field in the answer. */
  readonly alias: string;
  readonly variable: string;
  /** JSON texts. */
  readonly representations: readonly string[];
}
