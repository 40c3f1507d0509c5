import { getNamedType, type ConstDirectiveNode, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import type { TypeSystem } from '../../graphql/type-system.js';
import type { RequiresSelection } from '../../planning/plan.js';
import { directiveText } from '../../graphql/directive-value.js';
import { featureNames } from '../../graphql/feature-names.js';
import { fieldDefinitions, type SelectedField } from './selected-field.js';

/** What a subgraph tags with this, a type or a field, is asked anew for each operation. */
const UNSHARED_TAG = 'unshared';

interface Declared {
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/** The names that the two directives have in a supergraph. */
interface Names {
  readonly inaccessible: ReadonlySet<string>;
  readonly tag: ReadonlySet<string>;
}

const namesOf = new WeakMap<GraphQLSchema, Names>();

/**
 * Whether a selection has a field that is `@inaccessible`, by itself or by its type. Such fields carry decisions of one
 * subgraph to another; each is asked for one reader and noted by who gives it, so it is asked anew each time. So is what
 * has `@tag(name: "unshared")`: its subgraph counts or notes each read. A field that the supergraph does not have counts
 * as one.
 */
export function selectsHidden(fields: readonly SelectedField[], types: TypeSystem): boolean {
  return fields.some(
    (field) => isHiddenField(field, types) || (field.below !== null && selectsHidden(field.below, types)),
  );
}

/** Whether what a fetch needs of an entity has a field that is `@inaccessible`, or one that is not known. */
export function requiresHidden(
  selections: readonly RequiresSelection[],
  parentName: string | null,
  types: TypeSystem,
): boolean {
  return selections.some((selection) => {
    if (selection.kind === 'FragmentSpread') return true;
    if (selection.kind === 'InlineFragment') {
      return requiresHidden(selection.selections, selection.typeCondition, types);
    }
    if (selection.name === '__typename') return false;
    const parent = parentName === null ? undefined : types.schema.getType(parentName);
    // The name in the running answer may be made up; then the subgraph's is the one of the field.
    const definitions = [selection.alias, selection.name]
      .filter((name) => name != null)
      .map((name) => (parent === undefined ? [] : fieldDefinitions(parent, name, types)));
    const found = definitions.flat();
    const [first] = found;
    if (parent === undefined || first === undefined) return true;
    if (
      isHidden(parent, types) ||
      found.some((field) => isHidden(field, types) || isHidden(getNamedType(field.type), types))
    )
      return true;
    return requiresHidden(selection.selections ?? [], getNamedType(first.type).name, types);
  });
}

function isHiddenField({ parent, definitions }: SelectedField, types: TypeSystem): boolean {
  if (parent === null || definitions.length === 0 || isHidden(parent, types)) return true;
  return definitions.some((field) => isHidden(field, types) || isHidden(getNamedType(field.type), types));
}

function isHidden(declared: Declared | GraphQLNamedType, types: TypeSystem): boolean {
  const { inaccessible } = namesIn(types.schema);
  return (
    (declared.astNode?.directives ?? []).some((one) => inaccessible.has(one.name.value)) || isUnshared(declared, types)
  );
}

/** Whether its subgraph counts or notes each read of this type or field. */
export function isUnshared(declared: Declared | GraphQLNamedType, { schema }: TypeSystem): boolean {
  const { tag } = namesIn(schema);
  return (declared.astNode?.directives ?? []).some(
    (one) => tag.has(one.name.value) && directiveText(one, 'name') === UNSHARED_TAG,
  );
}

function namesIn(schema: GraphQLSchema): Names {
  let names = namesOf.get(schema);
  if (names === undefined) {
    const definitions = [schema.astNode, ...schema.extensionASTNodes].filter((node) => node != null);
    names = { inaccessible: featureNames('inaccessible', { definitions }), tag: featureNames('tag', { definitions }) };
    namesOf.set(schema, names);
  }
  return names;
}
