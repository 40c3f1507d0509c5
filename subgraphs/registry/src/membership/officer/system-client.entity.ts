import { defineEntity, p } from '@mikro-orm/core';

const SystemClientSchema = defineEntity({
  name: 'SystemClientEntity',
  tableName: 'system_client',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    /** Whose client it is; null: not known, from before it was noted. */
    issuer: p.string().nullable(),
    client: p.string(),
    registeredAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});

/** A system that acts for an organisation by itself. A revoked one stays and goes on being refused. */
export class SystemClientEntity extends SystemClientSchema.class {}
SystemClientSchema.setClass(SystemClientEntity);
