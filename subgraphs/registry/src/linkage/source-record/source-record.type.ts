import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const sourceRecordStates = { ACCEPTED: 'accepted' } as const;
export type SourceRecordState = (typeof sourceRecordStates)[keyof typeof sourceRecordStates];

registerEnumType(sourceRecordStates, {
  name: 'SourceRecordState',
  description: 'What an organisation is told of its record.',
  valuesConfig: {
    ACCEPTED: {
      description:
        'It was taken. Whether it was linked, or waits for a review, is told to the person and the office alone.',
    },
  },
});

@ObjectType({
  description: 'A person as the viewer’s organisation has written them down, as far as the registry answers for it.',
})
export class SourceRecord {
  @Field(() => String, { description: 'What the organisation’s own register calls the record.' })
  readonly localKey!: string;

  @Field(() => Int, { description: 'How many times the record was submitted with something new in it, from 1.' })
  readonly version!: number;

  @Field(() => DateTimeScalar, { description: 'When this version was submitted.' })
  readonly submittedAt!: Date;
}

export const SourceRecordConnection = connectionType('SourceRecord', () => SourceRecord);
export const SubmitSourceRecordResult = resultType(
  'SubmitSourceRecordResult',
  SourceRecord,
  'The record as it stands now, or why it was not taken.',
);

@ObjectType({ description: 'What an organisation has said about its register as a whole.' })
export class Register {
  @Field(() => Boolean, {
    description: 'Whether no person is in it twice; then two of its records are never taken for one person.',
  })
  readonly eachPersonOnce!: boolean;

  @Field(() => DateTimeScalar, { description: 'Since when it says so.' })
  readonly declaredAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The subject of whoever said it; null for what was said before that was noted.',
  })
  readonly declaredBy!: string | null;
}

export const DeclareRegisterResult = resultType('DeclareRegisterResult', Register, 'The register, or why it stays.');

@ObjectType({ description: 'What a person has told an organisation about a record of its register.' })
export class RecordDisclosure {
  @Field(() => ID, { description: 'The record, as an entry of the person’s access log refers to it.' })
  readonly reference!: string;

  @Field(() => Boolean, { description: 'Whether the organisation is told that the record is the person’s.' })
  readonly isDisclosed!: boolean;
}

export const DiscloseRecordResult = resultType(
  'DiscloseRecordResult',
  RecordDisclosure,
  'What the organisation is told now, or why nothing changed.',
);
