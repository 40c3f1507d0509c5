import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { loggedCategories, type LoggedCategory } from '../../decision/grant-category.rule.js';
import { inquiryKinds, inquiryOutcomes, type InquiryKind, type InquiryOutcome } from './inquiry.entity.js';

registerEnumType(inquiryKinds, {
  name: 'InquiryKind',
  description: 'What a person wants to know or have.',
  valuesConfig: {
    QUESTION: { description: 'Why did you read this?' },
    OBJECTION: { description: 'I do not want you to read this.' },
  },
});

registerEnumType(inquiryOutcomes, {
  name: 'InquiryOutcome',
  description: 'What an organisation did about an inquiry.',
  valuesConfig: {
    EXPLAINED: { description: 'It said why it reads the data.' },
    STOPPED: { description: 'It reads the data no more.' },
    REJECTED: { description: 'It goes on reading, and said on what grounds.' },
  },
});

@ObjectType({ description: 'A person’s question or objection about one read of their data, and its answer.' })
export class Inquiry {
  @Field(() => ID, { description: 'The inquiry’s id.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The entry of the access log that it is about.' })
  readonly entryId!: string;

  @Field(() => inquiryKinds, { description: 'Whether the person asks or objects.' })
  readonly kind!: InquiryKind;

  @Field(() => loggedCategories, { description: 'The category that was read or asked for.' })
  readonly category!: LoggedCategory;

  @Field(() => String, { nullable: true, description: 'The purpose that the read stated; null if it stated none.' })
  readonly purpose!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was read or asked for.' })
  readonly readAt!: Date;

  @Field(() => String, { description: 'In the person’s own words.' })
  readonly message!: string;

  @Field(() => DateTimeScalar, { description: 'When the person raised it.' })
  readonly raisedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'By when the organisation has to answer.' })
  readonly dueAt!: Date;

  @Field(() => inquiryOutcomes, { nullable: true, description: 'What the organisation did; null until it answers.' })
  readonly outcome!: InquiryOutcome | null;

  @Field(() => String, { nullable: true, description: 'What the organisation said; null until it answers.' })
  readonly answer!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it answered; null until then.' })
  readonly answeredAt!: Date | null;
}

export const InquiryConnection = connectionType('Inquiry', () => Inquiry);
export const RaiseInquiryResult = resultType('RaiseInquiryResult', Inquiry, 'The inquiry, or why it was not raised.');
export const AnswerInquiryResult = resultType(
  'AnswerInquiryResult',
  Inquiry,
  'The answered inquiry, or why it was not answered.',
);
