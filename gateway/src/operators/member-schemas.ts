import { hash } from 'node:crypto';
import { Kind, print, type ConstDirectiveNode, type DefinitionNode, type DocumentNode } from 'graphql';
import { directiveValue } from '../graphql/directive-value.js';
import { subgraphNames } from '../supergraph/supergraph.js';

const HASH_LENGTH = 12;

/** What each member adds to a supergraph. */
export interface MemberSchemas {
  /** The beginning of the SHA-256 of all that a member adds, by its name. */
  readonly hashes: ReadonlyMap<string, string>;
  /** The members that have a type or a field, by its path such as `Volunteer` or `Volunteer.name`; none: it is in no member. */
  membersOf(path: string): readonly string[];
}

/** Reads from the joins of a supergraph what each member adds to it. */
export function readMemberSchemas(supergraph: DocumentNode): MemberSchemas {
  const names = subgraphNames(supergraph);
  const owners = new Map<string, readonly string[]>();
  const lines = new Map<string, string[]>([...names.values()].map((name) => [name, []]));
  const add = (path: string, graphs: readonly string[], text: string): void => {
    const members = [...new Set(graphs.flatMap((graph) => names.get(graph) ?? []))].toSorted();
    owners.set(path, members);
    for (const member of members) lines.get(member)?.push(`${path} ${text}`);
  };
  for (const node of supergraph.definitions) {
    if (!('name' in node) || node.name === undefined || !('directives' in node)) continue;
    const type = node.name.value;
    const all = graphsOf(node.directives as readonly ConstDirectiveNode[], 'join__type');
    if (all.length === 0) continue;
    add(type, all, node.kind);
    for (const { name, directives, text } of partsOf(node)) {
      const own = graphsOf(directives, 'join__field', 'join__enumValue');
      add(`${type}.${name}`, own.length === 0 ? all : own, text);
    }
  }
  const hashes = [...lines].map(
    ([member, all]) => [member, hash('sha256', all.toSorted().join('\n')).slice(0, HASH_LENGTH)] as const,
  );
  return {
    hashes: new Map(hashes),
    membersOf: (path) => owners.get(path.split('.', 2).join('.')) ?? [],
  };
}

interface Part {
  readonly name: string;
  readonly directives: readonly ConstDirectiveNode[];
  readonly text: string;
}

function partsOf(node: DefinitionNode): readonly Part[] {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return (node.fields ?? []).map(({ description: _description, ...field }) => ({
        name: field.name.value,
        directives: field.directives ?? [],
        text: print({ ...field, directives: [] }),
      }));
    case Kind.ENUM_TYPE_DEFINITION:
      return (node.values ?? []).map((value) => ({
        name: value.name.value,
        directives: value.directives ?? [],
        text: value.name.value,
      }));
    case Kind.UNION_TYPE_DEFINITION:
      return (node.types ?? []).map(({ name: { value } }) => ({ name: value, directives: [], text: value }));
    default:
      return [];
  }
}

function graphsOf(directives: readonly ConstDirectiveNode[], ...names: readonly string[]): string[] {
  return directives.flatMap((directive) => {
    if (!names.includes(directive.name.value)) return [];
    const graph = directiveValue(directive, 'graph');
    return graph?.kind === Kind.ENUM ? [graph.value] : [];
  });
}
