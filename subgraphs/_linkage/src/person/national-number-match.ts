export type NationalNumberMatch = 'equal' | 'different' | 'unknown';

/**
 * Compares two national numbers by their hashes under one or more secret keys each, as `version:hash` with the version of
 * the key. Unknown when one is missing or no key saw both.
 */
export function matchNationalNumbers(left: readonly string[], right: readonly string[]): NationalNumberMatch {
  if (left.some((hash) => right.includes(hash))) return 'equal';
  const versions = new Set(left.map(versionOf));
  return right.some((hash) => versions.has(versionOf(hash))) ? 'different' : 'unknown';
}

function versionOf(hash: string): string {
  return hash.slice(0, hash.indexOf(':'));
}
