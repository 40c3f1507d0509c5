import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Json } from '../subgraph/json.js';
import { leafCheck, type LeafCheck } from './leaf-check.js';
import type { KeyRename } from './rewrites.js';
import type { TypeSystem } from '../graphql/type-system.js';

/**
 * What one fetch asked for, and so the only things that may be taken from its answer. A key that was not asked for is
 * never looked at, whatever a subgraph adds.
 */
export interface Shape {
  readonly fields: readonly ShapeField[];
  /** The keys of the answer that hold `__typename`. */
  readonly typenames: readonly string[];
}

/** One asked field. */
export interface ShapeField {
  /** The key in the subgraph's answer. */
  readonly source: string;
  /** The key in the running answer. */
  readonly key: string;
  /** The type names for which the field was asked; null: for all. */
  readonly guard: ReadonlySet<string> | null;
  /** Behind `@skip` or `@include`, so it may be absent. */
  readonly optional: boolean;
  /** The asked fields below; null for a leaf. */
  readonly shape: Shape | null;
  readonly check: LeafCheck | null;
  /** Whether the objects of a value may be taken as they are; null: they never may, see {@link withPassThrough}. */
  readonly conforms: Conforms | null;
}

/** Whether a value has everything that was asked for, each of the right kind. */
export type Conforms = (value: Json) => boolean;

/** What compiling shapes needs to know about the fetch. */
export interface ShapeContext {
  readonly types: TypeSystem;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly renames: readonly KeyRename[];
}

interface Scope {
  readonly parent: string | null;
  readonly guard: ReadonlySet<string> | null;
  readonly optional: boolean;
  readonly renames: readonly KeyRename[];
}

/** Compiles the selection of a fetch; `parent` is the type that it is made on, null when unknown. */
export function compileShape(selectionSet: SelectionSetNode, parent: string | null, context: ShapeContext): Shape {
  return compileSet(selectionSet, { parent, guard: null, optional: false, renames: context.renames }, context);
}

function compileSet(selectionSet: SelectionSetNode, scope: Scope, context: ShapeContext): Shape {
  const fields: ShapeField[] = [];
  const typenames = new Set<string>();
  collect(selectionSet, scope, context, fields, typenames);
  return { fields, typenames: [...typenames] };
}

function collect(
  selectionSet: SelectionSetNode,
  scope: Scope,
  context: ShapeContext,
  fields: ShapeField[],
  typenames: Set<string>,
): void {
  for (const selection of selectionSet.selections) {
    const optional = scope.optional || (selection.directives?.length ?? 0) > 0;
    if (selection.kind === 'Field') {
      const source = selection.alias?.value ?? selection.name.value;
      if (selection.name.value === '__typename') {
        typenames.add(source);
        continue;
      }
      const type = fieldType(scope.parent, selection.name.value, context.types);
      const below = selection.selectionSet;
      const base = { source, optional, check: below === undefined ? leafCheck(type) : null, conforms: null };
      for (const target of renameTargets(source, scope, context.types)) {
        const shape =
          below === undefined
            ? null
            : compileSet(
                below,
                { parent: type?.name ?? null, guard: null, optional: false, renames: target.below },
                context,
              );
        fields.push({ ...base, key: target.to, guard: target.guard, shape });
      }
      continue;
    }
    const fragment = selection.kind === 'InlineFragment' ? selection : context.fragments.get(selection.name.value);
    if (fragment === undefined) throw new Error(`The plan names a fragment that it does not define.`);
    const condition = fragment.typeCondition?.name.value ?? null;
    collect(
      fragment.selectionSet,
      narrow({ ...scope, optional }, condition, context.types),
      context,
      fields,
      typenames,
    );
  }
}

function narrow(scope: Scope, condition: string | null, types: TypeSystem): Scope {
  if (condition === null || condition === scope.parent) return scope;
  return { ...scope, parent: condition, guard: intersect(scope.guard, types.matching(condition)) };
}

interface RenameTarget {
  readonly to: string;
  readonly guard: ReadonlySet<string> | null;
  readonly below: readonly KeyRename[];
}

/** Splits a field by the renames that concern it: each may hold for some types only. */
function renameTargets(source: string, scope: Scope, types: TypeSystem): RenameTarget[] {
  const targets: RenameTarget[] = [];
  const below: KeyRename[] = [];
  let rest = scope.guard;
  for (const rename of scope.renames) {
    let guard = scope.guard;
    let index = 0;
    for (let segment = rename.path[index]; segment !== undefined; segment = rename.path[++index]) {
      if ('Key' in segment) break;
      guard = intersect(guard, new Set(segment.TypenameEquals.flatMap((name) => [...types.matching(name)])));
    }
    const segment = rename.path[index];
    if (segment === undefined || !('Key' in segment) || segment.Key !== source) continue;
    if (index + 1 < rename.path.length) {
      below.push({ path: rename.path.slice(index + 1), to: rename.to });
    } else {
      targets.push({ to: rename.to, guard, below: [] });
      rest = guard === null ? new Set() : subtract(rest, guard, scope, types);
    }
  }
  if (targets.length === 0) return [{ to: source, guard: scope.guard, below }];
  if (rest !== null && rest.size > 0) targets.push({ to: source, guard: rest, below: [] });
  return targets.map((target) => ({ ...target, below }));
}

function subtract(
  from: ReadonlySet<string> | null,
  names: ReadonlySet<string>,
  scope: Scope,
  types: TypeSystem,
): ReadonlySet<string> {
  const all = from ?? (scope.parent === null ? names : types.matching(scope.parent));
  return new Set([...all].filter((name) => !names.has(name)));
}

function intersect(left: ReadonlySet<string> | null, right: ReadonlySet<string>): ReadonlySet<string> {
  return left === null ? right : new Set([...left].filter((name) => right.has(name)));
}

function fieldType(parent: string | null, field: string, types: TypeSystem) {
  const type = parent === null ? undefined : types.schema.getType(parent);
  const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  return definition === undefined ? undefined : getNamedType(definition.type);
}
