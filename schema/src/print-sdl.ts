import { sortSDL } from '@theguild/federation-composition';
import { parse, print } from 'graphql';

/**
 * The one way in which SDL is written to disk: definitions, fields and values in alphabetical order, arguments as
 * declared, one newline at the end. Equal graphs therefore make equal files. Throws a `GraphQLError` on a syntax error.
 */
export function printSdl(sdl: string): string {
  return `${print(sortSDL(parse(sdl, { noLocation: true })))}\n`;
}
