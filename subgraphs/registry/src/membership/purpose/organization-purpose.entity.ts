import { defineEntity, p } from '@mikro-orm/core';

const OrganizationPurposeSchema = defineEntity({
  name: 'OrganizationPurposeEntity',
  tableName: 'organization_purpose',
  properties: {
    organizationId: p.uuid().primary(),
    purpose: p.string().primary(),
    permitted: p.boolean(),
  },
});

/** What the office decided on one purpose of one organisation; without a row its kind decides. */
export class OrganizationPurposeEntity extends OrganizationPurposeSchema.class {}
OrganizationPurposeSchema.setClass(OrganizationPurposeEntity);
