import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p, type Opt } from '@mikro-orm/core';

export const organizationKinds = {
  REGISTRY: 'registry',
  UNIVERSITY: 'university',
  AGENCY: 'agency',
  UNION: 'union',
  MEMBER_ORGANIZATION: 'member-organization',
  PLATFORM: 'platform',
  ASSOCIATION: 'association',
  FEDERATION: 'federation',
  MINISTRY: 'ministry',
  CENTER: 'center',
  FOUNDATION: 'foundation',
  PUBLIC_UNION: 'public-union',
} as const;
export type OrganizationKind = (typeof organizationKinds)[keyof typeof organizationKinds];

/** How an organisation stands with the federation. */
export const organizationStandings = {
  ACCREDITED: 'accredited',
  SUSPENDED: 'suspended',
  UNACCREDITED: 'unaccredited',
} as const;
export type OrganizationStanding = (typeof organizationStandings)[keyof typeof organizationStandings];

const nameIn = (language: string) =>
  p.string().$type<Opt<string>>().generated(`(coalesce(nullif(name ->> '${language}', ''), name ->> 'az')) stored`);

const OrganizationSchema = defineEntity({
  name: 'OrganizationEntity',
  tableName: 'organization',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<OrganizationKind>(),
    name: p.json<LocalizedText>(),
    /** The name as readers of a language see it, in a column that sorts as they do; the database derives it. */
    nameAz: nameIn('az'),
    nameEn: nameIn('en'),
    nameRu: nameIn('ru'),
    nameTr: nameIn('tr'),
    countryCode: p.string().nullable(),
    city: p.json<LocalizedText>().nullable(),
    /** A name of the tz database: whose days count for it. */
    timeZone: p.string(),
    accreditedAt: p.datetime().nullable(),
    suspendedAt: p.datetime().nullable(),
    /** Whether only those act for it whom the register lists; else its identity provider vouches for them. */
    officersListed: p.boolean(),
    /** The identity provider whose tokens act for it; null: any that may name any organisation. */
    issuer: p.string().nullable(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class OrganizationEntity extends OrganizationSchema.class {}
OrganizationSchema.setClass(OrganizationEntity);
