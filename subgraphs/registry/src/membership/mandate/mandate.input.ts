import { IsDate, IsIn, IsUUID, Length } from 'class-validator';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../../decision/grant-category.rule.js';

@InputType({ description: 'Whom the viewer’s organisation lets act over its rows, for what and until when.' })
export class GiveMandateInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation that shall act: a union, a platform, a center or an agency.' })
  readonly holderId!: string;

  @Length(1, 100)
  @Field(() => String, { description: 'The code of the purpose, in small or capital letters.' })
  readonly purpose!: string;

  @IsIn(Object.values(grantCategories))
  @Field(() => grantCategories, { description: 'The category of data, one that the viewer’s organisation holds.' })
  readonly category!: GrantCategory;

  @IsDate()
  @Field(() => DateTimeScalar, { description: 'When it ends by itself.' })
  readonly endsAt!: Date;
}
