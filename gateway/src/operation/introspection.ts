import {
  executeSync,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { IntrospectionTexts } from '../execution/projection.js';
import type { Variables } from '../graphql/variables.js';
import { RequestError } from '../errors/request-error.js';
import type { ParsedDocument } from '../graphql/parse-document.js';

/** Answers the root fields `__schema` and `__type` of an operation. */
export type Introspect = (variables: Variables) => IntrospectionTexts;

const NOTHING: IntrospectionTexts = new Map();

/** Whether a field asks about the schema rather than about data. */
export function isIntrospectionField(node: FieldNode): boolean {
  return node.name.value === '__schema' || node.name.value === '__type';
}

/** Compiles the introspection part of an operation; what is asked without variables is answered once. */
export function compileIntrospection(parsed: ParsedDocument, schema: GraphQLSchema): Introspect {
  const selections = introspectionOf(parsed.operation.selectionSet, parsed.fragments);
  if (selections.length === 0) return () => NOTHING;
  const operation = { ...parsed.operation, selectionSet: { kind: Kind.SELECTION_SET, selections } as SelectionSetNode };
  const document = { kind: Kind.DOCUMENT, definitions: [operation, ...parsed.fragments.values()] } as const;
  const run: Introspect = (variables) => {
    const { data, errors } = executeSync({ schema, document, variableValues: variables });
    if (data == null) throw RequestError.from('GRAPHQL_VALIDATION_FAILED', errors ?? []);
    return new Map(Object.entries(data).map(([key, value]) => [key, JSON.stringify(value)]));
  };
  if ((parsed.operation.variableDefinitions ?? []).length > 0) return run;
  let answer: IntrospectionTexts | undefined;
  return (variables) => (answer ??= run(variables));
}

/** The introspection fields of a selection set, fragments opened into inline ones with their conditions. */
function introspectionOf(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionNode[] {
  return set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return isIntrospectionField(selection) ? [selection] : [];
    const below = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const selections = below === undefined ? [] : introspectionOf(below.selectionSet, fragments);
    if (selections.length === 0) return [];
    const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
    return [{ kind: Kind.INLINE_FRAGMENT, directives: selection.directives ?? [], selectionSet }];
  });
}
