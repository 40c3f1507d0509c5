import type { Word } from '@birlik/member-rules/word';
import { GraphQLError } from 'graphql';
import { takenByMembers } from '../taken.js';
import { countUnreleased } from './count-unreleased.js';
import { cursorUntagged } from './cursor-untagged.js';
import { descriptionMissing } from './description-missing.js';
import { directiveRenamed } from './directive-renamed.js';
import { idTagsDiffer } from './id-tags-differ.js';
import { idType } from './id-type.js';
import { interfaceFieldRequires } from './interface-field-requires.js';
import { interfaceObjectRequires } from './interface-object-requires.js';
import { listUnbounded } from './list-unbounded.js';
import { organizationIdUntagged } from './organization-id-untagged.js';
import { requiresAbstract } from './requires-abstract.js';
import { requiresTwoKeys } from './requires-two-keys.js';
import type { Finding, Rule } from './rule.js';
import { securityUnenforced } from './security-unenforced.js';
import { parseSubgraph } from './subgraph-document.js';
import type { SubgraphDocument } from './subgraph-document.js';
import { unionMembersDiffer } from './union-members-differ.js';

const rules: readonly Rule[] = [
  descriptionMissing,
  idType,
  cursorUntagged,
  organizationIdUntagged,
  idTagsDiffer,
  listUnbounded,
  countUnreleased,
  requiresAbstract,
  requiresTwoKeys,
  interfaceFieldRequires,
  interfaceObjectRequires,
  unionMembersDiffer,
  directiveRenamed,
  securityUnenforced,
];

/**
 * Applies every rule to the SDL of all subgraphs, by name, those on what members take too. Never throws for a faulty SDL; it
 * becomes a finding.
 *
 * @param words what members allow each other to take
 */
export function lintSubgraphs(subgraphs: ReadonlyMap<string, string>, words: readonly Word[] = []): readonly Finding[] {
  const findings: Finding[] = [];
  const documents: SubgraphDocument[] = [];
  for (const [name, sdl] of subgraphs) {
    try {
      documents.push(parseSubgraph(name, sdl));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      findings.push({ code: 'SYNTAX_ERROR', subgraph: name, path: 'document', message: error.message });
    }
  }
  for (const { code, check } of rules) {
    for (const fault of check(documents)) findings.push({ code, ...fault });
  }
  const known = new Set(findings.map(describeFinding));
  const parsed = new Map(documents.map(({ name, document }) => [name, document]));
  for (const { code, member, path, message } of takenByMembers(parsed, words)) {
    const finding = { code, subgraph: member, path, message };
    if (!known.has(describeFinding(finding))) findings.push(finding);
  }
  return findings;
}

/** One line for a terminal: where, which rule, what. */
export const describeFinding = ({ code, subgraph, path, message }: Finding): string =>
  `${subgraph}: ${code}: ${path} ${message}`;
