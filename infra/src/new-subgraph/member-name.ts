import { OperatorError } from '../operator-error.js';

/** The name of a member in each spelling that its files need, such as `red-crescent`. */
export interface MemberName {
  /** The folder, the package and the subgraph: `red-crescent`. */
  readonly kebab: string;
  /** Before a GraphQL type: `RedCrescent`. */
  readonly pascal: string;
  /** Before a GraphQL field: `redCrescent`. */
  readonly camel: string;
  /** In the names of the database and its roles: `red_crescent`. */
  readonly snake: string;
  /** For people: `Red Crescent`. */
  readonly words: string;
}

const usage = 'Usage: npm run new:subgraph -- NAME, with a name in kebab case such as red-crescent.';
const shortest = 2;

/** PostgreSQL cuts names at 63 bytes, and the roles are called `birlik_<name>_owner`; types get words behind it. */
const longest = 30;

/** Names that packages, processes and databases of the stack have already. */
const reserved: ReadonlySet<string> = new Set([
  'birlik',
  'gateway',
  'identity-provider',
  'infra',
  'kernel',
  'trust',
  'portal',
  'postgres',
  'schema',
  'supergraph',
  'test',
  'test-client',
  'demo-data',
]);

/**
 * Reads the arguments of the command.
 *
 * @param members the members that exist
 * @throws OperatorError when there is not exactly one name, or when a new member cannot have it
 */
export function readMemberName(args: readonly string[], members: readonly string[]): MemberName {
  const [name, ...more] = args;
  if (name === undefined) throw new OperatorError('The name of the new member is missing.', { cure: usage });
  if (more.length > 0) {
    throw new OperatorError(`One name is enough, but there are ${args.length}: ${args.join(', ')}`, { cure: usage });
  }
  const fault = faultOf(name, members);
  if (fault !== null) throw new OperatorError(`"${name}" ${fault}.`, { cure: usage });
  const parts = name.split('-');
  const capitals = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return {
    kebab: name,
    pascal: capitals.join(''),
    camel: [parts[0], ...capitals.slice(1)].join(''),
    snake: parts.join('_'),
    words: capitals.join(' '),
  };
}

function faultOf(name: string, members: readonly string[]): string | null {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return 'is not in kebab case: lower-case Latin letters and digits in words that hyphens join, a letter first';
  }
  if (name.length < shortest || name.length > longest) {
    return `has ${name.length} characters, but a name has ${shortest} to ${longest}`;
  }
  if (reserved.has(name)) return 'is the name of another part of the stack';
  if (members.includes(name)) return 'is a member already';
  // Type names have no hyphens, so names that differ in hyphens alone could get the same types.
  const twin = members.find((member) => member.replaceAll('-', '') === name.replaceAll('-', ''));
  return twin === undefined ? null : `is too much like the member "${twin}"`;
}
