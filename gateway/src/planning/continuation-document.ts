import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ContinuationSupergraph } from './continuation-supergraph.js';

/** Fragments are opened, so a small document can become a large one; this is where it is given up. */
const MAX_SELECTIONS = 20_000;

/**
 * Puts each field with `@requires` behind the continuation of its entity when the entity is nested below one of its own
 * type. Null when there is no such field, or when the document becomes too large.
 */
export function continuationDocument(
  document: string,
  { field, requiresFields, coFetchedFields }: ContinuationSupergraph,
  schema: GraphQLSchema,
): string | null {
  const { definitions } = parse(document, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const operation = definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  const root = operation === undefined ? undefined : schema.getRootType(operation.operation);
  if (operation === undefined || root == null) return null;

  let selections = 0;
  let continued = 0;
  const rewriteSet = (set: SelectionSetNode, type: GraphQLNamedType, above: ReadonlySet<string>): SelectionSetNode => {
    const rewritten = set.selections.flatMap((selection) => rewrite(selection, type, above));
    const isContinued = (node: SelectionNode): node is FieldNode =>
      node.kind === Kind.FIELD && needsContinuation(type.name, node, above);
    if (!rewritten.some(isContinued)) return { ...set, selections: rewritten };
    const goesAlong = (node: SelectionNode) => isContinued(node) || isCoFetched(node, coFetchedFields.get(type.name));
    const behind = continuation(field, rewritten.filter(goesAlong));
    return { ...set, selections: [...rewritten.filter((node) => !goesAlong(node)), behind] };
  };
  const rewrite = (
    selection: SelectionNode,
    type: GraphQLNamedType,
    above: ReadonlySet<string>,
  ): readonly SelectionNode[] => {
    if (++selections > MAX_SELECTIONS) return [];
    if (selection.kind === Kind.FIELD) return byType(withBelow(selection, type, above), type, above);
    const opened = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    const condition = opened?.typeCondition?.name.value ?? type.name;
    const inner = schema.getType(condition);
    if (opened === undefined || inner === undefined) return [selection];
    return [fragmentOn(condition === type.name ? null : condition, rewriteSet(opened.selectionSet, inner, above))];
  };
  const withBelow = (node: FieldNode, type: GraphQLNamedType, above: ReadonlySet<string>): FieldNode => {
    if (node.selectionSet === undefined || !(isObjectType(type) || isInterfaceType(type))) return node;
    const definition = type.getFields()[node.name.value];
    if (definition === undefined) return node;
    const here = possibleNames(type, schema);
    return {
      ...node,
      selectionSet: rewriteSet(node.selectionSet, getNamedType(definition.type), new Set([...above, ...here])),
    };
  };
  const needsContinuation = (name: string, node: FieldNode, above: ReadonlySet<string>): boolean => {
    const needs = above.has(name) && requiresFields.get(name)?.has(node.name.value) === true;
    if (needs) continued++;
    return needs;
  };
  /** A field of an abstract type that only some of its types continue is asked type by type. */
  const byType = (node: FieldNode, type: GraphQLNamedType, above: ReadonlySet<string>): readonly SelectionNode[] => {
    const names = isAbstractType(type) ? possibleNames(type, schema) : [];
    const isContinued = (name: string) => needsContinuation(name, node, above);
    if (!names.some(isContinued)) return [node];
    return names.map((name) =>
      fragmentOn(name, selectionSet([isContinued(name) ? continuation(field, [node]) : node])),
    );
  };

  const changed = { ...operation, selectionSet: rewriteSet(operation.selectionSet, root, new Set()) };
  return continued === 0 || selections > MAX_SELECTIONS ? null : print(changed);
}

function isCoFetched(node: SelectionNode, names: ReadonlySet<string> | undefined): boolean {
  // A list that came in two answers could differ between them, so only leaves go along.
  return node.kind === Kind.FIELD && node.selectionSet === undefined && names?.has(node.name.value) === true;
}

function selectionSet(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

function continuation(field: string, selections: readonly SelectionNode[]): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: field }, selectionSet: selectionSet(selections) };
}

function fragmentOn(condition: string | null, selectionSet: SelectionSetNode): InlineFragmentNode {
  if (condition === null) return { kind: Kind.INLINE_FRAGMENT, selectionSet };
  const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } } as const;
  return { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet };
}

function possibleNames(type: GraphQLNamedType, schema: GraphQLSchema): readonly string[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [type.name];
}
