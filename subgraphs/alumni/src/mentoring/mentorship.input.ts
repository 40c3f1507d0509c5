import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Whom to ask for mentoring.' })
export class RequestMentorshipInput {
  @IsUUID()
  @Field(() => ID, { description: 'The id of the person who mentors.' })
  readonly mentorId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  @Field(() => String, { nullable: true, description: 'A word to the mentor, 1000 characters at most.' })
  readonly message?: string | null;
}
