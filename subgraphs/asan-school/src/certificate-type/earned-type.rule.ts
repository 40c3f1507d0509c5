/** The type that a score earns by the highest version of the rules; null when it reaches none. */
export function earnedType<Type extends { readonly version: number; readonly minimumScore: number }>(
  types: readonly Type[],
  score: number,
): Type | null {
  const version = Math.max(...types.map((type) => type.version));
  const reached = types.filter((type) => type.version === version && score >= type.minimumScore);
  return reached.toSorted((a, b) => b.minimumScore - a.minimumScore)[0] ?? null;
}
