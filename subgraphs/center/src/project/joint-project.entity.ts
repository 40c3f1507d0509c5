import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const jointProjectStatuses = { PLANNED: 'planned', RUNNING: 'running', COMPLETED: 'completed' } as const;
export type JointProjectStatus = (typeof jointProjectStatuses)[keyof typeof jointProjectStatuses];

const JointProjectSchema = defineEntity({
  name: 'JointProjectEntity',
  tableName: 'joint_project',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    agreementId: p.uuid().nullable(),
    title: p.json<LocalizedText>(),
    status: p.string().$type<JointProjectStatus>(),
    countryCodes: p.array(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class JointProjectEntity extends JointProjectSchema.class {}
JointProjectSchema.setClass(JointProjectEntity);
