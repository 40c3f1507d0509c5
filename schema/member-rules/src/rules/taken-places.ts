import { commonTypes, builtInScalars, scalars } from '../contract.js';
import { normalFieldSet } from '../field-set.js';
import type { Federation } from '../federation.js';
import { rootTypes, type MemberType } from '../member-schema.js';
import type { Fault, Rule, Taken } from '../rule.js';

/** `@override` takes a field out of another member's hands. */
export const overrideTaken: Rule = {
  code: 'OVERRIDE_TAKEN',
  *check({ members }): Iterable<Fault> {
    for (const { name: member, types } of members) {
      for (const type of types.values()) {
        for (const { name, overrides } of type.fields.values()) {
          if (overrides === null || overrides === member) continue;
          const path = `${type.name}.${name}`;
          const message = `@override takes it from "${overrides}"; that member gives its word, or the field stays where it is.`;
          yield { member, path, message, taken: [{ owner: overrides, place: path }] };
        }
      }
    }
  },
};

/**
 * A field is resolved by one member. Where two do, the planner asks whichever is cheaper, so that one can answer for the
 * other. That goes for the fields of `Query` and `Mutation` too.
 */
export const fieldShared: Rule = {
  code: 'FIELD_SHARED',
  *check(federation): Iterable<Fault> {
    for (const { name: member, types } of federation.members) {
      for (const type of types.values()) {
        if (commonTypes.has(type.name)) continue;
        for (const { name, isExternal, isShareable } of type.fields.values()) {
          if (isExternal || isInSharedKey(federation, type, name)) continue;
          const path = `${type.name}.${name}`;
          const others = federation.ownersOf(type.name, name).filter((owner) => owner !== member);
          if (others.length > 0 && member !== federation.office) {
            const message = `is resolved by ${others.map((other) => `"${other}"`).join(' and ')} as well; leave it out.`;
            yield { member, path, message, taken: ownersOf(federation, others, path) };
          } else if (isShareable && federation.isPersonal(type.name)) {
            yield { member, path, message: 'is personal and @shareable; others could answer for this member.' };
          }
        }
      }
    }
  },
};

/** Where the office is among the owners, its word is the one that counts. */
function ownersOf({ office }: Federation, others: readonly string[], place: string): readonly Taken[] {
  return (others.includes(office) ? [office] : others).map((owner) => ({ owner, place }));
}

/** Whether every member that has the type finds it by a key which this field is part of. */
function isInSharedKey(federation: Federation, type: MemberType, field: string): boolean {
  const declared = [...federation.declarations(type.name).values()];
  const normal = normalFieldSet(field);
  return declared.every(({ keys }) => keys.some((key) => normalFieldSet(key) === normal));
}

/**
 * A type belongs to one member, unless it is an entity that each of them finds by the same key, or one that the framework
 * makes everywhere. What is declared twice is merged: a value more in an enum, a field less in an input, null where there
 * was none.
 */
export const typeRedeclared: Rule = {
  code: 'TYPE_REDECLARED',
  *check(federation): Iterable<Fault> {
    for (const { name: member, types } of federation.members) {
      if (member === federation.office) continue;
      for (const type of types.values()) {
        const others = [...federation.declarations(type.name)].filter(([other]) => other !== member);
        const [owner, original] = others.find(([other]) => other === federation.office) ?? others[0] ?? [];
        if (owner === undefined || original === undefined || type.isInterfaceObject) continue;
        const reason = redeclared(type, original);
        if (reason === null) continue;
        const taken = ownersOf(
          federation,
          others.map(([other]) => other),
          type.name,
        );
        yield { member, path: type.name, message: `is of "${owner}"${reason}`, taken };
      }
    }
  },
};

function redeclared(type: MemberType, original: MemberType): string | null {
  if (rootTypes.has(type.name) && type.kind === 'object') return null;
  if (type.kind !== original.kind) return ` as ${original.kind}, and ${type.kind} here.`;
  if (commonTypes.has(type.name)) {
    return sameShape(type, original) ? null : ' with other fields; take the framework’s.';
  }
  if (type.kind === 'scalar' && (scalars.has(type.name) || builtInScalars.has(type.name))) return null;
  if (type.kind === 'object' && type.keys.length > 0 && original.keys.length > 0) return null;
  return '; leave it out.';
}

function sameShape(left: MemberType, right: MemberType): boolean {
  const shape = ({ fields, values }: MemberType) =>
    [...[...fields.values()].map(({ name, type, requires }) => `${name}: ${type} ${requires ?? ''}`), ...values]
      .toSorted()
      .join('\n');
  return shape(left) === shape(right);
}

/**
 * An `@interfaceObject` answers for all types of another member's interface; an interface of one's own on another member's
 * type opens a second way to its fields.
 */
export const interfaceTaken: Rule = {
  code: 'INTERFACE_TAKEN',
  *check(federation): Iterable<Fault> {
    for (const { name: member, types } of federation.members) {
      for (const type of types.values()) {
        const others = [...federation.declarations(type.name).keys()].filter((other) => other !== member);
        if (type.isInterfaceObject && others.length > 0) {
          const message = `stands for the types of an interface of "${others.join('" and "')}"; put fields on types instead.`;
          yield { member, path: type.name, message, taken: ownersOf(federation, others, type.name) };
        }
        if (others.length === 0 || member === federation.office) continue;
        for (const name of type.interfaces) {
          const own = types.get(name);
          if (own === undefined || commonTypes.has(name)) continue;
          for (const field of own.fields.keys()) {
            if (isInSharedKey(federation, type, field)) continue;
            const owners = federation.ownersOf(type.name, field).filter((owner) => owner !== member);
            if (owners.length === 0) continue;
            const path = `${name}.${field}`;
            const message = `opens another way to "${type.name}.${field}" of "${owners.join('" and "')}"; leave it out.`;
            yield { member, path, message, taken: ownersOf(federation, owners, `${type.name}.${field}`) };
          }
        }
      }
    }
  },
};
