import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables } from '@urql/core';
import { type ReactNode, useCallback, useEffect } from 'react';
import { useQuery } from 'urql';
import { type Answer, errorsOf } from '../data/answer.js';
import { Failed } from '../design/states/failed.js';
import { Loading } from '../design/states/loading.js';

/** An answer, or what is shown in its place. */
type Shown<Data> =
  | { readonly answer: Answer<Data> }
  /** Nothing has come yet, or nothing can come: that it loads, or why it can’t be had and what to do. */
  | { readonly answer: null; readonly gap: ReactNode; readonly hasFailed: boolean };

/**
 * Asks an operation. What is known is shown at once; what has come in part is an answer, with the errors of the rest. What could not be
 * asked for want of a connection is asked when there is one.
 */
export function useAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Shown<Data> {
  const [{ data, error, fetching, stale, operation }, ask] = useQuery({ query: document, variables });
  const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
  const requestId = String(operation?.context['requestId'] ?? '');
  const errors = errorsOf(error);
  const isCutOff = errors.some(({ code }) => code === 'OFFLINE' || code === 'UNREACHABLE');
  useEffect(() => {
    if (!isCutOff) return;
    addEventListener('online', reload);
    return () => removeEventListener('online', reload);
  }, [isCutOff, reload]);
  if (data != null) return { answer: { data, errors, requestId, stale, reload } };
  if (fetching) return { answer: null, gap: <Loading />, hasFailed: false };
  return {
    answer: null,
    gap: <Failed error={errors[0]} requestId={requestId} onRetry={reload} />,
    hasFailed: true,
  };
}
