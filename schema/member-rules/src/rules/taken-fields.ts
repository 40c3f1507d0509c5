import type { Federation } from '../federation.js';
import { normalFieldSet, selectedFields, type SelectedField } from '../field-set.js';
import type { MemberField, MemberType } from '../member-schema.js';
import type { Fault, Rule, Taken } from '../rule.js';

/** A field that a member declares, with all that stands around it. */
interface Declared {
  readonly federation: Federation;
  readonly member: string;
  readonly type: MemberType;
  readonly field: MemberField;
}

/**
 * `@requires` takes another member's fields through the gateway. It may take the decision on the member's own category, and
 * what everybody may know; personal fields and ids only with the owner's word.
 */
export const requiresTaken: Rule = {
  code: 'REQUIRES_TAKEN',
  *check(federation): Iterable<Fault> {
    for (const declared of declaredFields(federation)) {
      const { member, type, field } = declared;
      const path = `${type.name}.${field.name}`;
      for (const selected of selectionOf(declared, field.requires, type.name)) {
        if (selected === null) yield { member, path, message: '@requires cannot be read.' };
        else if (!mayRequire(declared, selected)) {
          const { taken, place } = takenOf(federation, member, selected);
          yield {
            member,
            path,
            message: `@requires "${place}", which is not this member’s; leave it out.`,
            ...(isGrant(federation, selected) ? {} : { taken }),
          };
        }
      }
    }
  },
};

/** `@provides` answers another member's fields in its place. */
export const providesTaken: Rule = {
  code: 'PROVIDES_TAKEN',
  *check(federation): Iterable<Fault> {
    for (const declared of declaredFields(federation)) {
      const { member, type, field } = declared;
      const path = `${type.name}.${field.name}`;
      for (const selected of selectionOf(declared, field.provides, field.named)) {
        if (selected === null) yield { member, path, message: '@provides cannot be read.' };
        else if (!isOwnOrKey(federation, member, selected)) {
          const { taken, place } = takenOf(federation, member, selected);
          yield {
            member,
            path,
            message: `@provides "${place}", which its owner answers; leave it out.`,
            ...(isGrant(federation, selected) ? {} : { taken }),
          };
        }
      }
    }
  },
};

/**
 * A key is told to whoever refers to the entity. One that everybody shares has the keys that its owner gave it: a person is
 * found by an id, never by what the person is called or where mail reaches them.
 */
export const keyTaken: Rule = {
  code: 'KEY_TAKEN',
  *check(federation): Iterable<Fault> {
    for (const { name: member, types } of federation.members) {
      for (const type of types.values()) {
        for (const key of type.keys) yield* keyFaults(federation, member, type, key);
      }
    }
  },
};

function* keyFaults(federation: Federation, member: string, type: MemberType, key: string): Iterable<Fault> {
  const path = type.name;
  const selected = selectedFields(key, type.name, (parent, field) => federation.namedOf(parent, field));
  if (selected === null) {
    yield { member, path, message: '@key cannot be read.' };
    return;
  }
  const normal = normalFieldSet(key);
  const others = [...federation.declarations(type.name)].filter(([other]) => other !== member);
  const givers = others.filter(([other]) => other === federation.office);
  const known = new Set(
    (givers.length > 0 ? givers : others).flatMap(([, { keys }]) => keys.map((one) => normalFieldSet(one))),
  );
  const isKnown = member === federation.office || known.has(normal);
  // Whoever adds to entities is told the keys of all of them, and whoever only refers to them has the keys already.
  const takesIds =
    member !== federation.office &&
    others.length > 0 &&
    federation.isPersonal(type.name) &&
    !federation.isPerson(type.name) &&
    [...type.fields.values()].some((field) => !isInKeys(type, field.name));
  for (const one of selected) {
    const { taken, place } = takenOf(federation, member, one);
    const message = `@key has "${place}"; find it by the key that its owner gave it.`;
    if (isGrant(federation, one)) yield { member, path, message };
    else if (takesIds) yield { member, path, message, taken };
    else if (isKnown || known.has(normalFieldSet(one.field))) continue;
    else if (isOwnOrKey(federation, member, one) && (others.length === 0 || !federation.isPersonal(one.type))) continue;
    else if (federation.isPersonalField(one.type, one.field)) yield { member, path, message, taken };
  }
}

function mayRequire({ federation, member, type, field }: Declared, selected: SelectedField): boolean {
  const grantOwners = federation.grantOwners(selected.type, selected.field);
  if (grantOwners !== undefined) {
    return selected.depth === 0 && selected.type === type.name && !field.isExternal && isOnly(grantOwners, member);
  }
  if (isOnly(federation.ownersOf(selected.type, selected.field), member)) return true;
  if (selected.depth === 0 && isInKeys(type, selected.field)) return true;
  return !federation.isPersonalField(selected.type, selected.field);
}

const isOnly = (owners: readonly string[], member: string): boolean => owners.length === 1 && owners[0] === member;

const isGrant = (federation: Federation, { type, field }: SelectedField): boolean =>
  federation.grantOwners(type, field) !== undefined;

/** Whether the member alone resolves a field, or finds the entity by it, so that it knows the value already. */
function isOwnOrKey(federation: Federation, member: string, { type, field }: SelectedField): boolean {
  const own = federation.declarations(type).get(member);
  return isOnly(federation.ownersOf(type, field), member) || (own !== undefined && isInKeys(own, field));
}

/** Whether a field stands in a key that is a single field, so that it is no more than the entity's name. */
const isInKeys = ({ keys }: MemberType, field: string): boolean =>
  keys.some((key) => normalFieldSet(key) === normalFieldSet(field));

function takenOf(federation: Federation, member: string, { type, field }: SelectedField) {
  const place = `${type}.${field}`;
  const owners = federation.ownersOf(type, field).filter((owner) => owner !== member);
  return { place, taken: owners.map((owner): Taken => ({ owner, place })) };
}

function declaredFields(federation: Federation): readonly Declared[] {
  return federation.members.flatMap(({ name: member, types }) =>
    [...types.values()].flatMap((type) =>
      [...type.fields.values()].map((field) => ({ federation, member, type, field })),
    ),
  );
}

function selectionOf(
  { federation }: Declared,
  fieldSet: string | null,
  type: string,
): readonly (SelectedField | null)[] {
  if (fieldSet === null) return [];
  return selectedFields(fieldSet, type, (parent, field) => federation.namedOf(parent, field)) ?? [null];
}
