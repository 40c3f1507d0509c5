import type { RequestContext } from '@birlik/trust/context';
import { categoryOfField } from './asked-categories.rule.js';
import type { GrantCategory } from './grant-category.rule.js';

/**
 * The fields that an operation reads, by the category that opens them: those of other members by the grant that they
 * require, the registry's own by themselves. What belongs to no category is not noted.
 */
export function notedFields(reads: RequestContext['reads']): Partial<Record<GrantCategory, string[]>> {
  const noted: Partial<Record<GrantCategory, string[]>> = {};
  for (const [opener, paths] of Object.entries(reads)) {
    for (const path of paths) {
      const category = categoryOfField(opener === '' ? (path.split('.', 1)[0] ?? '') : opener);
      if (category !== null) noted[category] = [...(noted[category] ?? []), path];
    }
  }
  return noted;
}
