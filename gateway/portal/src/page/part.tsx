import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables } from '@urql/core';
import type { ComponentType } from 'react';
import type { Answer } from '../data/answer.js';
import { useAnswer } from './use-answer.js';

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
    const shown = useAnswer(spec.document, spec.variables(props));
    return shown.answer === null ? shown.gap : <spec.Component {...props} answer={shown.answer} />;
  };
}
