import { OperationTypeNode } from 'graphql';
import { compilePlan } from '../execution/compile-plan.js';
import { compileAnswer, type WriteAnswer } from '../execution/write-answer.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { conditionVariables } from './conditions.js';
import { FieldKeys } from './field-keys.js';
import { compileIntrospection, type Introspect } from './introspection.js';
import type { DocumentLimits } from './limits.js';
import { parseDocument, type PhaseObserver } from './parse-document.js';
import { PlanVariants } from './plan-variants.js';
import { planningDocument } from './planning-document.js';
import { RequestError } from './request-error.js';
import { compileVariables, type CoerceVariables } from './variables.js';

/** An operation that is checked and compiled; it can run any number of times. */
export interface PreparedOperation {
  readonly kind: 'query' | 'mutation';
  readonly name: string | null;
  readonly coerceVariables: CoerceVariables;
  readonly plans: PlanVariants;
  readonly writeAnswer: WriteAnswer;
  readonly introspect: Introspect;
}

/** Makes an operation ready to run. Throws {@link RequestError} when it must not run. */
export function prepareOperation(
  source: string,
  operationName: string | null,
  supergraph: Supergraph,
  limits: DocumentLimits,
  observer: PhaseObserver | null = null,
): PreparedOperation {
  const { schema, types, planner } = supergraph;
  const parsed = parseDocument(source, operationName, schema, limits, observer);
  const { operation, fragments } = parsed;
  const kind = operation.operation;
  if (kind === OperationTypeNode.SUBSCRIPTION) {
    throw new RequestError(400, 'SUBSCRIPTIONS_NOT_SUPPORTED', 'This gateway does not serve subscriptions.');
  }
  if (schema.getRootType(kind) == null) {
    throw new RequestError(400, 'GRAPHQL_VALIDATION_FAILED', `The schema has no ${kind}.`);
  }
  const name = operation.name?.value ?? null;
  const keys = new FieldKeys(parsed, schema);
  return {
    kind,
    name,
    coerceVariables: compileVariables(operation.variableDefinitions ?? [], schema),
    plans: new PlanVariants(conditionVariables(parsed), async (variables) => {
      const text = planningDocument({ parsed, schema, types, keys, variables });
      return compilePlan(text === null ? {} : await planner.plan(text, name), kind, types);
    }),
    writeAnswer: compileAnswer(operation, { schema, types, fragments, keys }),
    introspect: compileIntrospection(parsed, schema),
  };
}
