import { Kind, type DirectiveNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Variables } from './variables.js';

/** Whether a selection takes part, by its `@skip` and `@include` and those around it; null: always. */
export type Included = ((variables: Variables) => boolean) | null;

/** A selection set and the condition under which it takes part. */
export interface ConditionalSet {
  readonly selectionSet: SelectionSetNode;
  readonly included: Included;
}

/** A possible place of a field in the answer. */
export interface Place {
  readonly order: number;
  readonly included: Included;
}

/** All occurrences of one response key for one object type. */
export interface CollectedField {
  readonly nodes: readonly FieldNode[];
  /**
   * Where in the answer the key may stand, in the order of the document among all fields, with the condition under
   * which it stands there. At most one of a field's conditions holds.
   */
  readonly places: readonly Place[];
  readonly below: readonly ConditionalSet[];
}

/**
 * CollectFields of the GraphQL specification for one object type, done once for all values of variables: conditions are
 * carried along instead of being decided.
 *
 * @param leaveOut is told of each fragment whose type condition does not apply
 */
export function collectFields(
  sets: readonly ConditionalSet[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  applies: (typeCondition: string) => boolean,
  leaveOut?: (typeCondition: string, set: ConditionalSet) => void,
): ReadonlyMap<string, CollectedField> {
  const fields = new Map<string, CollectedField>();
  let order = 0;
  const visit = ({ selectionSet, included }: ConditionalSet): void => {
    for (const selection of selectionSet.selections) {
      const own = both(included, conditionOf(selection.directives ?? []));
      if (own === NEVER) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const known = fields.get(key);
        const set = selection.selectionSet;
        fields.set(key, {
          nodes: [...(known?.nodes ?? []), selection],
          places: addPlace(known?.places ?? [], order++, own),
          below: [...(known?.below ?? []), ...(set === undefined ? [] : [{ selectionSet: set, included: own }])],
        });
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment === undefined) continue;
      const below = { selectionSet: fragment.selectionSet, included: own };
      if (condition === undefined || applies(condition)) visit(below);
      else leaveOut?.(condition, below);
    }
  };
  for (const set of sets) visit(set);
  return fields;
}

const NEVER = () => false;

function conditionOf(directives: readonly DirectiveNode[]): Included {
  let condition: Included = null;
  for (const directive of directives) {
    const wanted = { include: true, skip: false }[directive.name.value];
    const value = directive.arguments?.find((argument) => argument.name.value === 'if')?.value;
    if (wanted === undefined || value === undefined) continue;
    if (value.kind === Kind.BOOLEAN) {
      if (value.value !== wanted) return NEVER;
    } else if (value.kind === Kind.VARIABLE) {
      const name = value.name.value;
      condition = both(condition, (variables) => (variables[name] === true) === wanted);
    }
  }
  return condition;
}

function both(left: Included, right: Included): Included {
  if (left === NEVER || right === NEVER) return NEVER;
  if (left === null) return right;
  return right === null ? left : (variables) => left(variables) && right(variables);
}

/** A key that occurs again stands at the later place only if none of the earlier occurrences takes part. */
function addPlace(places: readonly Place[], order: number, own: Included): readonly Place[] {
  if (places.some(({ included }) => included === null)) return places;
  const earlier = places.map(({ included }) => included);
  const notEarlier: Included =
    earlier.length === 0 ? null : (variables) => !earlier.some((included) => included?.(variables) === true);
  return [...places, { order, included: both(notEarlier, own) }];
}
