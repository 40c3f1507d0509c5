import type { StatedReads } from '@birlik/trust/context';
import { personalCategories } from '@birlik/trust/personal-category';
import { accessNeeds, ownCategory, type GrantCategory } from './grant-category.rule.js';

/** The registry's own fields that belong to a category. */
const ownFields: ReadonlyMap<string, GrantCategory> = new Map([
  ['name', ownCategory],
  ['contact', ownCategory],
  ['affiliations', ownCategory],
  ['accessNeeds', accessNeeds],
]);

/**
 * The fields that an operation reads of a person, by the category that opens them: those of other members by the grant
 * that they require, the registry's own by themselves. What belongs to no category is not noted.
 */
export function notedFields(reads: StatedReads): ReadonlyMap<GrantCategory, readonly string[]> {
  const noted = new Map<GrantCategory, string[]>();
  for (const [opener, paths] of Object.entries(reads)) {
    for (const path of paths) {
      const category = categoryOfField(opener === '' ? (path.split('.', 1)[0] ?? '') : opener);
      if (category !== null) noted.set(category, [...(noted.get(category) ?? []), path]);
    }
  }
  return noted;
}

/** The category that a field of `Volunteer` in this subgraph belongs to, or null for one that is not personal. */
function categoryOfField(field: string): GrantCategory | null {
  return ownFields.get(field) ?? personalCategories.find(({ grantField }) => grantField === field)?.code ?? null;
}
