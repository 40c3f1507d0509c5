import { describePlan } from '../planning/describe-plan.js';
import type { OperationOutcome, OperationRequest } from './operation-request.js';
import type { OperationStore } from './operation-store.js';

/** Says how an operation would be run, without running it. Rejects with `RequestError` when it must not run. */
export async function explainOperation(
  { query, operationName, variables, caller }: OperationRequest,
  store: OperationStore,
): Promise<OperationOutcome> {
  const stored = store.get(query, operationName);
  const operation = stored.forViewer?.(caller.viewer) ?? stored;
  const { source, tasks } = await operation.plans.get(operation.coerceVariables(variables));
  const plan = describePlan(
    source,
    tasks.map(({ level }) => level),
  );
  return { operation: operation.name, text: JSON.stringify({ extensions: { plan } }), events: null };
}
