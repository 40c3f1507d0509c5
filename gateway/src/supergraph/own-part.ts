import {
  Kind,
  parse,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from 'graphql';
import { SupergraphError } from '../errors/supergraph-error.js';

/** A part of the graph that the gateway answers itself. It is planned, guarded and limited as a subgraph's. */
export interface OwnPart {
  /** Under which plans and traces know it. */
  readonly name: string;
  /** SDL of types and enums of its own, and of the fields of `Query` that lead to them. */
  readonly typeDefs: string;
  /** The policy that viewers must satisfy for each of these fields. */
  readonly policy: string;
}

const GRAPH = 'join__Graph';

/** Adds a part to a supergraph. Throws {@link SupergraphError} when a subgraph has taken one of its names. */
export function withOwnPart(supergraph: DocumentNode, { name, typeDefs, policy }: OwnPart): DocumentNode {
  const graph = 'OWN_PART';
  const taken = new Set(supergraph.definitions.map(nameOf));
  const root = rootName(supergraph);
  const own = parse(typeDefs, { noLocation: true }).definitions;
  const fields = own.flatMap((node) => (isRoot(node) ? (node.fields ?? []) : []));
  const types = own.filter((node) => !isRoot(node));
  for (const node of types) if (taken.has(nameOf(node))) throw nameTaken(nameOf(node) ?? '');
  const definitions = supergraph.definitions.map((node): DefinitionNode => {
    if (node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === GRAPH) {
      if ((node.values ?? []).some((value) => value.name.value === graph)) throw nameTaken(graph);
      const directives = [directive(`@join__graph(name: "${name}", url: "")`)];
      const value = { kind: Kind.ENUM_VALUE_DEFINITION, name: { kind: Kind.NAME, value: graph }, directives } as const;
      return { ...node, values: [...(node.values ?? []), value] };
    }
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || node.name.value !== root) return node;
    const known = new Set(node.fields?.map((field) => field.name.value));
    for (const field of fields) if (known.has(field.name.value)) throw nameTaken(`${root}.${field.name.value}`);
    const guards = [directive(`@join__field(graph: ${graph})`), directive(`@policy(policies: [["${policy}"]])`)];
    const added = fields.map((field): FieldDefinitionNode => ({ ...field, directives: guards }));
    return {
      ...node,
      directives: [...(node.directives ?? []), directive(`@join__type(graph: ${graph})`)],
      fields: [...(node.fields ?? []), ...added],
    };
  });
  return { ...supergraph, definitions: [...definitions, ...types.map((node) => joined(node, graph))] };
}

function joined(node: DefinitionNode, graph: string): DefinitionNode {
  const type = directive(`@join__type(graph: ${graph})`);
  if (node.kind === Kind.OBJECT_TYPE_DEFINITION) return { ...node, directives: [type] };
  if (node.kind !== Kind.ENUM_TYPE_DEFINITION)
    throw new Error(`An own part has no definition of the kind ${node.kind}.`);
  const value = directive(`@join__enumValue(graph: ${graph})`);
  return { ...node, directives: [type], values: (node.values ?? []).map((one) => ({ ...one, directives: [value] })) };
}

function directive(text: string): DirectiveNode & { readonly arguments: readonly [] } {
  const [definition] = parse(`type T ${text} { a: Int }`, { noLocation: true }).definitions;
  const found = definition !== undefined && 'directives' in definition ? definition.directives?.[0] : undefined;
  if (found === undefined) throw new Error(`${text} is no directive.`);
  return found as DirectiveNode & { readonly arguments: readonly [] };
}

function isRoot(node: DefinitionNode): node is DefinitionNode & { readonly fields?: readonly FieldDefinitionNode[] } {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === 'Query';
}

function rootName({ definitions }: DocumentNode): string {
  for (const node of definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION) continue;
    const query = node.operationTypes.find(({ operation }) => operation === 'query');
    if (query !== undefined) return query.type.name.value;
  }
  return 'Query';
}

function nameOf(node: DefinitionNode): string | undefined {
  return 'name' in node ? node.name?.value : undefined;
}

function nameTaken(name: string): SupergraphError {
  return new SupergraphError(`The supergraph has "${name}", which is the gateway's own.`);
}
