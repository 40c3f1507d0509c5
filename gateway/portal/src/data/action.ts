import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables } from '@urql/core';
import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { type AnswerError, errorsOf } from './answer.js';

/** What a result of the graph says when nothing was done. */
interface ProblemResult {
  readonly code: string;
  readonly message: string;
}

/** Where an action stands. */
export interface ActionState {
  readonly running: boolean;
  /** Why nothing was done; null when nothing is wrong. */
  readonly problem: AnswerError | null;
  readonly requestId: string;
}

/** What came of a mutation: data, or a problem. */
interface Attempt<Data> {
  readonly data: Data | null;
  readonly problem: AnswerError | null;
  readonly requestId: string;
}

/** A mutation whose problems are not simply shown, such as one that is tried again when there is a connection. */
export function useAttempt<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): (variables: Variables) => Promise<Attempt<Data>> {
  const client = useClient();
  return useCallback(
    async (variables) => {
      const { data, error, operation } = await client.mutation(document, variables).toPromise();
      const problem = errorsOf(error)[0] ?? problemOf(data);
      const requestId = String(operation.context['requestId'] ?? '');
      return { data: problem === null ? (data ?? null) : null, problem, requestId };
    },
    [client, document],
  );
}

/** Runs a mutation. Resolves to its data, or to null when nothing was done: the state says why. */
type RunAction<Data, Variables> = (variables: Variables) => Promise<Data | null>;

/**
 * A mutation for a component. A problem that the result names (`… on Problem { code message }`) and an error of the request end alike:
 * as a coded problem in the reader’s language.
 */
export function useAction<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): readonly [RunAction<Data, Variables>, ActionState, clear: () => void] {
  const attempt = useAttempt(document);
  const [state, setState] = useState<ActionState>(idle);
  const run: RunAction<Data, Variables> = async (variables) => {
    setState({ ...idle, running: true });
    const { data, problem, requestId } = await attempt(variables);
    setState({ running: false, problem, requestId });
    return data;
  };
  return [run, state, () => setState(idle)];
}

const idle: ActionState = { running: false, problem: null, requestId: '' };

function problemOf(data: unknown): AnswerError | null {
  for (const result of Object.values(data ?? {})) {
    if (isProblem(result)) return { code: result.code, message: result.message, service: null, path: [] };
  }
  return null;
}

function isProblem(value: unknown): value is ProblemResult {
  const { __typename: type } = (value ?? {}) as { __typename?: unknown };
  return typeof type === 'string' && type.endsWith('Problem');
}
