import { DateTimeScalar } from '@birlik/kernel/scalars';
import { IsDate, IsOptional, IsUUID, Length, MaxLength } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A public key that an organisation signs with.' })
export class AddOrganizationKeyInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @MaxLength(1000)
  @Field(() => String, { description: 'An Ed25519 key as a public JSON Web Key (RFC 8037) with `kid`.' })
  readonly publicKey!: string;

  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on it is valid; from now on if unset.' })
  readonly validFrom?: Date | null;

  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends by itself; without an end if unset.' })
  readonly validUntil?: Date | null;
}

@InputType({ description: 'Which key an organisation gives up.' })
export class RetireOrganizationKeyInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @Length(1, 100)
  @Field(() => String, { description: 'The name of the key.' })
  readonly kid!: string;

  @IsOptional()
  @IsDate()
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on its signatures do not hold, such as when it was stolen; from now on if unset.',
  })
  readonly since?: Date | null;
}
