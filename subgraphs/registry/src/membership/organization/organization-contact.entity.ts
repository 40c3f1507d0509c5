import { defineEntity, p } from '@mikro-orm/core';

const OrganizationContactSchema = defineEntity({
  name: 'OrganizationContactEntity',
  tableName: 'organization_contact',
  properties: {
    organizationId: p.uuid().primary(),
    website: p.string().nullable(),
    email: p.string().nullable(),
  },
});

/** How the public reaches an organisation; one that told nothing has no row. */
export class OrganizationContactEntity extends OrganizationContactSchema.class {}
OrganizationContactSchema.setClass(OrganizationContactEntity);
