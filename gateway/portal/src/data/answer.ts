import type { CombinedError } from '@urql/core';

/** An error of an answer, as the gateway tells it. */
export interface AnswerError {
  readonly code: string;
  /** In the reader’s language, safe to show. */
  readonly message: string;
  /** The member that the error is about, by the name of its part of the graph; null for none. */
  readonly service: string | null;
  /** Empty when the whole answer is concerned. */
  readonly path: readonly (string | number)[];
}

/** What came back for a page’s operation. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly AnswerError[];
  /** Under which the gateway notes the request. */
  readonly requestId: string;
  /** Whether a newer answer is on its way. */
  readonly stale: boolean;
  /** Asks anew, past the cache. */
  readonly reload: () => void;
}

/** The errors of an answer, as codes and places. */
export function errorsOf(error: CombinedError | undefined): readonly AnswerError[] {
  if (error === undefined) return [];
  if (error.networkError !== undefined && error.graphQLErrors.length === 0)
    return [{ code: navigator.onLine ? 'UNREACHABLE' : 'OFFLINE', message: '', service: null, path: [] }];
  return error.graphQLErrors.map(({ message, path, extensions }) => ({
    code: typeof extensions['code'] === 'string' ? extensions['code'] : 'INTERNAL_SERVER_ERROR',
    message,
    service: typeof extensions['service'] === 'string' ? extensions['service'] : null,
    path: path ?? [],
  }));
}

/** Why a part of a page holds nothing, or what it holds. The first three never look alike. */
export type Section<Value> =
  | { readonly kind: 'data'; readonly value: Value }
  /** The person has not opened it to the viewer. */
  | { readonly kind: 'withheld'; readonly category: string; readonly owner: string; readonly reason: string }
  /** The member does not answer. */
  | { readonly kind: 'down'; readonly error: AnswerError }
  | { readonly kind: 'empty' };

interface WithheldPart {
  readonly category: string;
  readonly owner: string;
  readonly reason: string;
}

/**
 * Tells the kinds of a part of a page apart, which a null alone cannot: by what is withheld and by the errors of the answer.
 *
 * @param answer what came back
 * @param path the response keys down to the part, such as `me`, `enrolments`
 * @param withheld what the person’s `withheld` says, when the part is a category of theirs
 */
export function sectionOf<Value>(
  answer: Pick<Answer<unknown>, 'data' | 'errors'>,
  path: readonly (string | number)[],
  withheld?: { readonly category: string; readonly parts: readonly WithheldPart[] | null | undefined },
): Section<NonNullable<Value>> {
  let value: unknown = answer.data;
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key];
  if (value != null && !isEmpty(value)) return { kind: 'data', value: value as NonNullable<Value> };
  const error = answer.errors.find(({ path: place }) => place.every((key, index) => key === path[index]));
  if (value == null && error !== undefined) return { kind: 'down', error };
  const part = withheld?.parts?.find(({ category }) => category === withheld.category);
  if (part !== undefined) return { kind: 'withheld', category: part.category, owner: part.owner, reason: part.reason };
  return { kind: 'empty' };
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  const { nodes } = value as { nodes?: unknown };
  return Array.isArray(nodes) && nodes.length === 0;
}
