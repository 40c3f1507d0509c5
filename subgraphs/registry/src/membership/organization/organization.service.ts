import { findConnection, type Connection, type ConnectionArgs } from '@birlik/kernel/connection';
import type { RequestContext } from '@birlik/trust/context';
import { raw, type FilterQuery } from '@mikro-orm/core';
import { OrganizationEntity, organizationStandings, type OrganizationStanding } from './organization.entity.js';
import type { OrganizationFilter } from './organization.input.js';

/** The property by whose column readers of each language see organisations in order. */
const nameOrders = {
  az: 'nameAz',
  en: 'nameEn',
  ru: 'nameRu',
  tr: 'nameTr',
} as const satisfies Record<RequestContext['language'], keyof OrganizationEntity>;

const whereStanding: Readonly<Record<OrganizationStanding, FilterQuery<OrganizationEntity>>> = {
  [organizationStandings.ACCREDITED]: { accreditedAt: { $ne: null }, suspendedAt: null },
  [organizationStandings.SUSPENDED]: { suspendedAt: { $ne: null } },
  [organizationStandings.UNACCREDITED]: { accreditedAt: null, suspendedAt: null },
};

/** The organisations by name, as the caller's language sorts it: those that the filter lets through. */
export function listOrganizations(
  { em, language }: RequestContext,
  args: ConnectionArgs,
  { kind, standings, text }: OrganizationFilter,
): Promise<Connection<OrganizationEntity>> {
  const conditions: FilterQuery<OrganizationEntity>[] = [];
  if (kind != null) conditions.push({ kind });
  if (standings != null) conditions.push({ $or: standings.map((standing) => whereStanding[standing]) });
  if (text != null) conditions.push({ [raw('name_words like all (name_patterns(?))', [text])]: true });
  return findConnection(em, OrganizationEntity, {
    args,
    where: conditions.length === 0 ? {} : { $and: conditions },
    orderBy: [{ [nameOrders[language]]: 'asc' }, { id: 'asc' }],
    order: language,
  });
}
