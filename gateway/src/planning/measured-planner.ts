import type { Planner } from './planner.js';

/** Counts plans. */
export interface PlanMetrics {
  planned(found: boolean, seconds: number): void;
}

/** A planner whose time is counted. */
export function measuredPlanner(planner: Planner, metrics: PlanMetrics): Planner {
  return {
    async plan(document, operationName) {
      const startedAt = performance.now();
      let found = false;
      try {
        const plan = await planner.plan(document, operationName);
        found = true;
        return plan;
      } finally {
        metrics.planned(found, (performance.now() - startedAt) / 1_000);
      }
    },
  };
}
