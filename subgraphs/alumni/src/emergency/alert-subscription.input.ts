import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { IsOptional, Length } from 'class-validator';
import { Field, InputType } from 'type-graphql';

@InputType({ description: 'A country, a city or a university; exactly one of the three.' })
export class AlertSubscriptionInput {
  @Field(() => CountryCodeScalar, { nullable: true, description: 'A country.' })
  readonly countryCode?: string | null;

  @IsOptional()
  @Length(1, 100)
  @Field(() => String, { nullable: true, description: 'A city by its name, at most 100 characters.' })
  readonly city?: string | null;

  @IsOptional()
  @Length(1, 200)
  @Field(() => String, {
    nullable: true,
    description: 'A university as it writes its own name, at most 200 characters.',
  })
  readonly university?: string | null;
}
