import type { Span } from '@opentelemetry/api';
import type { Cancellation } from './cancellation.js';
import type { FetchRecord } from './fetch-record.js';
import type { EntityList, FetchTemplate } from './fetch-template.js';
import type { Json, JsonObject } from './json.js';
import type { Requester } from './requester.js';

/** What all requests of one operation have in common. */
export interface OperationTerms {
  readonly requester: Requester;
  /**
   * Whether other operations may have something in common with them. Not in a mutation: what it reads must be newer than
   * what it did.
   */
  readonly mayShare: boolean;
  /** When the operation came, on the clock of `performance.now()`. */
  readonly since: number;
  /** When the operation must be done, on the clock of `performance.now()`. */
  readonly deadline: number;
  /** Null: a request is seen through whoever disconnects. */
  readonly cancellation: Cancellation | null;
}

/** A request to one subgraph, as everything between the plan and the connection sees it. */
export interface SubgraphRequest {
  readonly template: FetchTemplate;
  /** The JSON text of the members of `variables`, without the entities. */
  readonly variables: string;
  /** Empty for a fetch of root fields. */
  readonly entities: readonly EntityList[];
  readonly terms: OperationTerms;
  /** Takes what is measured; null: nothing is. */
  readonly record: FetchRecord | null;
  /** The span that the subgraph is told of; null: that of the operation, if it has one. */
  readonly span: Span | null;
  /** Sent along, so that a subgraph can tell a repetition from a second wish; only mutations have one. */
  readonly idempotencyKey: string | null;
}

/** The JSON body of a request. */
export function bodyOf({
  template,
  variables,
  entities,
}: Pick<SubgraphRequest, 'template' | 'variables' | 'entities'>): string {
  let members = '';
  for (const { variable, representations } of entities) {
    members += `${members === '' ? '' : ','}"${variable}":[${representations.join(',')}]`;
  }
  const comma = members === '' || variables === '' ? '' : ',';
  return `${template.head}{${members}${comma}${variables}}}`;
}

/** What the headers of an answer say about caching it. */
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
  /** Whether no string in it needs an escape in JSON; absent: nobody checked. */
  readonly isPlain?: boolean;
  /** Absent when the headers say nothing. */
  readonly caching?: AnswerCaching;
}

/** Gets the answer to a request. Rejects with {@link SubgraphUnavailable} when there is no usable one. */
export type AskSubgraph = (request: SubgraphRequest) => Promise<SubgraphAnswer>;
