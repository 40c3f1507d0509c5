import { defineEntity, p } from '@mikro-orm/core';

export const linkageEventKinds = {
  LINKED: 'linked',
  UNLINKED: 'unlinked',
  DECIDED: 'decided',
  WITHDRAWN: 'withdrawn',
  VIEWED: 'viewed',
} as const;
export type LinkageEventKind = (typeof linkageEventKinds)[keyof typeof linkageEventKinds];

const LinkageEventSchema = defineEntity({
  name: 'LinkageEventEntity',
  tableName: 'linkage_event',
  readonly: true,
  properties: {
    id: p.uuid().primary(),
    occurredAt: p.datetime(),
    kind: p.string().$type<LinkageEventKind>(),
    actor: p.string(),
    recordId: p.uuid(),
    otherRecordId: p.uuid().nullable(),
    personId: p.uuid().nullable(),
    decisionId: p.uuid().nullable(),
    verdict: p.string().$type<'same' | 'different' | 'unsure'>().nullable(),
  },
});

export class LinkageEventEntity extends LinkageEventSchema.class {}
LinkageEventSchema.setClass(LinkageEventEntity);
