import {
  getNamedType,
  isAbstractType,
  isLeafType,
  valueFromASTUntyped,
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql';
import type { TypeSystem } from '../../graphql/type-system.js';
import type { SelectedField } from './selected-field.js';

/** What `@cacheControl` says about a field or a type; undefined: nothing. */
interface Hint {
  readonly maxAge: number | undefined;
  readonly isPrivate: boolean;
  readonly inherits: boolean;
}

const NO_HINT: Hint = { maxAge: undefined, isPrivate: false, inherits: false };

/**
 * For how many seconds the answer to a selection is good for everybody, by the hints `@cacheControl` and the rules of
 * Apollo: a root field and a field with fields of its own are good for 0 seconds unless a hint says more; other fields
 * inherit; the least counts, and one private field makes all private. 0: not at all.
 *
 * Composition does not tell which subgraph gave a hint. So a hint on what several subgraphs have counts only when there are
 * as many hints as subgraphs: one member's hint must not publish what another one has.
 */
export function publicSeconds(fields: readonly SelectedField[], types: TypeSystem): number {
  return whole(secondsOf(fields, true, types));
}

/**
 * The same for the fields of entities. An entity is as good as the hint of its type says; without one, each of its fields
 * needs a hint, but for those in `given`, which the request itself names.
 */
export function publicEntitySeconds(
  fields: readonly SelectedField[],
  given: ReadonlySet<string>,
  types: TypeSystem,
): number {
  const asked = fields.filter(({ name, below }) => below !== null || !given.has(name));
  const seconds = asked.map((field) => {
    const hint = field.parent === null ? NO_HINT : typeHint(field.parent, types);
    if (hint.isPrivate) return 0;
    return Math.min(hint.maxAge ?? Infinity, secondsOf([field], hint.maxAge === undefined, types));
  });
  return whole(Math.min(...seconds));
}

function whole(seconds: number): number {
  return Number.isFinite(seconds) ? Math.max(0, Math.floor(seconds)) : 0;
}

function secondsOf(fields: readonly SelectedField[], areRoots: boolean, types: TypeSystem): number {
  return fields.reduce((least, field) => {
    const own = Math.min(...field.definitions.map((definition) => fieldSeconds(definition, field, areRoots, types)));
    const below = field.below === null ? Infinity : secondsOf(field.below, false, types);
    return Math.min(least, field.definitions.length === 0 ? 0 : own, below);
  }, Infinity);
}

/** Infinity: the field is as good as what it belongs to. */
function fieldSeconds(
  definition: GraphQLField<unknown, unknown>,
  { parent }: SelectedField,
  isRoot: boolean,
  types: TypeSystem,
): number {
  const type = getNamedType(definition.type);
  const isLeaf = isLeafType(type);
  const ofType = isLeaf ? NO_HINT : typeHint(type, types);
  const own = readHint(definition.astNode?.directives, fieldGraphs(definition, parent));
  if (ofType.isPrivate || own.isPrivate) return 0;
  const maxAge = own.maxAge ?? (own.inherits ? undefined : ofType.maxAge);
  if (maxAge !== undefined) return maxAge;
  return !isRoot && (isLeaf || own.inherits || ofType.inherits) ? Infinity : 0;
}

function typeHint(type: GraphQLNamedType, types: TypeSystem): Hint {
  const hint = readHint(type.astNode?.directives, typeGraphs(type));
  const members = isAbstractType(type) ? types.schema.getPossibleTypes(type) : [];
  const isPrivate = members.some((member) => readHint(member.astNode?.directives, 0).isPrivate);
  return isPrivate ? { ...hint, isPrivate } : hint;
}

function readHint(directives: readonly ConstDirectiveNode[] | undefined, graphs: number): Hint {
  const hints = (directives ?? []).filter(({ name }) => name.value === 'cacheControl').map(readArguments);
  const isPrivate = hints.some((hint) => hint['scope'] === 'PRIVATE');
  if (hints.length === 0 || hints.length < graphs) return { ...NO_HINT, isPrivate };
  const ages = hints.map((hint) => hint['maxAge']).filter((age) => typeof age === 'number');
  const maxAge = ages.length < hints.length ? undefined : Math.min(...ages);
  return { maxAge, isPrivate, inherits: hints.every((hint) => hint['inheritMaxAge'] === true) };
}

/** How many subgraphs answer a field. */
function fieldGraphs({ astNode }: GraphQLField<unknown, unknown>, parent: GraphQLNamedType | null): number {
  const graphs = (astNode?.directives ?? [])
    .filter(({ name }) => name.value === 'join__field')
    .map(readArguments)
    .filter((join) => join['graph'] !== undefined && join['external'] !== true);
  return graphs.length > 0 || parent === null ? graphs.length : typeGraphs(parent);
}

/** How many subgraphs have a type. */
function typeGraphs({ astNode }: GraphQLNamedType): number {
  const joins = (astNode?.directives ?? []).filter(({ name }) => name.value === 'join__type');
  return new Set(joins.map((join) => readArguments(join)['graph'])).size;
}

function readArguments(directive: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)] as const),
  );
}
