import { builtInScalars, exportParts, pairwiseTag, publicTag, scalars } from '../contract.js';
import type { Federation } from '../federation.js';
import type { MemberField, MemberType, MemberValue } from '../member-schema.js';
import type { Fault, Rule } from '../rule.js';

/** A field, an argument or an input field with its coordinate. */
interface Place {
  readonly member: string;
  readonly type: MemberType;
  readonly field: MemberField;
  readonly path: string;
  readonly value: MemberValue;
}

const idName = /^(id|ID|Id)s?$|[a-z0-9](Id|ID)s?$|_(id|ID|Id)s?$/;
const otherIdName =
  /^(sub|uid|pid|oid)s?$|[a-z0-9](Sub|Uid|Pid|Oid)s?$|([uU]uid|UUID|[gG]uid|GUID|[iI]dentifier|[pP]seudonym)s?$/;
const cursorName = /^cursor$|Cursor$|^after$|^before$/;
const person = '(volunteer|person|people|mentor|mentee|guardian|trainee|applicant|student|viewer)';
const personReference = new RegExp(
  `${person}s?_?(ref|reference|key|code|handle|token|uid|no|number|hash|link|urn|sub|pk|oid|serial)s?$`,
  'i',
);
const onePerson = /^(volunteer|person|mentor|mentee|guardian|trainee|applicant|student)$/i;
const manyPersons = /^(volunteers|persons|people|mentors|mentees|guardians|trainees|applicants|students)$/i;
const personId = new RegExp(`${person}_?ids?$`, 'i');
const address = /(^|[a-z0-9_])(url|uri|href|link)s?$/i;

/**
 * What is an id is of type `ID`, so that the gateway gives each viewer an id of its own: in fields, arguments and inputs, by
 * whatever name, and in a text such as an address too.
 */
export const idType: Rule = {
  code: 'ID_TYPE',
  *check(federation): Iterable<Fault> {
    for (const { member, type, path, value } of placesOf(federation)) {
      const { name, named, tags } = value;
      if (named === 'ID' || tags.has(pairwiseTag) || !isLeaf(federation, named)) continue;
      if (idName.test(name) || otherIdName.test(name) || personReference.test(name)) {
        yield { member, path, message: `is called an id but is of type ${named}; make it ID.` };
      } else if (namesPeople(value)) {
        yield { member, path, message: `names people, but is of type ${value.type}; make it ID, or a type.` };
      } else if (named === 'String' && address.test(name) && federation.isPersonal(type.name)) {
        const message = `is an address of something about a person, in which ids stand; leave it out, or tag it "${pairwiseTag}".`;
        yield { member, path, message };
      }
    }
  },
};

/** A number that is called by many people is how many they are; that is for the rules on counts. */
const namesPeople = ({ name, named }: MemberValue): boolean =>
  (onePerson.test(name) && (named === 'String' || named === 'Int')) || (manyPersons.test(name) && named === 'String');

/** A cursor has ids in it, and the gateway leaves texts alone that do not say so. */
export const cursorUntagged: Rule = {
  code: 'CURSOR_UNTAGGED',
  *check(federation): Iterable<Fault> {
    for (const { member, path, value } of placesOf(federation)) {
      if (!cursorName.test(value.name) || value.named !== 'String' || value.tags.has(pairwiseTag)) continue;
      yield { member, path, message: `is a cursor without @tag(name: "${pairwiseTag}").` };
    }
  },
};

/** An id of a person is never the same for everybody. */
export const idMadePublic: Rule = {
  code: 'ID_MADE_PUBLIC',
  *check(federation): Iterable<Fault> {
    for (const { member, type, field, path, value } of placesOf(federation)) {
      if (!value.tags.has(publicTag)) continue;
      const isOfPerson =
        personId.test(value.name) ||
        (federation.isPerson(type.name) && value === field && value.named === 'ID') ||
        (value !== field && value.named === 'ID' && /^ids?$/.test(value.name) && federation.isPerson(field.named));
      if (isOfPerson)
        yield { member, path, message: `is an id of a person with @tag(name: "${publicTag}"); take the tag away.` };
    }
  },
};

/**
 * The gateway finds no ids in a scalar that it does not know. The contract has a closed list; rows of an export, which only
 * the person gets, stand nowhere else.
 */
export const scalarUnlisted: Rule = {
  code: 'SCALAR_UNLISTED',
  *check(federation): Iterable<Fault> {
    for (const { name: member, types } of federation.members) {
      for (const { name, kind } of types.values()) {
        if (builtInScalars.has(name)) {
          yield { member, path: name, message: 'is a type of GraphQL itself; do not declare it.' };
        } else if (kind === 'scalar' && !scalars.has(name)) {
          yield { member, path: name, message: 'is not among the scalars of the contract, in which no ids stand.' };
        }
      }
    }
    for (const { member, type, path, value } of placesOf(federation)) {
      const within = exportParts.get(value.named);
      if (within !== undefined && type.name !== within) {
        yield { member, path, message: `is a ${value.named}, which stands in ${within} only.` };
      }
    }
  },
};

function isLeaf(federation: Federation, name: string): boolean {
  const declared = [...federation.declarations(name).values()];
  return declared.every(({ kind }) => kind === 'scalar');
}

function placesOf(federation: Federation): readonly Place[] {
  return federation.members.flatMap(({ name: member, types }) =>
    [...types.values()].flatMap((type) =>
      [...type.fields.values()].flatMap((field): Place[] => {
        if (field.isExternal) return [];
        const path = `${type.name}.${field.name}`;
        const place = { member, type, field };
        return [
          { ...place, path, value: field },
          ...field.arguments.map((argument) => ({ ...place, path: `${path}(${argument.name}:)`, value: argument })),
        ];
      }),
    ),
  );
}
