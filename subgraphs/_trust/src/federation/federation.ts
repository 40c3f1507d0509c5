import {
  buildFederatedSchema,
  type ResolveReference as ResolveReferenceIn,
  type SchemaDefinition,
  type SubgraphSchema,
} from '@birlik/kernel/federation';
import { assertAllowed } from '../allow/allow.js';
import type { RequestContext } from '../context/context.js';
import { dataExportOf, resolveDataExport } from '../data-export/data-export.js';
import { erasureResolver } from '../erasure/erasure.js';
import { logWitnessResolver } from '../heads/heads.js';
import type { PersonalData } from '../personal-data/personal-data.js';
import { failedJobsResolver } from '../queue/queue.js';
import { GrantScalar, PersonalRowScalar, RelationScalar, ReleasedCountScalar } from '../scalars/scalars.js';

export type ResolveReference = ResolveReferenceIn<RequestContext>;

/**
 * Takes a thing as its reference names it: whether it exists is for the member to say that owns it, and this one only adds
 * fields.
 */
export const asReferenced: ResolveReference = (reference) => reference;

/** A member's part of the graph: its resolvers, references and types, listed explicitly. */
export type MemberSchema = Omit<SchemaDefinition<RequestContext>, 'scalars'>;

/**
 * Builds a member's federated schema, with the rights of the people whose data it holds.
 *
 * @param member whose jobs it does
 * @param personalData gives the member a section in people's export and lets it take orders of erasure; null in the
 *   registry, which gives both orders itself
 */
export function buildMemberSchema(
  definition: MemberSchema,
  member: string,
  personalData: PersonalData | null,
): SubgraphSchema {
  const dataExport = personalData && dataExportOf(personalData);
  const rights =
    personalData && dataExport
      ? [dataExport.resolver, erasureResolver(personalData), logWitnessResolver(personalData.member)]
      : [];
  return buildFederatedSchema({
    resolvers: [...definition.resolvers, failedJobsResolver(member), ...rights],
    references: { ...definition.references, ...(personalData && { DataExport: resolveDataExport }) },
    orphanedTypes: [...(definition.orphanedTypes ?? []), ...(dataExport ? [dataExport.type] : [])],
    inspect: assertAllowed,
    scalars: [GrantScalar, PersonalRowScalar, RelationScalar, ReleasedCountScalar],
  });
}
