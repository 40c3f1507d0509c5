import {
  Kind,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { directiveValue } from '../graphql/directive-value.js';

/**
 * What in a supergraph the planner does not plan rightly, each with the name of the rule in `schema/README.md`:
 *
 * - `REQUIRES_TWO_KEYS`: a field with `@requires` of an entity that is found by several keys. An operation that reaches it can end the whole process.
 * - `INTERFACE_FIELD_REQUIRES`: a field of an interface that one of its types derives by `@requires`, in a subgraph that answers
 *   such an object under an interface or a union. It is asked without its need, grants included.
 */
export function unplannableShapes(supergraph: DocumentNode): string[] {
  const types = supergraph.definitions.filter(
    (node): node is OutputType =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const needs = types.flatMap((type) =>
    (type.fields ?? []).flatMap((field) =>
      joins(field, 'join__field').flatMap((join): Need[] => {
        const graph = text(join, 'graph');
        return graph === null || text(join, 'requires') === null ? [] : [{ type, field, graph }];
      }),
    ),
  );
  return [...needs.flatMap(twoKeys), ...interfaceFields(supergraph, types, needs)];
}

type OutputType = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** A field that a subgraph derives by `@requires`. */
interface Need {
  readonly type: OutputType;
  readonly field: FieldDefinitionNode;
  /** The subgraph, as the enum `join__Graph` names it. */
  readonly graph: string;
}

function twoKeys({ type, field }: Need): string[] {
  const graphs = new Set(joins(type, 'join__type').map((join) => text(join, 'graph')));
  const entries = joins(type, 'join__type').flatMap((join) => {
    const key = text(join, 'resolvable') === 'false' ? null : text(join, 'key');
    return key === null
      ? []
      : {
          graph: text(join, 'graph'),
          key: key
            .split(/[\s,]+/)
            .join(' ')
            .trim(),
        };
  });
  const keys = new Set(entries.map(({ key }) => key));
  if (keys.size < 2 || isPair(graphs.size, entries)) return [];
  const name = type.name.value;
  return [`REQUIRES_TWO_KEYS: "${name}.${field.name.value}" has a need, and "${name}" several keys`];
}

/** Whether two subgraphs have one key each, of which one has fields below fields: that much was always planned. */
function isPair(graphs: number, entries: readonly { readonly graph: string | null; readonly key: string }[]): boolean {
  const isOneEach = entries.length === 2 && entries[0]?.graph !== entries[1]?.graph;
  return graphs === 2 && isOneEach && entries.some(({ key }) => key.includes('{'));
}

function interfaceFields(supergraph: DocumentNode, types: readonly OutputType[], needs: readonly Need[]): string[] {
  const byName = new Map(types.map((type) => [type.name.value, type]));
  return needs.flatMap(({ type, field, graph }) =>
    isAnsweredAbstractly(supergraph, types, type, graph)
      ? interfacesIn(type, graph).flatMap((name) => {
          const same = byName.get(name)?.fields?.find((one) => one.name.value === field.name.value);
          if (same === undefined || !isIn(same, graph)) return [];
          const place = `${name}.${field.name.value}`;
          return [`INTERFACE_FIELD_REQUIRES: "${place}" is derived by "${type.name.value}" with a need`];
        })
      : [],
  );
}

/** Whether a subgraph answers objects of a type where an interface or a union is asked. */
function isAnsweredAbstractly(
  supergraph: DocumentNode,
  types: readonly OutputType[],
  type: OutputType,
  graph: string,
): boolean {
  const own = type.name.value;
  const abstract = new Set(interfacesIn(type, graph));
  if (type.kind === Kind.INTERFACE_TYPE_DEFINITION) abstract.add(own);
  for (const node of supergraph.definitions) {
    if (node.kind !== Kind.UNION_TYPE_DEFINITION) continue;
    const isMember = joins(node, 'join__unionMember').some(
      (join) => text(join, 'graph') === graph && text(join, 'member') === own,
    );
    if (isMember) abstract.add(node.name.value);
  }
  return types.some(
    (holder) =>
      (abstract.has(holder.name.value) && isEntered(holder, graph)) ||
      (joins(holder, 'join__type').some((join) => text(join, 'graph') === graph) &&
        (holder.fields ?? []).some((field) => abstract.has(namedType(field.type)) && isIn(field, graph))),
  );
}

/** Whether a subgraph finds objects of an interface by a key. */
function isEntered(type: OutputType, graph: string): boolean {
  return joins(type, 'join__type').some((join) => text(join, 'graph') === graph && text(join, 'key') !== null);
}

function interfacesIn(type: OutputType, graph: string): readonly string[] {
  return joins(type, 'join__implements').flatMap((join) =>
    text(join, 'graph') === graph ? (text(join, 'interface') ?? []) : [],
  );
}

/** Whether a subgraph has a field; without a word about it all subgraphs of its type do. */
function isIn(field: FieldDefinitionNode, graph: string): boolean {
  const fields = joins(field, 'join__field').map((join) => text(join, 'graph'));
  return fields.length === 0 || fields.includes(graph) || fields.includes(null);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function joins(node: { readonly directives?: readonly ConstDirectiveNode[] | undefined }, name: string) {
  return (node.directives ?? []).filter((directive) => directive.name.value === name);
}

function text(join: ConstDirectiveNode, name: string): string | null {
  const value = directiveValue(join, name);
  if (value?.kind === Kind.STRING || value?.kind === Kind.ENUM) return value.value;
  return value?.kind === Kind.BOOLEAN ? String(value.value) : null;
}
