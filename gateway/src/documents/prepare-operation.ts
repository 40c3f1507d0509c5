import type { VariableDefinitionNode } from 'graphql';
import { compilePlan, type OperationKind } from '../execution/compile-plan.js';
import { compileProjection, type Project } from '../execution/projection.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { conditionVariables } from './conditions.js';
import { FieldKeys } from './field-keys.js';
import { compileIntrospection, type Introspect } from './introspection.js';
import type { DocumentLimits } from './limits.js';
import { parseDocument } from './parse-document.js';
import { PlanVariants } from './plan-variants.js';
import { planningDocument } from './planning-document.js';
import { RequestError } from './request-error.js';

/** An operation that is checked and compiled; it can run any number of times. */
export interface PreparedOperation {
  readonly kind: OperationKind;
  readonly name: string | null;
  readonly variableDefinitions: readonly VariableDefinitionNode[];
  readonly plans: PlanVariants;
  readonly project: Project;
  readonly introspect: Introspect;
}

/** Makes an operation ready to run. Throws {@link RequestError} when it must not run. */
export function prepareOperation(
  source: string,
  operationName: string | null,
  supergraph: Supergraph,
  limits: DocumentLimits,
): PreparedOperation {
  const { schema, types, planner } = supergraph;
  const parsed = parseDocument(source, operationName, schema, limits);
  const { operation, fragments } = parsed;
  const kind = operation.operation;
  if (schema.getRootType(kind) == null) {
    throw new RequestError(400, 'GRAPHQL_VALIDATION_FAILED', `The schema has no ${kind}.`);
  }
  const name = operation.name?.value ?? null;
  const keys = new FieldKeys(parsed, schema);
  return {
    kind,
    name,
    variableDefinitions: operation.variableDefinitions ?? [],
    plans: new PlanVariants(conditionVariables(parsed), async (variables) => {
      const text = planningDocument({ parsed, schema, types, keys, variables });
      return compilePlan(text === null ? {} : await planner.plan(text, name), kind, types);
    }),
    project: compileProjection(operation, { schema, types, fragments, keys }),
    introspect: compileIntrospection(parsed, schema),
  };
}
