import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createRequirements, type Requirements } from './requirements.js';
import { readRules, type RuleBook } from './rule-book.js';

/** The guards of one supergraph. */
export interface Guards {
  readonly rules: RuleBook;
  readonly requirements: Requirements;
  /** All types, inaccessible ones included. */
  readonly schema: GraphQLSchema;
}

/** Reads the guards of a supergraph that has passed the gate. */
export function readGuards(supergraph: DocumentNode, schema: GraphQLSchema): Guards {
  const rules = readRules(supergraph);
  return { rules, schema, requirements: createRequirements(rules, schema) };
}
