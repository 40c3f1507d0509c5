import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables } from '@urql/core';
import { type ComponentType, useCallback } from 'react';
import { useQuery } from 'urql';
import { type Answer, errorsOf } from '../data/answer.js';
import { Failed } from '../design/states/failed.js';
import { Loading } from '../design/states/loading.js';

interface PartSpec<Data, Variables extends AnyVariables, Props> {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables: (props: Props) => Variables;
  readonly Component: ComponentType<Props & { readonly answer: Answer<Data> }>;
}

/**
 * Makes a part of a page that asks for itself once it is shown, such as a preview of what somebody is about to do. What a page always
 * shows belongs into the page’s own operation.
 */
export function definePart<Data, Variables extends AnyVariables, Props extends object>(
  spec: PartSpec<Data, Variables, Props>,
): ComponentType<Props> {
  return function PartOfPage(props: Props) {
    const [{ data, error, fetching, stale, operation }, ask] = useQuery({
      query: spec.document,
      variables: spec.variables(props),
    });
    const reload = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);
    const requestId = String(operation?.context['requestId'] ?? '');
    if (data == null && fetching) return <Loading />;
    const errors = errorsOf(error);
    if (data == null) return <Failed error={errors[0]} requestId={requestId} onRetry={reload} />;
    return <spec.Component {...props} answer={{ data, errors, requestId, stale, reload }} />;
  };
}
