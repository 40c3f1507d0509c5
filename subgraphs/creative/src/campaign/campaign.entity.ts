import type { LocalizedText } from '@birlik/kernel/localized';
import type { StoredFigure } from '@birlik/trust/reported-figure';
import type { StoredSource } from '@birlik/trust/source';
import { defineEntity, p } from '@mikro-orm/core';
import type { ApplicantRegion } from '../application/creative-application.entity.js';

export const campaignStatuses = { OPEN: 'open', SCORING: 'scoring', DECIDED: 'decided' } as const;
export type CampaignStatus = (typeof campaignStatuses)[keyof typeof campaignStatuses];

const CampaignSchema = defineEntity({
  name: 'CampaignEntity',
  tableName: 'campaign',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    partnerOrganizationId: p.uuid().nullable(),
    name: p.json<LocalizedText>(),
    summary: p.json<LocalizedText>().nullable(),
    status: p.string().$type<CampaignStatus>(),
    seats: p.integer(),
    launchedOn: p.date().nullable(),
    /** A day of any year, as `12-25`. */
    launchDay: p.string().nullable(),
    registeredOver: p.integer().nullable(),
    registration: p.json<LocalizedText>().nullable(),
    electedFrom: p.array<ApplicantRegion>(),
    reportedFigures: p.json<StoredFigure[]>(),
    source: p.json<StoredSource>().nullable(),
  },
});

export class CampaignEntity extends CampaignSchema.class {}
CampaignSchema.setClass(CampaignEntity);
