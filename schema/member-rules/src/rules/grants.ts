import {
  erasureFields,
  exportSection,
  exportType,
  grantScalar,
  grantTag,
  relationScalar,
  statusTag,
} from '../contract.js';
import { selectedFields } from '../field-set.js';
import { isGrant, type Federation } from '../federation.js';
import type { MemberField, MemberSchema, MemberType } from '../member-schema.js';
import type { Fault, Rule } from '../rule.js';

/** The office alone decides. A grant that a member resolves would be its own word for what it may read. */
export const grantDeclared: Rule = {
  code: 'GRANT_DECLARED',
  *check({ members, office }): Iterable<Fault> {
    for (const { name: member, types } of members) {
      if (member === office) continue;
      for (const type of types.values()) {
        for (const field of type.fields.values()) {
          const path = `${type.name}.${field.name}`;
          if (isGrant(field) && !field.isExternal) {
            yield { member, path, message: `brings a decision, which only "${office}" does; mark it @external.` };
          }
          for (const argument of field.arguments.filter((one) => isGrant(one))) {
            yield { member, path: `${path}(${argument.name}:)`, message: 'takes a decision from a client.' };
          }
        }
      }
    }
  },
};

/** Whoever sees a grant or the statement of a relation can show it to the one it is for, so no client ever does. */
export const grantExposed: Rule = {
  code: 'GRANT_EXPOSED',
  *check({ members, office }): Iterable<Fault> {
    for (const { name: member, types } of members.filter(({ name }) => name === office)) {
      for (const type of types.values()) {
        for (const field of type.fields.values()) {
          if (!isGrant(field) || field.isInaccessible) continue;
          yield { member, path: `${type.name}.${field.name}`, message: 'brings a decision without @inaccessible.' };
        }
      }
      const scalar = types.get(grantScalar);
      if (scalar !== undefined && !scalar.isInaccessible) {
        yield { member, path: grantScalar, message: 'holds decisions without @inaccessible.' };
      }
    }
    for (const { name: member, types } of members) {
      for (const type of types.values()) {
        for (const field of type.fields.values()) {
          if (field.named !== relationScalar || field.isInaccessible) continue;
          yield { member, path: `${type.name}.${field.name}`, message: 'states a relation without @inaccessible.' };
        }
      }
    }
  },
};

/**
 * What the gateway and the other rules go by is said by the office alone: whose a grant is, and who may act. Composition
 * puts the tags of all members together, so a second word is as good as none.
 */
export const tagSpoofed: Rule = {
  code: 'TAG_SPOOFED',
  *check(federation): Iterable<Fault> {
    const { members, office } = federation;
    for (const { name: member, types } of members) {
      for (const type of types.values()) {
        yield* typeTags(member, type);
        for (const field of type.fields.values()) {
          const path = `${type.name}.${field.name}`;
          const said = [...field.tags].filter((tag) => tag.startsWith(grantTag));
          if (member === office && isGrant(field) && (said.length !== 1 || field.named !== grantScalar)) {
            const message = `has ${said.length} tags of the form "${grantTag}…", and is of type ${field.named}; it needs one and ${grantScalar}.`;
            yield { member, path, message };
          }
          const isOffice =
            member === office || (field.isExternal && federation.ownersOf(type.name, field.name).includes(office));
          const reserved = [...field.tags].find(isReserved);
          if (reserved !== undefined && !isOffice) {
            yield { member, path, message: `has the tag "${reserved}", which is for "${office}" to give.` };
          }
          for (const argument of field.arguments) {
            const own = [...argument.tags].find(isReserved);
            if (own !== undefined)
              yield {
                member,
                path: `${path}(${argument.name}:)`,
                message: `has the tag "${own}", which is for fields.`,
              };
          }
        }
      }
    }
  },
};

function* typeTags(member: string, { name, tags }: MemberType): Iterable<Fault> {
  const reserved = [...tags].find(isReserved);
  if (reserved !== undefined) yield { member, path: name, message: `has the tag "${reserved}", which is for fields.` };
}

const isReserved = (tag: string): boolean => tag === statusTag || tag.startsWith(grantTag);

/** What a member adds to a person waits for the decision on its category, so that no read goes without its row in the log. */
export const personalWithoutGrant: Rule = {
  code: 'PERSONAL_WITHOUT_GRANT',
  *check(federation): Iterable<Fault> {
    const owners = federation.categoryOwners();
    for (const { name: member, types } of federation.members) {
      if (member === federation.office) continue;
      for (const type of types.values()) {
        for (const field of addedToPersons(federation, type)) {
          if (isOpenSection(type, field, owners.has(member)) || needsOwnGrant(federation, member, type, field))
            continue;
          const path = `${type.name}.${field.name}`;
          yield {
            member,
            path,
            message: 'is about a person; it needs @requires of the grant of this member’s category.',
          };
        }
      }
    }
  },
};

/** A section of the export, which only the person reaches; a member that owns a category decides on it by that. */
const isOpenSection = (type: MemberType, field: MemberField, ownsCategory: boolean): boolean =>
  type.name === exportType && field.named === exportSection && !ownsCategory;

function needsOwnGrant(federation: Federation, member: string, type: MemberType, field: MemberField): boolean {
  const selected = selectedFields(field.requires ?? '', type.name, (parent, name) => federation.namedOf(parent, name));
  return (selected ?? []).some(
    (one) => one.depth === 0 && federation.grantOwners(type.name, one.field)?.includes(member) === true,
  );
}

/** A person can have everything that a member holds, so a member that holds something says how. */
export const exportMissing: Rule = {
  code: 'EXPORT_MISSING',
  *check(federation): Iterable<Fault> {
    for (const { name: member, types } of holders(federation)) {
      const added = types.get(exportType);
      const hasSection =
        added !== undefined && addedToPersons(federation, added).some(({ named }) => named === exportSection);
      if (hasSection) continue;
      const message = `holds personal data, and adds no ${exportSection} of its own to the export of a person.`;
      yield { member, path: exportType, message };
    }
  },
};

/** A person can have everything erased that a member holds, so a member that holds something carries out orders to. */
export const erasureMissing: Rule = {
  code: 'ERASURE_MISSING',
  *check(federation): Iterable<Fault> {
    for (const { name: member, types } of holders(federation)) {
      const { mutation, query } = erasureFields(member);
      const missing = [['Mutation', mutation] as const, ['Query', query] as const].filter(
        ([root, name]) => types.get(root)?.fields.get(name)?.isExternal !== false,
      );
      for (const [root, name] of missing) {
        yield {
          member,
          path: `${root}.${name}`,
          message: 'is missing: this member holds personal data that it cannot be told to erase.',
        };
      }
    }
  },
};

/** Whoever owns a category, adds to a person, leads to one or has ids that not everybody may know holds personal data. */
function holders(federation: Federation): readonly MemberSchema[] {
  const owners = federation.categoryOwners();
  return federation.members.filter(
    ({ name, types }) =>
      name !== federation.office &&
      (owners.has(name) ||
        [...types.values()].some(
          (type) =>
            addedToPersons(federation, type).length > 0 ||
            (federation.isPersonal(type.name) && !federation.isPerson(type.name)) ||
            [...type.fields.values()].some(({ named, isExternal }) => !isExternal && federation.isPerson(named)),
        )),
  );
}

/** The fields that a member adds to a type of persons: neither a key nor somebody else’s. */
function addedToPersons(federation: Federation, type: MemberType): readonly MemberField[] {
  if (!federation.isPerson(type.name)) return [];
  const office = federation.declarations(type.name).get(federation.office);
  return [...type.fields.values()].filter(
    (field) => !field.isExternal && !isGrant(field) && office?.fields.get(field.name)?.isExternal !== false,
  );
}
