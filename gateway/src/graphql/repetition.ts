import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { RequestError } from '../errors/request-error.js';
import { explain } from '../errors/messages.js';

/** Comparisons of two fields that validation may have to make; they take well under a microsecond each. */
const MAX_COMPARISONS = 20_000;
/** Characters of arguments that take as long to compare as two fields without any. */
const CHARACTERS_PER_COMPARISON = 8;

interface Group {
  count: number;
  weight: number;
  readonly below: SelectionSetNode[];
}

/**
 * Refuses a selection in which the same response keys are repeated so often that validation, which compares each field
 * with each other field of its response key, would take long. The fragments must not lead back to themselves.
 */
export function checkRepetition(root: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): void {
  let comparisons = 0;
  const check = (sets: readonly SelectionSetNode[]): void => {
    const groups = new Map<string, Group>();
    const used = new Set<FragmentDefinitionNode>();
    const gather = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          addField(groups, selection);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          gather(selection.selectionSet);
        } else {
          const fragment = fragments.get(selection.name.value);
          if (fragment === undefined || used.has(fragment)) continue;
          used.add(fragment);
          gather(fragment.selectionSet);
        }
      }
    };
    sets.forEach(gather);
    for (const { count, weight, below } of groups.values()) {
      comparisons += ((count - 1) * weight) / 2;
      if (comparisons > MAX_COMPARISONS) {
        throw new RequestError('FIELD_LIMIT_EXCEEDED', explain('fields-repeat'));
      }
      if (below.length > 0) check(below);
    }
  };
  check([root]);
}

function addField(groups: Map<string, Group>, field: FieldNode): void {
  const key = (field.alias ?? field.name).value;
  let group = groups.get(key);
  if (group === undefined) {
    group = { count: 0, weight: 0, below: [] };
    groups.set(key, group);
  }
  const given = field.arguments ?? [];
  const characters = (given.at(-1)?.loc?.end ?? 0) - (given[0]?.loc?.start ?? 0);
  group.count++;
  group.weight += 1 + characters / CHARACTERS_PER_COMPARISON;
  if (field.selectionSet !== undefined) group.below.push(field.selectionSet);
}
