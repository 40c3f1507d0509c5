import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { directiveValue } from '../graphql/directive-value.js';

/** A supergraph in which the planner can leave an entity and enter it anew. */
export interface ContinuationSupergraph {
  /** For the planner only: clients and executor know nothing of what is added. */
  readonly sdl: string;
  /** The name of the added field, which leads from an entity to itself. */
  readonly field: string;
  /** The names of the added subgraphs. */
  readonly services: ReadonlySet<string>;
  /** The fields with `@requires`, by the name of their entity. */
  readonly requiresFields: ReadonlyMap<string, ReadonlySet<string>>;
  /** The fields of the same entities that only other subgraphs have, so that they can be asked with what is needed. */
  readonly coFetchedFields: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Adds subgraphs that know nothing of an entity but a key, and lead from the entity to itself. Each key has a subgraph
 * of its own, so what such a subgraph knows is exactly what it was asked with, and it need not exist. Only entities that
 * have fields with `@requires` and a key of plain fields are added; null when there are none.
 */
export function continuationSupergraph(supergraph: DocumentNode): ContinuationSupergraph | null {
  const field = unusedName(print(supergraph));
  const requiresFields = new Map<string, ReadonlySet<string>>();
  const coFetchedFields = new Map<string, ReadonlySet<string>>();
  let graphCount = 0;
  const definitions = supergraph.definitions.map((node): DefinitionNode => {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return node;
    const fields = (node.fields ?? []).filter((one) => joinsOf(one, 'join__field').some(hasRequires));
    const needing = new Set(fields.flatMap(graphsOf));
    const keys = plainKeys(node, needing);
    if (fields.length === 0 || keys.length === 0) return node;
    requiresFields.set(node.name.value, new Set(fields.map(({ name }) => name.value)));
    coFetchedFields.set(node.name.value, coFetchedFieldsOf(node, keys, needing));
    graphCount = Math.max(graphCount, keys.length);
    return continuable(node, keys, field);
  });
  if (requiresFields.size === 0) return null;
  const services = Array.from({ length: graphCount }, (_, index) => graphName(field, index));
  const sdl = print({ ...supergraph, definitions: definitions.map((node) => withGraphs(node, services)) });
  return { sdl, field, services: new Set(services), requiresFields, coFetchedFields };
}

function unusedName(text: string): string {
  let name = '_continue';
  while (text.includes(name)) name = `_${name}`;
  return name;
}

/** Serves as the name of the subgraph and as that of its enum value. */
function graphName(field: string, index: number): string {
  return `${field}_by_key_${index}`;
}

function withGraphs(node: DefinitionNode, services: readonly string[]): DefinitionNode {
  if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') return node;
  const values = services.map((name) => `${name} @join__graph(name: "${name}", url: "")`);
  const added = parse(`enum join__Graph { ${values.join(' ')} }`, { noLocation: true });
  const [{ values: own = [] }] = added.definitions as unknown as readonly [EnumTypeDefinitionNode];
  return { ...node, values: [...(node.values ?? []), ...own] };
}

/** The type with the added field, known to one added subgraph for each key. */
function continuable(node: ObjectTypeDefinitionNode, keys: readonly string[], field: string): ObjectTypeDefinitionNode {
  const owners = new Set(joinsOf(node, 'join__type').map((join) => argumentOf(join, 'graph')));
  const types = keys.map((key, index) => `@join__type(graph: ${graphName(field, index)}, key: ${JSON.stringify(key)})`);
  const leads = keys.map((_, index) => `@join__field(graph: ${graphName(field, index)})`);
  const name = node.name.value;
  const added = typeOf(`type ${name} ${types.join(' ')} { ${field}: ${name} ${leads.join(' ')} }`);
  const fields = (node.fields ?? []).map((one): FieldDefinitionNode => {
    // Without a word about it a field is in all subgraphs of its type, which the added ones must not become.
    const own =
      joinsOf(one, 'join__field').length > 0 ? [] : [...owners].map((graph) => `@join__field(graph: ${graph})`);
    const keyed = keys.flatMap((key, index) =>
      fieldsOf(key).includes(one.name.value) ? [`@join__field(graph: ${graphName(field, index)})`] : [],
    );
    const { directives = [] } = typeOf(`type ${name} ${[...own, ...keyed].join(' ')} { x: Int }`);
    return { ...one, directives: [...(one.directives ?? []), ...directives] };
  });
  return {
    ...node,
    directives: [...(node.directives ?? []), ...(added.directives ?? [])],
    fields: [...fields, ...(added.fields ?? [])],
  };
}

function typeOf(sdl: string): ObjectTypeDefinitionNode {
  return parse(sdl, { noLocation: true }).definitions[0] as ObjectTypeDefinitionNode;
}

function coFetchedFieldsOf(
  node: ObjectTypeDefinitionNode,
  keys: readonly string[],
  needing: ReadonlySet<string | null>,
): ReadonlySet<string> {
  const keyFields = new Set(keys.flatMap(fieldsOf));
  const names = (node.fields ?? []).flatMap((field) => {
    const graphs = graphsOf(field);
    const isElsewhere = graphs.length > 0 && !graphs.some((graph) => needing.has(graph));
    return isElsewhere && !keyFields.has(field.name.value) ? [field.name.value] : [];
  });
  return new Set(names);
}

/** The keys by which the subgraphs with needs are entered, those with a selection below a field left out. */
function plainKeys(node: ObjectTypeDefinitionNode, needing: ReadonlySet<string | null>): readonly string[] {
  const keys = joinsOf(node, 'join__type').flatMap((join) => {
    const key = argumentOf(join, 'key');
    const isUsable = key !== null && !key.includes('{') && argumentOf(join, 'resolvable') !== 'false';
    return isUsable && needing.has(argumentOf(join, 'graph')) ? [fieldsOf(key).join(' ')] : [];
  });
  return [...new Set(keys)];
}

function graphsOf(field: FieldDefinitionNode): readonly (string | null)[] {
  return joinsOf(field, 'join__field').map((join) => argumentOf(join, 'graph'));
}

function fieldsOf(key: string): readonly string[] {
  return key.split(/[\s,]+/).filter((name) => name !== '');
}

function joinsOf(node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, name: string) {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

function hasRequires(join: ConstDirectiveNode): boolean {
  return argumentOf(join, 'requires') !== null;
}

function argumentOf(directive: ConstDirectiveNode, name: string): string | null {
  const value = directiveValue(directive, name);
  if (value?.kind === Kind.STRING || value?.kind === Kind.ENUM) return value.value;
  return value?.kind === Kind.BOOLEAN ? String(value.value) : null;
}
