import { OperationTypeNode, type VariableDefinitionNode } from 'graphql';
import { compilePlan, type CompiledPlan } from '../execution/compile-plan.js';
import { compileProjection, type Project } from '../execution/projection.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { compileIntrospection, type Introspect } from './introspection.js';
import type { DocumentLimits } from './limits.js';
import { parseDocument } from './parse-document.js';
import { planningDocument } from './planning-document.js';
import { RequestError } from './request-error.js';

/** An operation that is checked, planned and compiled; it can run any number of times. */
export interface PreparedOperation {
  readonly kind: 'query' | 'mutation';
  readonly name: string | null;
  readonly variableDefinitions: readonly VariableDefinitionNode[];
  readonly plan: CompiledPlan;
  readonly project: Project;
  readonly introspect: Introspect;
}

/** Makes an operation ready to run. Rejects with {@link RequestError} when it must not run. */
export async function prepareOperation(
  source: string,
  operationName: string | null,
  supergraph: Supergraph,
  limits: DocumentLimits,
): Promise<PreparedOperation> {
  const { schema, types, planner } = supergraph;
  const parsed = parseDocument(source, operationName, schema, limits);
  const { operation, fragments } = parsed;
  const kind = operation.operation;
  if (kind === OperationTypeNode.SUBSCRIPTION) {
    throw new RequestError(400, 'SUBSCRIPTIONS_NOT_SUPPORTED', 'This gateway does not serve subscriptions.');
  }
  if (schema.getRootType(kind) == null) {
    throw new RequestError(400, 'GRAPHQL_VALIDATION_FAILED', `The schema has no ${kind}.`);
  }
  const text = planningDocument(parsed, schema, types);
  const plan = text === null ? {} : await planner.plan(text, operation.name?.value ?? null);
  return {
    kind,
    name: operation.name?.value ?? null,
    variableDefinitions: operation.variableDefinitions ?? [],
    plan: compilePlan(plan, kind, types),
    project: compileProjection(operation, { schema, types, fragments }),
    introspect: compileIntrospection(parsed, schema),
  };
}
