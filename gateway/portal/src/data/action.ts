import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { AnyVariables } from '@urql/core';
import { useState } from 'react';
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

/** Runs a mutation. Resolves to its data, or to null when nothing was done: the state says why. */
type RunAction<Data, Variables> = (variables: Variables) => Promise<Data | null>;

/**
 * A mutation for a component. A problem that the result names (`… on Problem { code message }`) and an error of the request end alike:
 * as a coded problem in the reader’s language.
 */
export function useAction<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): readonly [RunAction<Data, Variables>, ActionState, clear: () => void] {
  const client = useClient();
  const [state, setState] = useState<ActionState>(idle);
  const run: RunAction<Data, Variables> = async (variables) => {
    setState({ ...idle, running: true });
    const result = await client.mutation(document, variables).toPromise();
    const problem = errorsOf(result.error)[0] ?? problemOf(result.data);
    setState({ running: false, problem, requestId: String(result.operation.context['requestId'] ?? '') });
    return problem === null ? (result.data ?? null) : null;
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
