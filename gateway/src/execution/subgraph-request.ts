import type { Json, JsonObject } from './json.js';

/** What all requests of one fetch of a plan have in common. */
export interface FetchTemplate {
  readonly service: string;
  /** Only queries may be sent again when a connection breaks. */
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The GraphQL document for the subgraph. */
  readonly operation: string;
  /** The JSON text of the body up to the value of `variables`. */
  readonly head: string;
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
