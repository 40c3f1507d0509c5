import { defineEntity, p } from '@mikro-orm/core';

export const governanceMajorities = { SIMPLE: 'simple', TWO_THIRDS: 'two-thirds' } as const;
export type GovernanceMajority = (typeof governanceMajorities)[keyof typeof governanceMajorities];

export const governanceMotionStatuses = { DRAFT: 'draft', OPEN: 'open', CLOSED: 'closed' } as const;
export type GovernanceMotionStatus = (typeof governanceMotionStatuses)[keyof typeof governanceMotionStatuses];

export const governanceOutcomes = { CARRIED: 'carried', LOST: 'lost', NO_QUORUM: 'no-quorum' } as const;
export type GovernanceOutcome = (typeof governanceOutcomes)[keyof typeof governanceOutcomes];

const GovernanceMotionSchema = defineEntity({
  name: 'GovernanceMotionEntity',
  tableName: 'governance_motion',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    bodyId: p.uuid(),
    meetingId: p.uuid(),
    text: p.text(),
    majority: p.string().$type<GovernanceMajority>(),
    status: p.string().$type<GovernanceMotionStatus>().default(governanceMotionStatuses.DRAFT),
    isPaper: p.boolean().default(false),
    openedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    present: p.integer().nullable(),
    mandates: p.integer().nullable(),
    votesFor: p.integer().nullable(),
    votesAgainst: p.integer().nullable(),
    abstentions: p.integer().nullable(),
    outcome: p.string().$type<GovernanceOutcome>().nullable(),
  },
});

/** What a meeting decides. When the vote ends the database counts who is there and the votes, and says the outcome. */
export class GovernanceMotionEntity extends GovernanceMotionSchema.class {}
GovernanceMotionSchema.setClass(GovernanceMotionEntity);
