import type { QueryPlan } from './plan.js';

/** Turns a valid operation of the public schema into a plan. */
export interface Planner {
  /**
   * Plans one operation. The document must have been validated against the public schema.
   * Rejects with a coded error when the time for planning is over.
   */
  plan(document: string, operationName: string | null): Promise<QueryPlan>;
}
