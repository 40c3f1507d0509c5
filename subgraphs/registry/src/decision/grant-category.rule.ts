/** The categories of personal data that a consent or a grant names, each as the column values write it. */
export const grantCategories = {
  STUDY: 'study',
  PROGRAMME: 'programme',
  SERVICE: 'service',
  ALUMNI: 'alumni',
  CREATIVE: 'creative',
  CONTACT: 'contact',
} as const;

export type GrantCategoryName = keyof typeof grantCategories;
export type GrantCategory = (typeof grantCategories)[GrantCategoryName];

/** The member that holds the data of each category: the audience of its grants. */
export const categoryOwners = {
  STUDY: 'university',
  PROGRAMME: 'asan-school',
  SERVICE: 'union',
  ALUMNI: 'alumni',
  CREATIVE: 'creative',
  CONTACT: 'registry',
} as const satisfies Record<GrantCategoryName, string>;

/** The member that holds the data of a category. */
export function ownerOf(category: GrantCategory): string {
  return categoryOwners[category.toUpperCase() as GrantCategoryName];
}
