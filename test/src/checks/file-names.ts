const banned: ReadonlySet<string> = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'manager',
  'index',
]);
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * What is wrong with the name of a source file: a part that says nothing, such as `utils`, a barrel, or a part that is
 * not in kebab case. Null when the name is fine.
 */
export function nameFault(path: string): string | null {
  const parts = path.split('/').flatMap((segment) => segment.replace(/^[._]/, '').split('.'));
  const hollow = parts.find((part) => banned.has(part) || [...banned].some((word) => part.endsWith(`-${word}`)));
  if (hollow !== undefined) return `${path}: "${hollow}" does not say what is inside`;
  const odd = parts.find((part) => !kebab.test(part));
  return odd === undefined ? null : `${path}: "${odd}" is not in kebab case`;
}
