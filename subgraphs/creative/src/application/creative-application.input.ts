import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { applicantRegions, type ApplicantRegion } from './creative-application.entity.js';

@InputType({ description: 'The viewer’s own application to a campaign.' })
export class ApplyToCampaignInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'A campaign that is open.' })
  readonly campaignId!: string;

  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'A discipline of the organisation that runs the campaign.' })
  readonly disciplineId!: string;

  @IsOptional()
  @IsIn(Object.values(applicantRegions))
  @Field(() => applicantRegions, { nullable: true, description: 'Where the viewer lives; may be left unsaid.' })
  readonly region?: ApplicantRegion | null;
}
