import {
  Kind,
  parse,
  valueFromASTUntyped,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** An object of a bench subgraph: its type and what its fields are answered from. */
export interface Source {
  readonly __typename: string;
  readonly [key: string]: unknown;
}

type Arguments = Readonly<Record<string, unknown>>;

/** The fields of the types of a subgraph; a field that is not listed is read from its source. */
export type Resolvers = Readonly<
  Record<string, Readonly<Record<string, (source: Source, args: Arguments) => unknown>>>
>;

interface Field {
  readonly key: string;
  readonly name: string;
  readonly args: (variables: Arguments) => Arguments;
  readonly below: FieldsOf | null;
}

type FieldsOf = (typename: string) => readonly Field[];

const NONE: Arguments = {};

/**
 * Answers valid operations from a table of functions, much cheaper than a GraphQL server would: a bench must not spend its
 * time in subgraphs. Fragments are matched by the exact name of a type.
 */
export function createAnswerer(resolvers: Resolvers): (body: string) => string {
  const operations = new Map<string, FieldsOf>();
  return (body) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Arguments };
    let fieldsOf = operations.get(query);
    if (fieldsOf === undefined) {
      fieldsOf = compile(query);
      operations.set(query, fieldsOf);
    }
    return JSON.stringify({ data: answer({ __typename: 'Query' }, fieldsOf, variables ?? NONE, resolvers) });
  };
}

function compile(query: string): FieldsOf {
  const { definitions } = parse(query, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const operation = definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error('A gateway sent a document without an operation.');
  return compileSet([operation.selectionSet], fragments);
}

function compileSet(
  sets: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldsOf {
  const known = new Map<string, readonly Field[]>();
  return (typename) => {
    let fields = known.get(typename);
    if (fields === undefined) {
      const collected = new Map<string, { field: Field; sets: SelectionSetNode[] }>();
      for (const set of sets) collect(set, typename, fragments, collected);
      fields = [...collected.values()].map(({ field, sets: below }) => ({
        ...field,
        below: below.length === 0 ? null : compileSet(below, fragments),
      }));
      known.set(typename, fields);
    }
    return fields;
  };
}

function collect(
  set: SelectionSetNode,
  typename: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  collected: Map<string, { field: Field; sets: SelectionSetNode[] }>,
): void {
  for (const selection of set.selections) {
    if (selection.kind !== Kind.FIELD) {
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value ?? typename;
      if (fragment !== undefined && condition === typename)
        collect(fragment.selectionSet, typename, fragments, collected);
      continue;
    }
    const key = (selection.alias ?? selection.name).value;
    const given = selection.arguments ?? [];
    const args = (variables: Arguments) =>
      Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, variables)]));
    const entry = collected.get(key) ?? {
      field: { key, name: selection.name.value, args: given.length === 0 ? () => NONE : args, below: null },
      sets: [],
    };
    if (selection.selectionSet !== undefined) entry.sets.push(selection.selectionSet);
    collected.set(key, entry);
  }
}

function answer(source: Source, fieldsOf: FieldsOf, variables: Arguments, resolvers: Resolvers): Arguments {
  const result: Record<string, unknown> = {};
  for (const { key, name, args, below } of fieldsOf(source.__typename)) {
    const resolve = resolvers[source.__typename]?.[name];
    const value = resolve === undefined ? source[name] : resolve(source, args(variables));
    result[key] = below === null ? value : complete(value, below, variables, resolvers);
  }
  return result;
}

function complete(value: unknown, below: FieldsOf, variables: Arguments, resolvers: Resolvers): unknown {
  if (Array.isArray(value)) return value.map((item) => complete(item, below, variables, resolvers));
  return value == null ? null : answer(value as Source, below, variables, resolvers);
}
