import type { ClientError } from '../errors/client-error.js';

/** The errors without those that say, by `extensions.once`, that one with their code is enough for an operation. */
export function toldOnce(errors: readonly ClientError[]): readonly ClientError[] {
  if (!errors.some(({ extensions }) => extensions['once'] === true)) return errors;
  const told = new Set<unknown>();
  return errors.flatMap((error) => {
    const { once, ...extensions } = error.extensions;
    if (once !== true) return [error];
    if (told.has(extensions['code'])) return [];
    told.add(extensions['code']);
    return [{ ...error, extensions }];
  });
}
