import type { Viewer } from '../identity/viewer.js';
import type { CompileCost } from '../cost/demand-control.js';
import type { OperationCost } from '../cost/operation-cost.js';
import { compilePlan } from '../execution/compile-plan.js';
import type { OperationKind } from '../subgraph/fetch-template.js';
import { compileAnswer, type WriteAnswer } from '../execution/write-answer.js';
import { guardField } from '../guards/field-guard.js';
import { guardOperation } from '../guards/guard-operation.js';
import type { Rights } from '../guards/rights.js';
import { extractIds, type RevealVariables } from '../pairwise/extract-ids.js';
import type { IdPlaces } from '../execution/viewer-ids.js';
import type { Inquiry, Trust } from '../trust/trust.js';
import type { Supergraph } from '../supergraph/supergraph.js';
import { conditionVariables } from '../graphql/conditions.js';
import { FieldKeys } from '../graphql/field-keys.js';
import { compileIntrospection, type Introspect } from './introspection.js';
import type { DocumentLimits } from '../graphql/limits-config.js';
import { parseDocument, type PhaseObserver } from '../graphql/parse-document.js';
import { PlanVariants } from './plan-variants.js';
import { planningDocument } from './planning-document.js';
import { RequestError } from '../errors/request-error.js';
import { compileVariables, type CoerceVariables } from '../graphql/variables.js';
import { noReads } from '../execution/reads-of.js';
import { explain } from '../errors/messages.js';

/** An operation that is checked and compiled; it can run any number of times. */
export interface PreparedOperation {
  readonly kind: OperationKind;
  readonly name: string | null;
  readonly coerceVariables: CoerceVariables;
  /** Null: no variable holds a pseudonym. */
  readonly revealVariables: RevealVariables | null;
  readonly plans: PlanVariants;
  readonly writeAnswer: WriteAnswer;
  readonly introspect: Introspect;
  /** Null: nothing has to be found out before it runs. */
  readonly inquiry: Inquiry | null;
  /** Null: costs are neither limited nor paid. */
  readonly cost: OperationCost | null;
  /** Null: nothing guarded is touched. Otherwise this operation is that of a viewer without any rights. */
  readonly forViewer: ((viewer: Viewer | null) => PreparedOperation) | null;
}

/** What preparing operations needs. */
export interface Preparation {
  readonly supergraph: Supergraph;
  readonly limits: DocumentLimits;
  /** Null: costs are neither limited nor paid. */
  readonly compileCost: CompileCost | null;
  readonly trust: Pick<Trust, 'policies' | 'readsOf' | 'inquiryOf'>;
  /** Null: ids are the same for everybody. */
  readonly idPlaces: IdPlaces | null;
}

/** Makes an operation ready to run. Throws {@link RequestError} when it must not run. */
export function prepareOperation(
  source: string,
  operationName: string | null,
  { supergraph, limits, compileCost, trust, idPlaces }: Preparation,
  observer: PhaseObserver | null = null,
): PreparedOperation {
  const { schema, types, planner, guards } = supergraph;
  const client = parseDocument(source, operationName, schema, limits, observer);
  const kind = client.operation.operation;
  if (schema.getRootType(kind) == null) {
    throw new RequestError('GRAPHQL_VALIDATION_FAILED', explain('no-such-kind', { kind }));
  }
  const extracted = idPlaces === null ? null : extractIds(client, schema, idPlaces);
  const open = extracted?.document ?? client;
  const guarded = guardOperation(open, schema, guards.requirements);
  const parsed = guarded === null ? open : { ...open, ...guarded.document };
  const { operation, fragments } = parsed;
  const name = operation.name?.value ?? null;
  const keys = new FieldKeys(parsed, schema);
  const cost = compileCost === null ? null : compileCost(client);
  const inquiry = trust.inquiryOf(parsed, types);
  const compile = (rights: Rights | null): PreparedOperation => ({
    kind,
    name,
    coerceVariables: compileVariables(client.operation.variableDefinitions ?? [], schema),
    revealVariables: extracted?.reveal ?? null,
    plans: new PlanVariants(conditionVariables(parsed), async (variables) => {
      const text = planningDocument({ parsed, schema, types, keys, variables, rights });
      if (text === null) return compilePlan({}, kind, types, noReads);
      return compilePlan(await planner.plan(text, name), kind, types, trust.readsOf(text, types));
    }),
    writeAnswer: compileAnswer(operation, {
      schema,
      types,
      fragments,
      keys,
      idPlaces,
      guardField:
        rights === null ? null : (type, nodes, below) => guardField(type, nodes, below, { rights, schema, fragments }),
    }),
    introspect: compileIntrospection(client, schema),
    inquiry,
    cost,
    forViewer: null,
  });
  if (guarded === null) return compile(null);
  return { ...compile(guarded.noRights), forViewer: guarded.perViewer(compile, trust.policies) };
}
