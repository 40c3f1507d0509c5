import type { LocalizedText } from '@birlik/kernel/localized';
import { LocalizedField } from '@birlik/trust/localized-field';
import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateScalar } from '@birlik/kernel/scalars';
import { SourceField, type Source } from '@birlik/trust/source';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'An agreement on cooperation between organisations of different countries.' })
export class Agreement {
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The agreement’s id.' })
  readonly id!: string;

  @Field(() => DateScalar, { description: 'The day on which it was signed.' })
  readonly signedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it holds; null if no end is known.',
  })
  readonly expiresOn!: string | null;

  @Field(() => [Int], {
    description: 'The sustainable development goals at which it aims, 1 to 17; empty if none is stated.',
  })
  readonly sdgGoals!: number[];

  @LocalizedField({ description: 'The title in the caller’s language.' })
  readonly title!: LocalizedText;

  @LocalizedField({
    nullable: true,
    description: 'What it is for, in the caller’s language; null if that is not stated.',
  })
  readonly purpose!: LocalizedText | null;

  @SourceField()
  readonly source!: Source | null;
}

export const AgreementConnection = connectionType('Agreement', () => Agreement);
export const RegisterAgreementResult = resultType(
  'RegisterAgreementResult',
  Agreement,
  'The agreement, or why it was not registered.',
);
