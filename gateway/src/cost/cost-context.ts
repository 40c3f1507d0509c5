import type { GraphQLSchema } from 'graphql';
import type { CostDirectives } from './cost-directives.js';

/** What compiling a cost needs to know. */
export interface CostContext {
  /** All types, inaccessible ones included. */
  readonly schema: GraphQLSchema;
  readonly directives: CostDirectives;
  /** The length of a list of which nothing is said. */
  readonly listSize: number;
}
