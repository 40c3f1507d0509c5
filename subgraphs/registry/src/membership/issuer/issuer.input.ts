import { ArrayUnique, IsBoolean, IsIn, IsUrl, Length, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { issuerForm, longestIssuer } from '../organization/accreditation.input.js';
import { issuerClaims, type IssuerClaim } from './issuer.entity.js';

@InputType({ description: 'An identity provider, and what is believed of its tokens.' })
export class IssuerInput {
  @IsUrl(issuerForm)
  @MaxLength(longestIssuer)
  @Field(() => String, { description: 'The identity provider, exactly as the `iss` of its tokens has it.' })
  readonly issuer!: string;

  @ArrayUnique()
  @IsIn(Object.values(issuerClaims), { each: true })
  @Field(() => [issuerClaims], {
    description: 'Which of its claims count; none leaves those whom the office or an organisation has bound.',
  })
  readonly claims!: IssuerClaim[];

  @IsBoolean()
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it may name any organisation that has no identity provider of its own.',
  })
  readonly anyOrganization!: boolean;

  @IsBoolean()
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether whoever signs in there, and is nobody yet, may make themself an account.',
  })
  readonly signsUp!: boolean;
}

@InputType({ description: 'Which identity provider is withdrawn, and why.' })
export class WithdrawIssuerInput {
  @Length(1, longestIssuer)
  @Field(() => String, { description: 'The identity provider, exactly as the `iss` of its tokens has it.' })
  readonly issuer!: string;

  @Length(1, 1000)
  @Field(() => String, { description: 'Why, for the office alone.' })
  readonly reason!: string;
}
