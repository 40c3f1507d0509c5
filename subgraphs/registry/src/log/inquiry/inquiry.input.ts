import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { inquiryKinds, inquiryOutcomes, type InquiryKind, type InquiryOutcome } from './inquiry.entity.js';

@InputType({ description: 'What a person asks the organisation that read, or tried to read, their data.' })
export class RaiseInquiryInput {
  @IsUUID()
  @Field(() => ID, { description: 'The entry of the viewer’s own access log that it is about.' })
  readonly entryId!: string;

  @IsIn(Object.values(inquiryKinds))
  @Field(() => inquiryKinds, { description: 'Whether the person asks or objects.' })
  readonly kind!: InquiryKind;

  @IsString()
  @Length(1, 2000)
  @Field(() => String, { description: 'In the person’s own words, at most 2,000 characters.' })
  readonly message!: string;
}

@InputType({ description: 'What an organisation answers to an inquiry.' })
export class AnswerInquiryInput {
  @IsUUID()
  @Field(() => ID, { description: 'An open inquiry to the viewer’s own organisation.' })
  readonly id!: string;

  @IsIn(Object.values(inquiryOutcomes))
  @Field(() => inquiryOutcomes, { description: 'What the organisation does.' })
  readonly outcome!: InquiryOutcome;

  @IsString()
  @Length(1, 2000)
  @Field(() => String, { description: 'What the person is told, at most 2,000 characters.' })
  readonly answer!: string;
}
