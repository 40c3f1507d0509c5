import type { OperationDefinitionNode } from 'graphql';
import { compileFastProjection, type FastProject } from './fast-projection.js';
import type { Run } from './fetch.js';
import { compileProjection, type IntrospectionTexts, type Projected } from './projection.js';
import type { ProjectionContext } from './response-fields.js';

/** Writes the answer of a run that is done. */
export type WriteAnswer = (run: Run, introspection: IntrospectionTexts) => Projected;

const NO_ERRORS: readonly never[] = [];

/**
 * Compiles how an operation's answers are written: by generated code when nothing failed, otherwise exactly. The code is
 * made when the operation comes again, since most that come once never do.
 */
export function compileAnswer(operation: OperationDefinitionNode, context: ProjectionContext): WriteAnswer {
  const exact = compileProjection(operation, context);
  let isFirst = true;
  let fast: FastProject | null | undefined;
  return ({ data, variables, ids, isWhole, isPlain }, introspection) => {
    if (isFirst) isFirst = false;
    else if (isWhole) {
      if (fast === undefined) fast = compileFastProjection(operation, context);
      const text = fast?.(data, variables, isPlain, ids);
      if (text !== undefined) return { data: text, errors: NO_ERRORS };
    }
    return exact(data, { variables, introspection, ids });
  };
}
