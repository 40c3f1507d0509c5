import { OrganizationField, type Organization } from '@birlik/trust/organization';
import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { ReleasedStatistic } from '@birlik/trust/statistic-type';
import { DateScalar } from '@birlik/kernel/scalars';
import { ReleasedCountScalar } from '@birlik/trust/scalars';
import { ReportedFigure, type StoredFigure } from '@birlik/trust/reported-figure';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { applicantRegions, type ApplicantRegion } from '../application/creative-application.entity.js';
import { campaignStatuses, type CampaignStatus } from './campaign.entity.js';

registerEnumType(campaignStatuses, {
  name: 'CampaignStatus',
  description: 'Where a campaign stands.',
  valuesConfig: {
    OPEN: { description: 'People may apply.' },
    SCORING: { description: 'The commission scores; nobody can apply any more.' },
    DECIDED: { description: 'The cohort is elected, which is final.' },
  },
});

@ObjectType({ description: 'A day of any year.' })
export class DayOfYear {
  @Field(() => Int, { description: 'The month, 1 to 12.' })
  readonly month!: number;

  @Field(() => Int, { description: 'The day of the month, 1 to 31.' })
  readonly day!: number;
}

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A call for creative volunteers, of whom a commission elects a cohort.' })
export class Campaign {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The campaign’s id.' })
  readonly id!: string;

  @Field(() => campaignStatuses, { description: 'Where the campaign stands.' })
  readonly status!: CampaignStatus;

  @Field(() => Int, { description: 'How many people are elected at most.' })
  readonly seats!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of its launch; null if that is not known, or not its year.',
  })
  readonly launchedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'More people than this registered, as the organiser reported; null if it has reported nothing.',
  })
  readonly registeredOver!: number | null;

  @Field(() => [applicantRegions], {
    description: 'From which parts of the country those come who were elected, as was reported; empty if nothing was.',
  })
  readonly electedFrom!: readonly ApplicantRegion[];

  @Field(() => [ReportedFigure], { description: 'Figures that the organiser has reported, at most 50; empty if none.' })
  readonly reportedFigures!: readonly StoredFigure[];

  @LocalizedField({ description: 'The name in the caller’s language.' })
  readonly name!: LocalizedText;

  @LocalizedField({
    nullable: true,
    description: 'What it offers, in the caller’s language; null if nothing was published.',
  })
  readonly summary!: LocalizedText | null;

  @LocalizedField({
    nullable: true,
    description: 'How people register, in the caller’s language; null if nothing was published.',
  })
  readonly registration!: LocalizedText | null;

  @OrganizationField({
    description: 'The organisation that runs it; null while the registry is down.',
  })
  readonly organization!: Organization;

  @SourceField()
  readonly source!: Source | null;
}

@ObjectType({
  implements: ReleasedStatistic,
  description:
    'How many people applied to a campaign, whatever became of it, and which part of the country they come from.',
})
export class ApplicantSummary extends ReleasedStatistic {
  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People from the capital; null if withheld.',
  })
  readonly capital!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People from the regions, and those who did not say; null if withheld.',
  })
  readonly elsewhere!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People from the regions; null if withheld.',
  })
  readonly regions!: number | null;

  @Field(() => ReleasedCountScalar, {
    nullable: true,
    description: 'People who did not say where they come from; null if withheld.',
  })
  readonly unsaid!: number | null;
}

export const CampaignConnection = connectionType('Campaign', () => Campaign);
