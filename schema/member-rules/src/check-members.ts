import type { DocumentNode } from 'graphql';
import { checkMemberDocument, checkSupergraphDocument } from './check-document.js';
import { compareMembers } from './compare-members.js';
import { grantTag, statusTag } from './contract.js';
import { Federation, isGrant } from './federation.js';
import { memberOfSdl } from './member-of-sdl.js';
import type { MemberField, MemberSchema } from './member-schema.js';
import { membersOfSupergraph } from './members-of-supergraph.js';
import type { Finding, Rule } from './rule.js';
import { externalChanged, externalHidden } from './rules/external-changed.js';
import {
  erasureMissing,
  exportMissing,
  grantDeclared,
  grantExposed,
  personalWithoutGrant,
  tagSpoofed,
} from './rules/grants.js';
import { cursorUntagged, idMadePublic, idType, scalarUnlisted } from './rules/ids.js';
import { mutationShowsPerson, subscriptionShowsPerson } from './rules/shown-persons.js';
import { keyTaken, providesTaken, requiresTaken } from './rules/taken-fields.js';
import { fieldShared, interfaceTaken, overrideTaken, typeRedeclared } from './rules/taken-places.js';

const rules: readonly Rule[] = [
  requiresTaken,
  providesTaken,
  keyTaken,
  overrideTaken,
  fieldShared,
  typeRedeclared,
  interfaceTaken,
  grantDeclared,
  grantExposed,
  tagSpoofed,
  personalWithoutGrant,
  exportMissing,
  erasureMissing,
  idType,
  cursorUntagged,
  idMadePublic,
  scalarUnlisted,
  mutationShowsPerson,
  subscriptionShowsPerson,
];

/**
 * What members take that was not given to them, by their SDL. Nothing, where nobody decides on persons.
 *
 * @param office the member that decides
 */
export function checkSubgraphs(documents: ReadonlyMap<string, DocumentNode>, office: string): readonly Finding[] {
  const members = [...documents].map(([name, document]) => memberOfSdl(name, document));
  if (!decidesOnPersons(members, office)) return [];
  const ofDocuments = [...documents].flatMap(([name, document]) => checkMemberDocument(name, document));
  return [...checkMembers([...rules, externalChanged], members, office), ...ofDocuments];
}

/**
 * The same by a supergraph, whoever composed it.
 *
 * @param office the member that decides
 */
export function checkSupergraph(supergraph: DocumentNode, office: string): readonly Finding[] {
  const members = membersOfSupergraph(supergraph);
  if (!decidesOnPersons(members, office)) return [];
  return [...checkMembers([...rules, externalHidden], members, office), ...checkSupergraphDocument(supergraph)];
}

/** What a supergraph takes from the one before it. */
export function compareSupergraphs(before: DocumentNode, after: DocumentNode, office: string): readonly Finding[] {
  const members = membersOfSupergraph(before);
  return decidesOnPersons(members, office) ? compareMembers(members, membersOfSupergraph(after), office) : [];
}

/** One line for a terminal or a log: who, which rule, where, what. */
export const describeFinding = ({ code, member, path, message }: Finding): string =>
  `${member}: ${code}: ${path} ${message}`;

/**
 * Without anybody who decides there is nobody to protect, as in a federation of another kind. An office that decides and does
 * not say for whom is no such federation.
 */
function decidesOnPersons(members: readonly MemberSchema[], office: string): boolean {
  return members.some(({ name, types }) =>
    [...types.values()].some(({ fields }) =>
      [...fields.values()].some(
        (field) => field.tags.has(statusTag) || hasGrantTag(field) || (name === office && isGrant(field)),
      ),
    ),
  );
}

const hasGrantTag = ({ tags }: MemberField): boolean => [...tags].some((tag) => tag.startsWith(grantTag));

function checkMembers(all: readonly Rule[], members: readonly MemberSchema[], office: string): readonly Finding[] {
  const federation = new Federation(members, office);
  return all.flatMap(({ code, check }) => [...check(federation)].map((fault) => ({ code, ...fault })));
}
