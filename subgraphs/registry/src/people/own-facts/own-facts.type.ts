import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A name that a person had before.' })
export class FormerName {
  @Field(() => String, { description: 'The given name, or several.' })
  readonly givenName!: string;

  @Field(() => String, { description: 'The family name.' })
  readonly familyName!: string;

  @Field(() => String, { nullable: true, description: 'The father’s name; null if none.' })
  readonly patronymic!: string | null;

  @Field(() => DateTimeScalar, { description: 'Until when.' })
  readonly until!: Date;
}

@ObjectType({ description: 'A change of what a person says of themself.' })
export class OwnFactsChange {
  @Field(() => DateTimeScalar, { description: 'Since when it counts.' })
  readonly changedAt!: Date;
}

export const OwnFactsChangeResult = resultType(
  'OwnFactsChangeResult',
  OwnFactsChange,
  'The change, or why there is none.',
);

@ObjectType({ description: 'A new e-mail address that waits for its code.' })
export class EmailChange {
  @Field(() => DateTimeScalar, { description: 'Until when the code that was sent to the address confirms it.' })
  readonly endsAt!: Date;
}

export const EmailChangeResult = resultType(
  'EmailChangeResult',
  EmailChange,
  'What waits for its code, or why nothing does.',
);
