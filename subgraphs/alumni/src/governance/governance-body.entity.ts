import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';

export const governanceFunctions = {
  SUPREME: 'supreme',
  GOVERNING: 'governing',
  EXECUTIVE: 'executive',
  SUPERVISORY: 'supervisory',
} as const;
export type GovernanceFunction = (typeof governanceFunctions)[keyof typeof governanceFunctions];

const GovernanceBodySchema = defineEntity({
  name: 'GovernanceBodyEntity',
  tableName: 'governance_body',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    name: p.json<LocalizedText>(),
    function: p.string().$type<GovernanceFunction>(),
    quorumPercent: p.integer().default(51),
    mostProxies: p.integer().default(1),
    source: p.json<StoredSource>().nullable(),
  },
});

export class GovernanceBodyEntity extends GovernanceBodySchema.class {}
GovernanceBodySchema.setClass(GovernanceBodyEntity);
