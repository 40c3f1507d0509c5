import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode, type ValueNode } from 'graphql';
import type { OperationDocument } from '../graphql/operation-document.js';
import type { TypeSystem } from '../graphql/type-system.js';
import type { Variables } from '../graphql/variables.js';
import type { Member } from '../identity/member.js';
import { tagsIn } from '../pairwise/pairwise-places.js';
import { graphOf, joinsOf, subgraphName } from './field-joins.js';

/** On mutations that need to know for whom the viewer decides. */
export const CAPACITY_TAG = 'legal-capacity';
/** The argument of such a mutation that names a minor for whom the viewer acts as guardian. */
const WARD_ARGUMENT = 'onBehalfOf';

/** What is told of one operation to the subgraphs whose mutations need it. */
export interface LegalCapacity {
  readonly services: ReadonlySet<string>;
  /** For whom the viewer decides, of themself and those whom the operation names; null: the authority did not say. */
  readonly decidesFor: readonly string[] | null;
}

/** Asks the authority for whom a viewer decides, of themself and some people. Rejects when it does not say. */
export type AskCapacity = (viewer: Member, people: readonly string[]) => Promise<readonly string[]>;

/** Asks anew for each operation, in the moment in which it runs: an answer that is kept would outlive a guardian. */
export interface CapacityInquiry {
  learn(viewer: Member | null, variables: Variables): Promise<LegalCapacity>;
}

/** What is asked before a mutation with a tagged field runs; null for all other operations. */
export function capacityInquiry(
  { operation, fragments }: OperationDocument,
  types: TypeSystem,
  ask: AskCapacity | null,
): CapacityInquiry | null {
  if (operation.operation !== 'mutation') return null;
  const tagged = taggedFields(types);
  const nodes = rootNodes(operation.selectionSet, fragments).filter(({ name }) => tagged.has(name.value));
  if (nodes.length === 0) return null;
  const services = new Set(nodes.flatMap(({ name }) => tagged.get(name.value) ?? []));
  const wards = nodes.flatMap((node) => node.arguments?.find(({ name }) => name.value === WARD_ARGUMENT)?.value ?? []);
  return {
    async learn(viewer, variables) {
      // Who is no person decides for nobody.
      if (viewer === null || viewer.volunteerId === null) return { services, decidesFor: [] };
      const people = new Set(wards.flatMap((value) => idIn(value, variables) ?? []));
      const answer = await ask?.(viewer, [...people]).catch(() => null);
      return { services, decidesFor: answer ?? null };
    },
  };
}

function rootNodes(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  return selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one];
    const { selectionSet } = (one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value)) ?? {};
    return selectionSet === undefined ? [] : rootNodes(selectionSet, fragments);
  });
}

function idIn(value: ValueNode, variables: Variables): string | null {
  if (value.kind === Kind.STRING) return value.value;
  const held = value.kind === Kind.VARIABLE ? variables[value.name.value] : null;
  return typeof held === 'string' ? held : null;
}

const tagged = new WeakMap<TypeSystem, ReadonlyMap<string, readonly string[]>>();

/** The mutations that are tagged, with the subgraphs that resolve them. */
function taggedFields(types: TypeSystem): ReadonlyMap<string, readonly string[]> {
  const known = tagged.get(types);
  if (known !== undefined) return known;
  const mutations = types.schema.getMutationType();
  const tagsOf = tagsIn(types.schema);
  const found = Object.values(mutations?.getFields() ?? {}).filter((field) => tagsOf(field).has(CAPACITY_TAG));
  const all = (mutations?.astNode?.directives ?? []).filter(({ name }) => name.value === 'join__type');
  const graphsOf = (field: (typeof found)[number]) => {
    const joins = joinsOf([field]);
    // A field that all subgraphs of its type have is joined by none.
    return (joins.length > 0 ? joins : all).map((join) => subgraphName(graphOf(join), types));
  };
  const services = new Map(found.map((field) => [field.name, graphsOf(field)]));
  tagged.set(types, services);
  return services;
}
