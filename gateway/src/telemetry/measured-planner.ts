import type { Planner } from '../planning/planner.js';
import type { GatewayMetrics } from './metrics.js';

/** A planner whose time is counted. */
export function measuredPlanner(planner: Planner, metrics: GatewayMetrics): Planner {
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
