import { getNamedType, isAbstractType, Kind, parse, type GraphQLNamedType } from 'graphql';
import { placeBelow, type ReadsOf } from '../execution/reads-of.js';
import { parseOperationDocument } from '../graphql/operation-document.js';
import type { TypeSystem } from '../graphql/type-system.js';
import { isUnshared } from '../sharing/compile/hidden-fields.js';
import { rootFields, type SelectedField } from '../sharing/compile/selected-field.js';
import { directiveText } from '../graphql/directive-value.js';
import { graphOf, joinsOf, subgraphName } from './field-joins.js';

/** What is told of one fetch at the most; beyond that a subgraph hears which fields of an entity, not what of them. */
const MAX_PATHS = 100;
/** Characters of what is told of one fetch, which travels in a header. */
const MAX_LENGTH = 8_000;
/** What no place is called: what is stated for all of them together. */
const EVERYWHERE = '*';

/** By opening field, the paths that are read. */
type Openers = Map<string, Set<string>>;
/** By subgraph, what it is told of one entity. */
type Reads = Map<string, Openers>;

/** What is stated for places in one document of a subgraph. */
interface Statement {
  readonly at: string[];
  readonly read: Readonly<Record<string, readonly string[]>>;
}

/**
 * What an operation reads of types that are tagged as `unshared`: the subgraph that notes a read is told with each fetch
 * which fields it is about, for each place of such an entity in that fetch. A field that `@requires` others is told to who
 * resolves those, under their names; one that needs none to its own subgraphs, under an empty name. Paths start at the
 * entity and end at values, or at another such entity. A place that the operation does not have, since only the plan
 * asks for it, is told what the operation reads anywhere. What it reads at places that other fetches answer is told apart.
 *
 * @param document what the planner gets: without anything that is left out
 */
export function statedReads(document: string, types: TypeSystem): ReadsOf {
  const byPlace = new Map<string, Reads>();
  note(rootFields(parseOperationDocument(document), types), '', byPlace, types);
  const all = [...byPlace.values()];
  return (fetch) => {
    const { service, places } = fetch;
    if (!all.some((reads) => reads.has(service))) return null;
    const here = new Map<string, Openers>();
    const answered = new Set<string>();
    for (const place of notedPlaces(rootFields(fetch.document, types), '', types)) {
      const filled = [...(places.get(place) ?? [])];
      const known = filled.map((one) => byPlace.get(one));
      const stands = known.length > 0 && !known.includes(undefined) ? known : all;
      const openers = union(stands.flatMap((reads) => reads?.get(service) ?? []));
      if (openers.size > 0) here.set(place, openers);
      for (const one of filled) answered.add(one);
    }
    if (here.size === 0) return null;
    const others = [...byPlace].filter(([place]) => !answered.has(place));
    return statedText(here, union(others.flatMap(([, reads]) => reads.get(service) ?? [])));
  };
}

function note(fields: readonly SelectedField[], place: string, byPlace: Map<string, Reads>, types: TypeSystem): void {
  const reads: Reads = byPlace.get(place) ?? new Map<string, Openers>();
  byPlace.set(place, reads);
  for (const field of fields) {
    if (field.parent !== null && isNoted(field.parent, types)) noteField(field, reads, types);
    if (field.below !== null) note(field.below, placeBelow(place, field.key), byPlace, types);
  }
}

/** Where a document has entities whose reads are noted. */
function notedPlaces(fields: readonly SelectedField[], place: string, types: TypeSystem): Set<string> {
  const places = new Set<string>();
  for (const { parent, key, below } of fields) {
    if (parent !== null && isNoted(parent, types)) places.add(place);
    for (const one of notedPlaces(below ?? [], placeBelow(place, key), types)) places.add(one);
  }
  return places;
}

function noteField(field: SelectedField, reads: Reads, types: TypeSystem): void {
  const { parent, definitions } = field;
  for (const join of joinsOf(definitions)) {
    const requires = directiveText(join, 'requires');
    const openers = requires === null ? [''] : requiredFields(requires);
    for (const opener of openers) {
      const services = opener === '' ? [graphOf(join)] : resolversOf(parent, opener);
      for (const service of services) {
        for (const path of pathsOf(field, types)) add(reads, { service: subgraphName(service, types), opener, path });
      }
    }
  }
}

function add(reads: Reads, { service, opener, path }: { service: string; opener: string; path: string }): void {
  const openers: Openers = reads.get(service) ?? new Map<string, Set<string>>();
  reads.set(service, openers.set(opener, (openers.get(opener) ?? new Set()).add(path)));
}

function pathsOf({ name, definitions, below }: SelectedField, types: TypeSystem): string[] {
  const type = definitions[0] && getNamedType(definitions[0].type);
  if (below === null || below.length === 0 || (type !== undefined && isNoted(type, types))) return [name];
  return below.flatMap((field) => pathsOf(field, types).map((path) => `${name}.${path}`));
}

function union(all: readonly Openers[]): Openers {
  const openers: Openers = new Map();
  for (const one of all) {
    for (const [opener, paths] of one) openers.set(opener, new Set([...(openers.get(opener) ?? []), ...paths]));
  }
  return openers;
}

/** The most exact text that is short enough; the last one never leaves out an opening field. */
function statedText(here: ReadonlyMap<string, Openers>, elsewhere: Openers): string {
  const together = union([...here.values(), elsewhere]);
  const count = [...together.values()].reduce((sum, paths) => sum + paths.size, 0);
  const everywhere = new Map([[EVERYWHERE, union([...here.values()])]]);
  const exact = count <= MAX_PATHS ? [textOf(here, elsewhere), textOf(everywhere, elsewhere)] : [];
  const coarse = textOf(coarser(here), topFields(elsewhere));
  const [first, second] = exact;
  const fitting = [first, coarse, second].find((text) => text !== undefined && text.length <= MAX_LENGTH);
  return fitting ?? textOf(coarser(everywhere), topFields(elsewhere));
}

function coarser(here: ReadonlyMap<string, Openers>): Map<string, Openers> {
  return new Map([...here].map(([place, openers]) => [place, topFields(openers)]));
}

function topFields(openers: Openers): Openers {
  const topField = (path: string) => path.split('.', 1)[0] ?? path;
  return new Map([...openers].map(([opener, paths]) => [opener, new Set([...paths].map(topField))]));
}

/** Places of which the same is read stand together. */
function textOf(here: ReadonlyMap<string, Openers>, elsewhere: Openers): string {
  const statements = new Map<string, Statement>();
  for (const [place, openers] of here) {
    const read = asRecord(openers);
    const text = JSON.stringify(read);
    const statement = statements.get(text) ?? { at: [], read };
    statement.at.push(place);
    statements.set(text, statement);
  }
  const rest = elsewhere.size === 0 ? {} : { elsewhere: asRecord(elsewhere) };
  return JSON.stringify({ here: [...statements.values()], ...rest });
}

function asRecord(openers: Openers): Record<string, string[]> {
  return Object.fromEntries([...openers].map(([opener, paths]) => [opener, [...paths]]));
}

function isNoted(type: GraphQLNamedType, types: TypeSystem): boolean {
  if (isUnshared(type, types)) return true;
  return isAbstractType(type) && types.schema.getPossibleTypes(type).some((member) => isUnshared(member, types));
}

function resolversOf(parent: GraphQLNamedType | null, field: string): string[] {
  const definition = parent !== null && 'getFields' in parent ? parent.getFields()[field] : undefined;
  return definition === undefined || !('args' in definition) ? [] : joinsOf([definition]).map(graphOf);
}

function requiredFields(fieldSet: string): string[] {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
  return definition.selectionSet.selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
}
