import {
  buildFederatedSchema,
  type ResolveReference as ResolveReferenceIn,
  type SchemaDefinition,
  type SubgraphSchema,
} from '@birlik/kernel/federation';
import type { RequestContext } from '../context/context.js';
import { dataExportOf, resolveDataExport } from '../data-export/data-export.js';
import { erasureResolver } from '../erasure/erasure.js';
import type { PersonalData } from '../personal-data/personal-data.js';
import { GrantScalar, PersonalRowScalar, ReleasedCountScalar } from '../scalars/scalars.js';

export type ResolveReference = ResolveReferenceIn<RequestContext>;

export interface MemberSchema extends Omit<SchemaDefinition<RequestContext>, 'scalars'> {
  /**
   * What the member declares about people: it then has a section in their export and takes orders of erasure. Unset in the
   * registry, which gives both orders itself.
   */
  readonly personalData?: PersonalData;
}

/** Builds a member's federated schema, with the rights of the people whose data it holds. */
export function buildMemberSchema({ personalData, ...definition }: MemberSchema): SubgraphSchema {
  const dataExport = personalData && dataExportOf(personalData);
  const rights = personalData && dataExport ? [dataExport.resolver, erasureResolver(personalData)] : [];
  return buildFederatedSchema({
    resolvers: [...definition.resolvers, ...rights],
    references: { ...definition.references, ...(personalData && { DataExport: resolveDataExport }) },
    orphanedTypes: [...(definition.orphanedTypes ?? []), ...(dataExport ? [dataExport.type] : [])],
    scalars: [GrantScalar, PersonalRowScalar, ReleasedCountScalar],
  });
}
