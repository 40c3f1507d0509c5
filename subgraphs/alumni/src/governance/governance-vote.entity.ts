import { defineEntity, p } from '@mikro-orm/core';

export const governanceChoices = { FOR: 'for', AGAINST: 'against', ABSTAIN: 'abstain' } as const;
export type GovernanceChoice = (typeof governanceChoices)[keyof typeof governanceChoices];

const GovernanceVoteSchema = defineEntity({
  name: 'GovernanceVoteEntity',
  tableName: 'governance_vote',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    bodyId: p.uuid(),
    motionId: p.uuid(),
    mandateId: p.uuid(),
    castBy: p.uuid().nullable(),
    choice: p.string().$type<GovernanceChoice>(),
    castAt: p.datetime().defaultRaw('app_now()'),
  },
});

/** An open vote: one a mandate, cast by its holder or by whoever has the proxy. */
export class GovernanceVoteEntity extends GovernanceVoteSchema.class {}
GovernanceVoteSchema.setClass(GovernanceVoteEntity);
