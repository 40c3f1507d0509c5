import type { RelationKind } from '@birlik/trust/relation';
import { defineEntity, p } from '@mikro-orm/core';
import type { LoggedCategory } from '../../decision/grant-category.rule.js';
import type { LoggedBasis } from './logged-basis.rule.js';
import type { Refusal } from '../../decision/refusal.rule.js';

const AccessLogEntrySchema = defineEntity({
  name: 'AccessLogEntryEntity',
  tableName: 'access_log',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    volunteerId: p.uuid(),
    decidedAt: p.datetime(),
    viewer: p.string(),
    /** Null for rows that were written when it was not noted. */
    viewerIssuer: p.string().nullable(),
    organizationId: p.uuid().nullable(),
    submittedByOrganizationId: p.uuid().nullable(),
    referenceId: p.uuid().nullable(),
    previewedOrganizationId: p.uuid().nullable(),
    bySelf: p.boolean(),
    category: p.string().$type<LoggedCategory>(),
    basis: p.string().$type<LoggedBasis>().nullable(),
    refusal: p.string().$type<Refusal>().nullable(),
    consentId: p.uuid().nullable(),
    /** For whom the viewer's organisation acted, and by which mandates; null for another basis. */
    mandateIds: p.array().nullable(),
    onBehalfOf: p.array().nullable(),
    emergencyId: p.uuid().nullable(),
    /** What the viewer and the person are to each other; null for another basis. */
    relation: p.string().$type<RelationKind>().nullable(),
    purpose: p.string().nullable(),
    fields: p.array(),
    operation: p.string().nullable(),
  },
});

export class AccessLogEntryEntity extends AccessLogEntrySchema.class {}
AccessLogEntrySchema.setClass(AccessLogEntryEntity);
