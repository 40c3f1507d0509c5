import { DateTimeScalar } from '@birlik/kernel/scalars';
import { IsDate, IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { grantCategories, type GrantCategory } from '../../decision/grant-category.rule.js';

@InputType({ description: 'Who may read which category of the viewer’s data, for what, and for how long.' })
export class GiveConsentInput {
  @IsOptional()
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { nullable: true, description: 'The organisation; every accredited member if unset.' })
  readonly recipientOrganizationId?: string | null;

  @IsString()
  @MaxLength(100)
  @Field(() => String, { description: 'The code of a purpose from the closed list, in small or capital letters.' })
  readonly purpose!: string;

  @IsIn(Object.values(grantCategories))
  @Field(() => grantCategories, { description: 'The category of data.' })
  readonly category!: GrantCategory;

  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends by itself; without an end if unset.' })
  readonly expiresAt?: Date | null;
}
