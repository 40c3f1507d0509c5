import type { FlattenPathSegment } from '../planning/plan.js';
import { isStateObject, type StateObject, type StateValue } from './state.js';
import type { TypeSystem } from '../graphql/type-system.js';

type Step = { readonly field: string } | { readonly names: ReadonlySet<string> };

/** Finds all objects at a path of the plan in the running answer. */
export type Locate = (data: StateObject, found: StateObject[]) => void;

/** Compiles a path of the plan. A step into a list is taken wherever a list is met. */
export function compileLocate(path: readonly FlattenPathSegment[], types: TypeSystem): Locate {
  const steps: Step[] = [];
  for (const segment of path) {
    if (segment === '@') continue;
    if ('Field' in segment) steps.push({ field: segment.Field });
    else steps.push({ names: new Set(segment.TypeCondition.flatMap((name) => [...types.matching(name)])) });
  }
  return (data, found) => visit(data, 0, steps, found);
}

function visit(value: StateValue, index: number, steps: readonly Step[], found: StateObject[]): void {
  if (Array.isArray(value)) {
    for (const item of value as readonly StateValue[]) visit(item, index, steps, found);
    return;
  }
  if (!isStateObject(value)) return;
  const step = steps[index];
  if (step === undefined) {
    found.push(value);
  } else if ('field' in step) {
    visit(value[step.field], index + 1, steps, found);
  } else if (typeof value.__typename === 'string' && step.names.has(value.__typename)) {
    visit(value, index + 1, steps, found);
  }
}

/** The response keys along a path, without lists and type conditions. */
export function pathKeys(path: readonly FlattenPathSegment[]): string[] {
  return path.flatMap((segment) => (segment !== '@' && 'Field' in segment ? [segment.Field] : []));
}
