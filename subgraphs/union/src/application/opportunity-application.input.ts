import { IsBoolean, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'To which opportunity to apply.' })
export class ApplyToOpportunityInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'A published opportunity that has not ended.' })
  readonly opportunityId!: string;
}

@InputType({ description: 'What becomes of an application.' })
export class DecideApplicationInput {
  @IsUUID()
  @Field(() => ID, { description: 'An application to an opportunity of the viewer’s own organisation.' })
  readonly applicationId!: string;

  @IsBoolean()
  @Field(() => Boolean, { description: 'True to accept the person, false to decline.' })
  readonly accept!: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  @Field(() => String, {
    nullable: true,
    description: 'What the applicant is told, at most 500 characters; needed to decline.',
  })
  readonly reason?: string | null;
}
