import { isJsonObject, readOwn, type Json } from '../subgraph/json.js';
import type { SubgraphAnswer } from '../subgraph/subgraph-request.js';

const NO_ERRORS: readonly Json[] = [];

/**
 * Takes a text for the answer of a subgraph, whatever the status that it came with: refusals with coded errors are answers
 * as well. Null when it is something else.
 */
export function readAnswer(text: string): SubgraphAnswer | null {
  try {
    // Without a backslash in the text no string has quotes, backslashes, control characters or half a surrogate.
    return checkAnswer(JSON.parse(text), !text.includes('\\'));
  } catch {
    return null;
  }
}

/**
 * A parsed answer; null when it is none of GraphQL.
 *
 * @param isPlain whether it is known that no string in it needs an escape
 */
export function checkAnswer(answer: unknown, isPlain = false): SubgraphAnswer | null {
  if (!isJsonObject(answer)) return null;
  const data = readOwn(answer, 'data') ?? null;
  const errors = readOwn(answer, 'errors') ?? NO_ERRORS;
  if ((data !== null && !isJsonObject(data)) || !Array.isArray(errors)) return null;
  if (data === null && errors.length === 0) return null;
  return { data, errors: errors as readonly Json[], isPlain };
}
