import { isJsonObject, readOwn, type Json } from '../execution/json.js';
import type { SubgraphAnswer } from '../execution/subgraph-request.js';

const NO_ERRORS: readonly Json[] = [];

/**
 * Takes a text for the answer of a subgraph, whatever the status that it came with: refusals with coded errors are answers
 * as well. Null when it is something else.
 */
export function readAnswer(text: string): SubgraphAnswer | null {
  try {
    return checkAnswer(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A parsed answer; null when it is none of GraphQL. */
export function checkAnswer(answer: unknown): SubgraphAnswer | null {
  if (!isJsonObject(answer)) return null;
  const data = readOwn(answer, 'data') ?? null;
  const errors = readOwn(answer, 'errors') ?? NO_ERRORS;
  if ((data !== null && !isJsonObject(data)) || !Array.isArray(errors)) return null;
  if (data === null && errors.length === 0) return null;
  return { data, errors: errors as readonly Json[] };
}
