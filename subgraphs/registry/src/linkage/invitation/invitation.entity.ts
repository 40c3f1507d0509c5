import { defineEntity, p } from '@mikro-orm/core';
import type { AffiliationRole } from '../../people/affiliation/affiliation.entity.js';

const InvitationSchema = defineEntity({
  name: 'InvitationEntity',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    recordId: p.uuid().nullable(),
    localKey: p.string().nullable(),
    role: p.string().$type<AffiliationRole>(),
    /** The half of the code by which it is found; of the other half there is a digest. */
    place: p.string(),
    secretHash: p.string(),
    createdAt: p.datetime(),
    endsAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
    acceptedAt: p.datetime().nullable(),
  },
});

/** A code with which an organisation invites one person, to a record of its register where it names one. */
export class InvitationEntity extends InvitationSchema.class {}
InvitationSchema.setClass(InvitationEntity);
