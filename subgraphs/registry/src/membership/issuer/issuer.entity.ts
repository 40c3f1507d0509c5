import { defineEntity, p } from '@mikro-orm/core';

/** What an issuer may say of its subjects in a token. */
export const issuerClaims = {
  VOLUNTEER: 'volunteer',
  ORGANIZATION: 'organization',
  ROLES: 'roles',
} as const;
export type IssuerClaim = (typeof issuerClaims)[keyof typeof issuerClaims];

const IssuerSchema = defineEntity({
  name: 'IssuerEntity',
  tableName: 'issuer',
  properties: {
    issuer: p.string().primary(),
    claims: p.array().$type<IssuerClaim[]>(),
    /** Whether it may name an organisation that has no issuer of its own. */
    anyOrganization: p.boolean(),
    /** Whether its subjects make themselves an account. */
    signsUp: p.boolean(),
    admittedAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
  },
});

/** An identity provider that the office admits. A withdrawn one stays, with those who are bound to it. */
export class IssuerEntity extends IssuerSchema.class {}
IssuerSchema.setClass(IssuerEntity);
