import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables } from '@urql/core';
import { useQuery } from 'urql';
import { type AnswerError, errorsOf } from './answer.js';

/** What is known of something, or why not. */
interface Known<Data> {
  /** Null while nothing has come. */
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
}

/**
 * What seldom changes and stands on many pages: asked once in a session, and anew when all answers are forgotten. What a page is about is
 * asked by `definePage`, and by `definePart` what it shows later.
 *
 * @param variables null while it can't be asked
 */
export function useKnown<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables | null,
): Known<Data> {
  const [{ data, error }] = useQuery({
    query: document,
    variables: variables ?? ({} as Variables),
    pause: variables === null,
  });
  return { data: data ?? null, errors: errorsOf(error) };
}
