import { Kind, type FieldNode, type FragmentDefinitionNode } from 'graphql';
import type { FieldKeys } from '../graphql/field-keys.js';
import type { ConditionalSet } from '../graphql/collect-fields.js';

interface TailContext {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly keys: FieldKeys;
}

/** The rest of an error's path in the client's response keys; it ends where the client asked for nothing. */
export function clientTail(
  tail: readonly (string | number)[],
  sets: readonly ConditionalSet[],
  context: TailContext,
): (string | number)[] {
  const translated: (string | number)[] = [];
  let below = sets;
  for (const segment of tail) {
    if (typeof segment === 'number') {
      translated.push(segment);
      continue;
    }
    const fields = below.flatMap((set) => fieldsWithKey(set, segment, context));
    const [first] = fields;
    if (first === undefined) break;
    translated.push((first.alias ?? first.name).value);
    below = fields.flatMap(({ selectionSet }) =>
      selectionSet === undefined ? [] : [{ selectionSet, included: null }],
    );
  }
  return translated;
}

function fieldsWithKey({ selectionSet }: ConditionalSet, key: string, context: TailContext): FieldNode[] {
  return selectionSet.selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return context.keys.keyOf(selection) === key ? [selection] : [];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : context.fragments.get(selection.name.value);
    if (fragment === undefined) return [];
    return fieldsWithKey({ selectionSet: fragment.selectionSet, included: null }, key, context);
  });
}
