import { getNamedType, isAbstractType, Kind, parse, type ConstDirectiveNode, type GraphQLNamedType } from 'graphql';
import type { ServiceReads } from '../subgraph/requester.js';
import { parseOperationDocument } from '../graphql/operation-document.js';
import type { TypeSystem } from '../graphql/type-system.js';
import { isUnshared } from '../sharing/compile/hidden-fields.js';
import { rootFields, type SelectedField } from '../sharing/compile/selected-field.js';
import { directiveText, directiveValue } from '../graphql/directive-value.js';

/** What is told of one operation at the most; beyond that a subgraph hears which fields of the entity, not what of them. */
const MAX_PATHS = 100;

/** By subgraph and opening field, the paths that are read. */
type Reads = Map<string, Map<string, Set<string>>>;

/**
 * What an operation reads of types that are tagged as `unshared`: the subgraph that notes a read is told which fields it
 * is about. A field that `@requires` others is told to who resolves those, under their names; one that needs none to its
 * own subgraphs, under an empty name. Paths start at the entity and end at values, or at another such entity.
 *
 * @param document what the planner gets: without anything that is left out
 */
export function serviceReads(document: string, types: TypeSystem): ServiceReads {
  const reads: Reads = new Map();
  note(rootFields(parseOperationDocument(document), types), reads, types);
  return new Map([...reads].map(([service, openers]) => [service, readsText(openers)]));
}

function note(fields: readonly SelectedField[], reads: Reads, types: TypeSystem): void {
  for (const field of fields) {
    if (field.parent !== null && isNoted(field.parent, types)) noteField(field, reads, types);
    if (field.below !== null) note(field.below, reads, types);
  }
}

function noteField(field: SelectedField, reads: Reads, types: TypeSystem): void {
  const { parent, definitions } = field;
  for (const join of joinsOf(definitions)) {
    const requires = directiveText(join, 'requires');
    const openers = requires === null ? [''] : topFields(requires);
    for (const opener of openers) {
      const services = opener === '' ? [graphOf(join)] : resolversOf(parent, opener);
      for (const service of services) {
        for (const path of pathsOf(field, types)) add(reads, { service: nameOf(service, types), opener, path });
      }
    }
  }
}

function add(reads: Reads, { service, opener, path }: { service: string; opener: string; path: string }): void {
  const openers = reads.get(service) ?? new Map<string, Set<string>>();
  reads.set(service, openers.set(opener, (openers.get(opener) ?? new Set()).add(path)));
}

function pathsOf({ name, definitions, below }: SelectedField, types: TypeSystem): string[] {
  const type = definitions[0] && getNamedType(definitions[0].type);
  if (below === null || below.length === 0 || (type !== undefined && isNoted(type, types))) return [name];
  return below.flatMap((field) => pathsOf(field, types).map((path) => `${name}.${path}`));
}

function readsText(openers: ReadonlyMap<string, ReadonlySet<string>>): string {
  const count = [...openers.values()].reduce((sum, paths) => sum + paths.size, 0);
  const told = (paths: ReadonlySet<string>) =>
    count <= MAX_PATHS ? paths : new Set([...paths].map((path) => path.split('.', 1)[0]));
  return JSON.stringify(Object.fromEntries([...openers].map(([opener, paths]) => [opener, [...told(paths)]])));
}

function isNoted(type: GraphQLNamedType, types: TypeSystem): boolean {
  if (isUnshared(type, types)) return true;
  return isAbstractType(type) && types.schema.getPossibleTypes(type).some((member) => isUnshared(member, types));
}

/** How the subgraphs that resolve a field join it; a key that all have is joined by none. */
function joinsOf(definitions: SelectedField['definitions']): ConstDirectiveNode[] {
  return definitions
    .flatMap(({ astNode }) => astNode?.directives ?? [])
    .filter((directive) => directive.name.value === 'join__field' && !isExternal(directive));
}

function isExternal(join: ConstDirectiveNode): boolean {
  const external = directiveValue(join, 'external');
  return external?.kind === Kind.BOOLEAN && external.value;
}

function graphOf(join: ConstDirectiveNode): string {
  const graph = directiveValue(join, 'graph');
  return graph?.kind === Kind.ENUM ? graph.value : '';
}

function resolversOf(parent: GraphQLNamedType | null, field: string): string[] {
  const definition = parent !== null && 'getFields' in parent ? parent.getFields()[field] : undefined;
  return definition === undefined || !('args' in definition) ? [] : joinsOf([definition]).map(graphOf);
}

function topFields(fieldSet: string): string[] {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
  return definition.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
}

/** The name of a subgraph, which the supergraph has beside its own name of it. */
function nameOf(graph: string, types: TypeSystem): string {
  const enumeration = types.schema.getType('join__Graph')?.astNode;
  if (enumeration?.kind !== Kind.ENUM_TYPE_DEFINITION) return graph;
  const value = enumeration.values?.find(({ name }) => name.value === graph);
  const named = value?.directives?.find(({ name }) => name.value === 'join__graph');
  return (named && directiveText(named, 'name')) ?? graph;
}
