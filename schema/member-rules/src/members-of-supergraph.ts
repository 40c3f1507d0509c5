import {
  isTypeDefinitionNode,
  Kind,
  parseType,
  print,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
} from 'graphql';
import type { MemberField, MemberSchema, MemberType, TypeKind } from './member-schema.js';
import { fieldSetOf, isTrue, marksOf, namedTypeOf, textOf } from './nodes.js';

const kinds: Readonly<Record<TypeDefinitionNode['kind'], TypeKind>> = {
  [Kind.SCALAR_TYPE_DEFINITION]: 'scalar',
  [Kind.OBJECT_TYPE_DEFINITION]: 'object',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.UNION_TYPE_DEFINITION]: 'union',
  [Kind.ENUM_TYPE_DEFINITION]: 'enum',
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: 'input',
};

/** Reads from a supergraph what each member brought into it. What only the SDL says, such as `@shareable`, is not there. */
export function membersOfSupergraph(supergraph: DocumentNode): readonly MemberSchema[] {
  const types = supergraph.definitions.filter(isTypeDefinitionNode);
  return [...graphsOf(types)].map(([graph, name]) => ({
    name,
    types: new Map(
      types.flatMap((type) => {
        const joins = ofGraph(type.directives, 'join__type', graph);
        return joins.length === 0 ? [] : [[type.name.value, typeOf(type, joins, graph)] as const];
      }),
    ),
  }));
}

/** The names of the subgraphs by the values of the enum that stands for them. */
function graphsOf(types: readonly TypeDefinitionNode[]): ReadonlyMap<string, string> {
  const graphs = types.find((type) => type.name.value === 'join__Graph');
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return new Map(
    values.map((value) => {
      const join = value.directives?.find(({ name }) => name.value === 'join__graph');
      return [value.name.value, (join === undefined ? null : textOf(join, 'name')) ?? value.name.value] as const;
    }),
  );
}

function typeOf(type: TypeDefinitionNode, joins: readonly ConstDirectiveNode[], graph: string): MemberType {
  const fields = 'fields' in type ? (type.fields ?? []) : [];
  const texts = (name: string, argument: string) =>
    ofGraph(type.directives, name, graph).flatMap((join) => textOf(join, argument) ?? []);
  const values = type.kind === Kind.ENUM_TYPE_DEFINITION ? (type.values ?? []) : [];
  return {
    name: type.name.value,
    kind: kinds[type.kind],
    isInterfaceObject: joins.some((join) => isTrue(join, 'isInterfaceObject')),
    ...marksOf(type.directives ?? []),
    keys: joins.flatMap((join) => fieldSetOf(join, 'key') ?? []),
    fields: new Map(
      fields.flatMap((field) => {
        const own = fieldOf(field, graph);
        return own === null ? [] : [[own.name, own] as const];
      }),
    ),
    interfaces: texts('join__implements', 'interface'),
    members: texts('join__unionMember', 'member'),
    values: values
      .filter((value) => ofGraph(value.directives, 'join__enumValue', graph).length > 0)
      .map((value) => value.name.value),
  };
}

/** A field as one subgraph declares it; null when it does not. Without a word about it all subgraphs of its type do. */
function fieldOf(node: FieldDefinitionNode | InputValueDefinitionNode, graph: string): MemberField | null {
  const joins = (node.directives ?? []).filter(({ name }) => name.value === 'join__field');
  const join = joins.find((one) => textOf(one, 'graph') === graph);
  if (join === undefined && joins.length > 0) return null;
  const text = (name: string) => (join === undefined ? null : textOf(join, name));
  const type = parseType(text('type') ?? print(node.type));
  const value = (of: FieldDefinitionNode | InputValueDefinitionNode) => ({
    name: of.name.value,
    type: print(of.type),
    named: namedTypeOf(of.type),
    ...marksOf(of.directives ?? []),
  });
  return {
    ...value({ ...node, type }),
    arguments: 'arguments' in node ? (node.arguments ?? []).map(value) : [],
    isExternal: join !== undefined && isTrue(join, 'external'),
    isShareable: false,
    overrides: text('override'),
    requires: fieldSetOf(join, 'requires'),
    provides: fieldSetOf(join, 'provides'),
  };
}

const ofGraph = (directives: readonly ConstDirectiveNode[] | undefined, name: string, graph: string) =>
  (directives ?? []).filter((directive) => directive.name.value === name && textOf(directive, 'graph') === graph);
