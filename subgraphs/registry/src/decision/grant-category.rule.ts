import { personalCategories, type CategoryCode } from '@birlik/trust/personal-category';

/** A category of personal data as columns and logs write it. */
export type GrantCategory = CategoryCode;

/** The categories by their names in the graph. */
export const grantCategories: Readonly<Record<string, GrantCategory>> = Object.fromEntries(
  personalCategories.map(({ name, code }) => [name, code]),
);

/** What the log can be about: a category, or who somebody is. */
export type LoggedCategory = GrantCategory | 'identity';

/** What the log can be about, by its names in the graph. */
export const loggedCategories: Readonly<Record<string, LoggedCategory>> = { ...grantCategories, IDENTITY: 'identity' };

/** The category whose data the registry itself holds. */
export const ownCategory: GrantCategory = 'contact';

/** The other one, which nobody reads by a tie: it may tell of somebody's health. */
export const accessNeeds: GrantCategory = 'access_needs';

/** The member that holds the data of a category. @throws Error for one that is not listed */
export function ownerOf(category: GrantCategory): string {
  const found = personalCategories.find(({ code }) => code === category);
  if (!found) throw new Error(`There is no category ${category}.`);
  return found.owner;
}

/** The members that hold data of other categories than the registry's own. */
export const categoryOwners: readonly string[] = [
  ...new Set(personalCategories.flatMap(({ owner, grantField }) => (grantField === null ? [] : [owner]))),
];
