import { LRUCache } from 'lru-cache';
import type { CompiledPlan } from '../execution/compile-plan.js';
import type { Variables } from '../graphql/variables.js';

/** Plans an operation for the values of its condition variables. */
export type PlanFor = (variables: Variables) => Promise<CompiledPlan>;

const MAX_VARIANTS = 64;

/**
 * The plans of one operation, one for each set of values of the variables that decide about `@skip` and `@include`: a
 * plan without conditions asks no subgraph for what is left out. Requests for the same plan share one planning, which
 * belongs to none of them: a client that disconnects takes nothing along. What fails is forgotten at once.
 */
export class PlanVariants {
  readonly #planFor: PlanFor;
  readonly #names: readonly string[];
  readonly #ready = new LRUCache<string, CompiledPlan>({ max: MAX_VARIANTS });
  readonly #pending = new Map<string, Promise<CompiledPlan>>();

  constructor(conditionVariables: readonly string[], planFor: PlanFor) {
    this.#names = conditionVariables;
    this.#planFor = planFor;
  }

  /** The plan for these values, at once when it is known. */
  get(variables: Variables): CompiledPlan | Promise<CompiledPlan> {
    const variant = this.#names.map((name) => (variables[name] === true ? '1' : '0')).join('');
    return this.#ready.get(variant) ?? this.#pending.get(variant) ?? this.#start(variant, variables);
  }

  /** The sets of values that there are plans for. */
  conditions(): readonly Variables[] {
    return [...this.#ready.keys()].map((variant) => {
      const values = Object.create(null) as Record<string, boolean>;
      for (const [index, name] of this.#names.entries()) values[name] = variant[index] === '1';
      return values;
    });
  }

  #start(variant: string, variables: Variables): Promise<CompiledPlan> {
    const pending = this.#planFor(variables)
      .then((plan) => {
        this.#ready.set(variant, plan);
        return plan;
      })
      .finally(() => this.#pending.delete(variant));
    this.#pending.set(variant, pending);
    return pending;
  }
}
