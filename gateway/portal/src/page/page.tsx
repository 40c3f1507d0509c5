import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { AnyVariables } from '@urql/core';
import { type ComponentType, useEffect } from 'react';
import type { Answer } from '../data/answer.js';
import { clients } from '../data/client.js';
import { useAnswer } from './use-answer.js';

/** What the address of a page says. */
export interface Address {
  /** The parts of the path that vary, such as the id of an opportunity. */
  readonly params: Readonly<Record<string, string>>;
  /** Filter, order and page: never a person’s name. */
  readonly search: Readonly<Record<string, string>>;
}

/** What a page’s component gets. */
export interface PageProps<Data> extends Address {
  readonly answer: Answer<Data>;
}

/** A page of the portal: one operation, and what is made of its answer. */
export interface Page {
  /** Begins the operation before the page is shown. */
  readonly start: (address: Address) => void;
  readonly Component: ComponentType<Address>;
}

interface PageSpec<Data, Variables extends AnyVariables> {
  readonly document: TypedDocumentNode<Data, Variables>;
  readonly variables?: (address: Address) => Variables;
  /** The title of the browser’s window. */
  readonly title: MessageDescriptor;
  readonly Component: ComponentType<PageProps<Data>>;
}

/**
 * Makes a page of its operation. While nothing has come, the page says so; when nothing can come, it says why and what to do; what has
 * come in part is shown, and each section says what it lacks.
 */
export function definePage<Data, Variables extends AnyVariables>(spec: PageSpec<Data, Variables>): Page {
  const variablesOf = (address: Address) => spec.variables?.(address) ?? ({} as Variables);
  return {
    start: (address) => {
      void clients.current().query(spec.document, variablesOf(address)).toPromise();
    },
    Component: function PageOfOperation(address: Address) {
      const title = useWindowTitle(spec.title);
      const shown = useAnswer(spec.document, variablesOf(address));
      if (shown.answer !== null) return <spec.Component {...address} answer={shown.answer} />;
      if (!shown.hasFailed) return shown.gap;
      return (
        <div className="grid gap-4">
          <h1>{title}</h1>
          {shown.gap}
        </div>
      );
    },
  };
}

/** Makes a page that asks for nothing. */
export function defineStaticPage(title: MessageDescriptor, Content: ComponentType<Address>): Page {
  return {
    start: () => {},
    Component: function StaticPage(address: Address) {
      useWindowTitle(title);
      return <Content {...address} />;
    },
  };
}

/** Names the window, and says the name in the reader’s language. */
function useWindowTitle(title: MessageDescriptor): string {
  const { i18n } = useLingui();
  const text = i18n._(title);
  useEffect(() => {
    document.title = `${text} · Birlik`;
  }, [text]);
  return text;
}
