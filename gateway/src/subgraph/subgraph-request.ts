import type { FetchSharing } from './fetch-sharing.js';
import type { Json, JsonObject } from './json.js';

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

/** A request of the executor to one subgraph. */
export interface SubgraphRequest {
  readonly template: FetchTemplate;
  /** The JSON text of the members of `variables`, without the entities. */
  readonly variables: string;
  /** Empty for a fetch of root fields. */
  readonly entities: readonly EntityList[];
}

/** The JSON body of a request. */
export function bodyOf({ template, variables, entities }: SubgraphRequest): string {
  let members = '';
  for (const { variable, representations } of entities) {
    members += `${members === '' ? '' : ','}"${variable}":[${representations.join(',')}]`;
  }
  const comma = members === '' || variables === '' ? '' : ',';
  return `${template.head}{${members}${comma}${variables}}}`;
}

/** What the headers of an answer say about keeping it. */
export interface AnswerCaching {
  readonly cacheControl: string | null;
  readonly cacheTag: string | null;
}

/**
 * A well-formed answer of a subgraph; what is in it may still be hostile. Other operations may read the same answer, so
 * nobody changes it.
 */
export interface SubgraphAnswer {
  readonly data: JsonObject | null;
  readonly errors: readonly Json[];
  /** Whether no string in it needs an escape in JSON; absent: nobody looked. */
  readonly isPlain?: boolean;
  /** Absent when the headers say nothing. */
  readonly caching?: AnswerCaching;
}

/** Sends a request. Rejects with {@link SubgraphUnavailable} when there is no usable answer. */
export type SendToSubgraph = (request: SubgraphRequest) => Promise<SubgraphAnswer>;

/** Why no usable answer came, in a word for operators. */
export type UnavailableReason =
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  | 'not_graphql'
  | 'client_disconnected'
  | 'breaker_open'
  | 'overloaded';

/** No usable answer came from a subgraph. The message is shown to clients: it holds no address and no content. */
export class SubgraphUnavailable extends Error {
  /** The code of the error at each missing field. */
  readonly code: string;
  readonly reason: UnavailableReason;
  /** Whether it is certain that the subgraph has not seen the request. */
  readonly neverSent: boolean;

  constructor(
    message: string,
    options: ErrorOptions & {
      readonly code?: string;
      readonly reason?: UnavailableReason;
      readonly neverSent?: boolean;
    } = {},
  ) {
    super(message, options);
    this.name = 'SubgraphUnavailable';
    this.code = options.code ?? 'UPSTREAM_UNAVAILABLE';
    this.reason = options.reason ?? 'unreachable';
    this.neverSent = options.neverSent ?? false;
  }
}
