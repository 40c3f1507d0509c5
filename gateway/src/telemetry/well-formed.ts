const NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;
const CODE = /^[A-Z][A-Z0-9_]{0,63}$/;
const MAX_NAME_LENGTH = 64;

/** Stands for a code that is not one. */
export const OTHER_CODE = 'OTHER';

/** The name of an operation as it may be logged: null when it is no name, its beginning when it is too long. */
export function loggedName(name: string | null): string | null {
  return name === null || !NAME.test(name) ? null : name.slice(0, MAX_NAME_LENGTH);
}

/** The code of an error as it may be logged. Subgraphs choose codes freely, so whatever is not in capitals is replaced. */
export function loggedCode(code: unknown): string {
  return typeof code === 'string' && CODE.test(code) ? code : OTHER_CODE;
}
