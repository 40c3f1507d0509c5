import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { personalCategories } from '@birlik/trust/personal-category';
import { ownCategory, type GrantCategory } from './grant-category.rule.js';

const contactFields = new Set(['name', 'contact', 'affiliations']);

/** The category that a field of `Volunteer` in this subgraph belongs to, or null for one that is not personal. */
export function categoryOfField(field: string): GrantCategory | null {
  if (contactFields.has(field)) return ownCategory;
  return personalCategories.find(({ grantField }) => grantField === field)?.code ?? null;
}

function* fieldsOf(selectionSet: SelectionSetNode, info: GraphQLResolveInfo): Generator<FieldNode> {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT) yield* fieldsOf(selection.selectionSet, info);
    else {
      const fragment = info.fragments[selection.name.value];
      if (fragment) yield* fieldsOf(fragment.selectionSet, info);
    }
  }
}

/**
 * The categories that the operation asks for beside the field that is being resolved, on the same object. The gateway's
 * plan asks for the grants of a person in the same selection as for the rest of that person.
 */
export function askedCategories(info: GraphQLResolveInfo): GrantCategory[] {
  const keys: string[] = [];
  for (let path: GraphQLResolveInfo['path'] | undefined = info.path.prev; path; path = path.prev) {
    if (typeof path.key === 'string') keys.unshift(path.key);
  }
  let selectionSets = [info.operation.selectionSet];
  for (const key of keys) {
    selectionSets = selectionSets
      .flatMap((selectionSet) => [...fieldsOf(selectionSet, info)])
      .filter((field) => (field.alias ?? field.name).value === key)
      .flatMap((field) => field.selectionSet ?? []);
  }
  const siblings = selectionSets.flatMap((selectionSet) => [...fieldsOf(selectionSet, info)]);
  const categories = siblings.map((field) => categoryOfField(field.name.value));
  return [...new Set(categories.filter((category) => category !== null))];
}
