import type { Federation } from '../federation.js';
import type { MemberField, MemberSchema, MemberType } from '../member-schema.js';
import type { Fault, Rule } from '../rule.js';

/**
 * A change answers what it changed: at most one person, inside of a record of the member's own. People as such, and lists of
 * them, come from queries, where each read is stated beforehand.
 */
export const mutationShowsPerson: Rule = {
  code: 'MUTATION_SHOWS_PERSON',
  *check(federation): Iterable<Fault> {
    for (const schema of federation.members) {
      if (schema.name === federation.office) continue;
      const persons = [...schema.types.keys()].filter((type) => federation.isPerson(type));
      const known = new Set(reached(federation, schema, ['Query', ...persons], new Set()).keys());
      for (const field of rootFields(schema, 'Mutation')) {
        const answer = schema.types.get(field.named);
        const whole = [field.named, ...(answer === undefined ? [] : partsOf(answer, schema.types))];
        const many = [...reached(federation, schema, [field.named], known, isList(field))].filter(
          ([, isMany]) => isMany,
        );
        const shown = [...whole, ...many.map(([type]) => type)].find((type) => federation.isPerson(type));
        if (shown === undefined) continue;
        const message = `answers a ${shown} as a whole, or many; let a query give it.`;
        yield { member: schema.name, path: `Mutation.${field.name}`, message };
      }
    }
  },
};

/** What is pushed for hours was decided once, so nobody pushes what is decided at each request. */
export const subscriptionShowsPerson: Rule = {
  code: 'SUBSCRIPTION_SHOWS_PERSON',
  *check(federation): Iterable<Fault> {
    for (const schema of federation.members) {
      for (const field of rootFields(schema, 'Subscription')) {
        const shown = [...reached(federation, schema, [field.named], new Set()).keys()].find(
          (type) => federation.isPersonal(type) && isOfOthers(federation, schema.name, type),
        );
        if (shown === undefined) continue;
        const message = `pushes a ${shown}, on which is decided at each request anew; let a query give it.`;
        yield { member: schema.name, path: `Subscription.${field.name}`, message };
      }
    }
  },
};

const rootFields = ({ types }: MemberSchema, root: string): readonly MemberField[] =>
  [...(types.get(root)?.fields.values() ?? [])].filter(({ isExternal }) => !isExternal);

const isOfOthers = (federation: Federation, member: string, type: string): boolean =>
  [...federation.declarations(type).keys()].some((other) => other !== member);

const isList = ({ type }: MemberField): boolean => type.includes('[');

/**
 * All types that a member's own fields lead to from some types, these included, and whether a list is on the way to them.
 * Persons and what is known are not passed.
 */
function reached(
  federation: Federation,
  { types }: MemberSchema,
  from: readonly string[],
  known: ReadonlySet<string>,
  isMany = false,
): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  const visit = (name: string, many: boolean): void => {
    const before = found.get(name);
    if (before === true || before === many) return;
    found.set(name, many);
    const type = types.get(name);
    const isEnd = known.has(name) || (!from.includes(name) && federation.isPerson(name));
    if (type === undefined || isEnd) return;
    for (const field of type.fields.values()) if (!field.isExternal) visit(field.named, many || isList(field));
    for (const part of partsOf(type, types)) visit(part, many);
  };
  for (const name of from) visit(name, isMany);
  return found;
}

/** What an object of a union or of an interface can be. */
const partsOf = ({ name, members }: MemberType, types: ReadonlyMap<string, MemberType>): readonly string[] => [
  ...members,
  ...[...types.values()].filter(({ interfaces }) => interfaces.includes(name)).map((type) => type.name),
];
