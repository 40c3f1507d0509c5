import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables } from '@urql/core';
import { useQuery } from 'urql';
import { type AnswerError, errorsOf } from './answer.js';

/** What a part of a page has heard. */
interface PartState<Data> {
  /** Null while nothing has come. */
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
}

/**
 * What stands on many pages and is asked once, beside the operation of each: from the cache when it is known. A page asks for what it
 * shows by `definePage`.
 *
 * @param variables null while what is asked is not known
 */
export function usePart<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
): PartState<Data> {
  const [{ data, error }] = useQuery({
    query: document,
    variables: variables ?? ({} as Variables),
    pause: variables === null,
  });
  return { data: data ?? null, errors: errorsOf(error) };
}
