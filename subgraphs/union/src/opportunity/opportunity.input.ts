import { CountryCodeScalar, DateScalar } from '@birlik/kernel/scalars';
import { ConnectionArgs } from '@birlik/kernel/connection';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { ArgsType, Directive, Field, ID } from 'type-graphql';

/** A page of opportunities, and what it is narrowed to. */
@ArgsType()
export class OpportunityArgs extends ConnectionArgs {
  @IsOptional()
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { nullable: true, description: 'Only those of this organisation; all if unset.' })
  readonly organizationId?: string | null;

  @Field(() => CountryCodeScalar, { nullable: true, description: 'Only those in this country; all if unset.' })
  readonly countryCode?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those alone that take applications today, false for those that have ended; all if unset.',
  })
  readonly open?: boolean | null;

  @IsOptional()
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description:
      'Only those whose title, summary or city has all of these words in some language, or words that begin so; `agac` finds `Ağac` too. All if unset or without a letter.',
  })
  readonly text?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Only those that go on on this day or later; all if unset.' })
  readonly from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only those that begin on this day or before; all if unset.',
  })
  readonly to?: string | null;
}
