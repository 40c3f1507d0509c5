import type { LocalizedText } from '@birlik/kernel/localized';
import { defineEntity, p } from '@mikro-orm/core';
import type { SupportCaseStatus, Trouble } from './support-case.entity.js';

const CaseClusterSchema = defineEntity({
  name: 'CaseClusterEntity',
  tableName: 'case_cluster',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    trouble: p.string().$type<Trouble>(),
    countryCode: p.string().nullable(),
    summary: p.json<LocalizedText>(),
    smallest: p.integer().defaultRaw('5'),
    people: p.integer().defaultRaw('0'),
    onAgenda: p.boolean().defaultRaw('false'),
    createdAt: p.datetime().defaultRaw('app_now()'),
  },
});

/** Cases of one kind, as the platform brings them before officials. The database counts the people. */
export class CaseClusterEntity extends CaseClusterSchema.class {}
CaseClusterSchema.setClass(CaseClusterEntity);

const ClusteredCaseSchema = defineEntity({
  name: 'ClusteredCaseEntity',
  tableName: 'clustered_case',
  properties: { caseId: p.uuid().primary(), clusterId: p.uuid(), organizationId: p.uuid() },
});

/** That a case is in a cluster; it is in one at most. */
export class ClusteredCaseEntity extends ClusteredCaseSchema.class {}
ClusteredCaseSchema.setClass(ClusteredCaseEntity);

const CaseOutlineSchema = defineEntity({
  name: 'CaseOutlineEntity',
  tableName: 'case_outline',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    trouble: p.string().$type<Trouble>(),
    countryCode: p.string(),
    isGrave: p.boolean(),
    status: p.string().$type<SupportCaseStatus>(),
    mayStandAlone: p.boolean(),
    clusterId: p.uuid().nullable(),
  },
});

/** A view: a case as the platform sees it, without its person and its words. */
export class CaseOutlineEntity extends CaseOutlineSchema.class {}
CaseOutlineSchema.setClass(CaseOutlineEntity);
