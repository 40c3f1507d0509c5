/** How a column is compared, and normalized before that. */
export const comparisonKinds = [
  'given-name',
  'family-name',
  'full-name',
  'patronymic',
  'date',
  'email',
  'phone',
  'postcode',
  'address',
  'identifier',
  'string',
  'exact',
] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];
