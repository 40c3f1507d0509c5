import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createRequirements, type Requirements } from './requirements.js';
import { indexDirectives, type DirectiveIndex } from './index-directives.js';

/** The guards of one supergraph. */
export interface Guards {
  readonly directives: DirectiveIndex;
  readonly requirements: Requirements;
  /** All types, inaccessible ones included. */
  readonly schema: GraphQLSchema;
}

/** Reads the guards of a supergraph that has passed the gate. */
export function readGuards(supergraph: DocumentNode, schema: GraphQLSchema): Guards {
  const directives = indexDirectives(supergraph);
  return { directives, schema, requirements: createRequirements(directives, schema) };
}
