import type { GraphQLSchema } from 'graphql';
import type { ParsedDocument } from '../graphql/parse-document.js';
import { RequestError } from '../errors/request-error.js';
import type { Variables } from '../graphql/variables.js';
import type { BudgetConfig, CostLimits } from './budget-config.js';
import { Budget } from './budget.js';
import { readCostDirectives } from './cost-directives.js';
import { compileCost, type OperationCost } from './operation-cost.js';
import { ownError } from '../errors/client-error.js';
import { explain } from '../errors/messages.js';

/** What an answer says about its cost. */
export interface CostReport {
  readonly estimated: number;
  readonly actual: number;
  /** What is left in the budget. */
  readonly available: number;
}

/** A running operation that is paid from a budget. */
export interface Charge {
  /** Corrects what was taken by the JSON text of `data`. Without it the estimate is paid. */
  settle(data: string): CostReport;
  /** Gives back what was taken: the operation did not run. */
  refund(): void;
}

/** Compiles the cost of a document. */
export type CompileCost = (parsed: ParsedDocument) => OperationCost;

/** Refuses operations that cost too much. It outlives a supergraph, as budgets do. */
export class DemandControl {
  readonly #limit: number;
  readonly #listSize: number;
  readonly #budget: Budget | null;

  constructor(limits: CostLimits, budget: Budget | null) {
    this.#limit = Math.min(limits.cost ?? Infinity, budget?.capacity ?? Infinity);
    this.#listSize = limits.listSize;
    this.#budget = budget;
  }

  /** Compiles costs for one supergraph. */
  compilerFor(schema: GraphQLSchema): CompileCost {
    const context = { schema, directives: readCostDirectives(schema), listSize: this.#listSize };
    return (parsed) => compileCost(parsed, context);
  }

  /**
   * Takes the estimate from the payer's budget; null when there are no budgets. Throws {@link RequestError} when the
   * operation costs more than one may, or more than the budget holds now.
   */
  admit(cost: OperationCost, variables: Variables, payerOf: () => string): Charge | null {
    const estimated = cost.estimate(variables);
    if (estimated > this.#limit) throw tooExpensive(estimated, this.#limit);
    const budget = this.#budget;
    if (budget === null) return null;
    const payer = payerOf();
    const taken = budget.take(payer, estimated);
    if (!taken.granted) throw overdrawn(estimated, taken, budget.refillPerSecond);
    return {
      settle(data) {
        const actual = cost.actual(data, variables);
        return { estimated, actual, available: budget.correct(payer, estimated - actual) };
      },
      refund: () => void budget.correct(payer, estimated),
    };
  }
}

/** Makes the demand control; null: nothing is limited. */
export function createDemandControl(limits: CostLimits, budget: BudgetConfig | null): DemandControl | null {
  if (limits.cost === null && budget === null) return null;
  return new DemandControl(limits, budget === null ? null : new Budget(budget));
}

function tooExpensive(cost: number, limit: number): RequestError {
  const message = explain('too-expensive', { cost, limit });
  const code = 'COST_LIMIT_EXCEEDED';
  return new RequestError(code, message, { errors: [ownError(code, message, { cost, limit })] });
}

function overdrawn(
  requested: number,
  { available, retryAfterSeconds }: { readonly available: number; readonly retryAfterSeconds: number },
  refillPerSecond: number,
): RequestError {
  const code = 'BUDGET_EXCEEDED';
  const message = explain('overdrawn', { requested, available });
  return new RequestError(code, message, {
    errors: [ownError(code, message, { budget: { requested, available, refillPerSecond } })],
    headers: { 'retry-after': String(retryAfterSeconds) },
  });
}
