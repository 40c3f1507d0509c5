import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { applicantRegions, type ApplicantRegion } from './creative-application.entity.js';

@InputType({ description: 'The viewer’s own application to a campaign.' })
export class ApplyToCampaignInput {
  @IsUUID()
  @Field(() => ID, { description: 'A campaign that is open.' })
  readonly campaignId!: string;

  @IsUUID()
  @Field(() => ID, { description: 'A discipline of the organisation that runs the campaign.' })
  readonly disciplineId!: string;

  @IsOptional()
  @IsIn(Object.values(applicantRegions))
  @Field(() => applicantRegions, { nullable: true, description: 'Where the viewer lives; may be left unsaid.' })
  readonly region?: ApplicantRegion | null;
}
