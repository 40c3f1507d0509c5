import { isTypeDefinitionNode, isTypeExtensionNode, Kind, parse } from 'graphql';
import type {
  ConstDirectiveNode,
  DocumentNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  NamedTypeNode,
  TypeDefinitionNode,
  TypeExtensionNode,
  TypeNode,
} from 'graphql';

/** A type of one subgraph: its definition and its extensions seen as one. */
export interface SubgraphType {
  readonly name: string;
  /** The definition, or undefined when this subgraph only extends the type. */
  readonly definition: TypeDefinitionNode | undefined;
  readonly shape: 'scalar' | 'object' | 'interface' | 'union' | 'enum' | 'input';
  readonly directives: readonly ConstDirectiveNode[];
  readonly fields: readonly FieldDefinitionNode[];
  readonly inputFields: readonly InputValueDefinitionNode[];
  readonly values: readonly EnumValueDefinitionNode[];
  readonly members: readonly string[];
}

/** One subgraph's SDL, parsed, without the types and fields that federation itself puts there. */
export interface SubgraphDocument {
  readonly name: string;
  readonly document: DocumentNode;
  readonly types: ReadonlyMap<string, SubgraphType>;
}

const rootTypes: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);
const machineryTypes: ReadonlySet<string> = new Set(['_Any', '_Entity', '_FieldSet', '_Service', 'FieldSet']);
const machineryFields: ReadonlySet<string> = new Set(['_entities', '_service']);

const shapes = {
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
  [Kind.SCALAR_TYPE_EXTENSION]: 'scalar',
  [Kind.OBJECT_TYPE_DEFINITION]: 'object',
  [Kind.OBJECT_TYPE_EXTENSION]: 'object',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INTERFACE_TYPE_EXTENSION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.UNION_TYPE_EXTENSION]: 'union',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.ENUM_TYPE_EXTENSION]: 'enum',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: 'input',
} as const;

/** Parses a subgraph's SDL. Throws a `GraphQLError` on a syntax error. */
export function parseSubgraph(name: string, sdl: string): SubgraphDocument {
  const document = parse(sdl);
  const types = new Map<string, SubgraphType>();
  for (const node of document.definitions) {
    if (!isTypeDefinitionNode(node) && !isTypeExtensionNode(node)) continue;
    if (machineryTypes.has(node.name.value) || node.name.value.includes('__')) continue;
    types.set(node.name.value, joined(types.get(node.name.value), node));
  }
  return { name, document, types };
}

/** Query, Mutation and Subscription: their names are GraphQL's own, so only their fields need a description. */
export const isRootType = (name: string): boolean => rootTypes.has(name);

/** The directives of that name, whether imported as `@name` or spelled `@federation__name`. */
export function directivesNamed(
  directives: readonly ConstDirectiveNode[] | undefined,
  ...names: readonly string[]
): readonly ConstDirectiveNode[] {
  return (directives ?? []).filter((directive) => names.includes(plainName(directive.name.value)));
}

/** A federation directive's own name, without the prefix that stands for "not imported". */
export const plainName = (name: string): string => name.replace(/^@?federation__/, '').replace(/^@/, '');

/** The type inside all list and non-null wrappers. */
export function namedType(type: TypeNode): NamedTypeNode {
  return type.kind === Kind.NAMED_TYPE ? type : namedType(type.type);
}

/** Whether the type is a list, with or without a non-null wrapper. */
export const isList = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));

function joined(known: SubgraphType | undefined, node: TypeDefinitionNode | TypeExtensionNode): SubgraphType {
  const hasFields =
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.OBJECT_TYPE_EXTENSION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_EXTENSION;
  const fields = hasFields ? (node.fields ?? []).filter((field) => !machineryFields.has(field.name.value)) : [];
  const isInput = node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION || node.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION;
  const isEnum = node.kind === Kind.ENUM_TYPE_DEFINITION || node.kind === Kind.ENUM_TYPE_EXTENSION;
  const isUnion = node.kind === Kind.UNION_TYPE_DEFINITION || node.kind === Kind.UNION_TYPE_EXTENSION;
  return {
    name: node.name.value,
    definition: isTypeDefinitionNode(node) ? node : known?.definition,
    shape: shapes[node.kind],
    directives: [...(known?.directives ?? []), ...(node.directives ?? [])],
    fields: [...(known?.fields ?? []), ...fields],
    inputFields: [...(known?.inputFields ?? []), ...(isInput ? (node.fields ?? []) : [])],
    values: [...(known?.values ?? []), ...(isEnum ? (node.values ?? []) : [])],
    members: [...(known?.members ?? []), ...(isUnion ? (node.types ?? []).map((type) => type.name.value) : [])],
  };
}
