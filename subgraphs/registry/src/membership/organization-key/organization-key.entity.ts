import { defineEntity, p } from '@mikro-orm/core';
import type { PublicJwk } from '../../signing/signing-jwk.rule.js';

const OrganizationKeySchema = defineEntity({
  name: 'OrganizationKeyEntity',
  tableName: 'organization_key',
  properties: {
    organizationId: p.uuid().primary(),
    kid: p.string().primary(),
    publicKey: p.json<PublicJwk>(),
    validFrom: p.datetime(),
    validUntil: p.datetime().nullable(),
    retiredAt: p.datetime().nullable(),
  },
});

/** A public key of an organisation. A retired one stays: what was signed while it was valid stays verifiable. */
export class OrganizationKeyEntity extends OrganizationKeySchema.class {}
OrganizationKeySchema.setClass(OrganizationKeyEntity);
