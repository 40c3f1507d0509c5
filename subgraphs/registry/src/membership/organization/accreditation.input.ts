import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsISO31661Alpha2,
  IsOptional,
  IsUrl,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { organizationKinds, type OrganizationKind } from './organization.entity.js';

const longestName = 300;
const longestZone = 100;
export const longestIssuer = 300;
/** How an identity provider is named. */
export const issuerForm = { protocols: ['http', 'https'], require_protocol: true, require_tld: false };

@InputType({ description: 'What the office enters about an organisation that comes into the register.' })
export class RegisterOrganizationInput {
  @IsIn(Object.values(organizationKinds))
  @Field(() => organizationKinds, { description: 'What kind of organisation it is.' })
  readonly kind!: OrganizationKind;

  @Length(1, longestName)
  @Field(() => String, { description: 'The name in Azerbaijani; a country has it once.' })
  readonly nameAz!: string;

  @IsOptional()
  @Length(1, longestName)
  @Field(() => String, { nullable: true, description: 'The name in English; Azerbaijani is shown instead if unset.' })
  readonly nameEn?: string | null;

  @IsOptional()
  @Length(1, longestName)
  @Field(() => String, { nullable: true, description: 'The name in Russian; Azerbaijani is shown instead if unset.' })
  readonly nameRu?: string | null;

  @IsOptional()
  @Length(1, longestName)
  @Field(() => String, { nullable: true, description: 'The name in Turkish; Azerbaijani is shown instead if unset.' })
  readonly nameTr?: string | null;

  @IsISO31661Alpha2()
  @Field(() => CountryCodeScalar, { description: 'The country of its seat.' })
  readonly countryCode!: string;

  @IsUrl(issuerForm)
  @MaxLength(longestIssuer)
  @Field(() => String, {
    description: 'The identity provider whose tokens act for it, as their `iss` says; no other provider’s do.',
  })
  readonly issuer!: string;

  @IsOptional()
  @MaxLength(longestZone)
  @Field(() => String, {
    nullable: true,
    description:
      'The time zone whose days count for it, by its name in the tz database, such as `Asia/Baku`; that of the registry if unset.',
  })
  readonly timeZone?: string | null;
}

@InputType({ description: 'Who may act for an organisation.' })
export class ChangeRepresentationInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only appointed officers and registered systems. False: whomever its identity provider names, except who was dismissed. As it is if unset.',
  })
  readonly officersListed?: boolean | null;

  @IsOptional()
  @IsUrl(issuerForm)
  @MaxLength(longestIssuer)
  @Field(() => String, {
    nullable: true,
    description: 'The identity provider whose tokens act for it, as their `iss` says. As it is if unset.',
  })
  readonly issuer?: string | null;
}

@InputType({ description: 'Which organisation is suspended, and why.' })
export class SuspendOrganizationInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @Length(1, 1000)
  @Field(() => String, { description: 'Why, for the office and the organisation alone.' })
  readonly reason!: string;
}

@InputType({ description: 'How the public reaches an organisation.' })
export class UpdateOrganizationContactInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(300)
  @Field(() => String, { nullable: true, description: 'The website’s address; none if unset.' })
  readonly website?: string | null;

  @IsOptional()
  @IsEmail()
  @MaxLength(300)
  @Field(() => String, { nullable: true, description: 'The e-mail address of the organisation; none if unset.' })
  readonly email?: string | null;
}

@InputType({ description: 'In which time zone the days of an organisation are counted.' })
export class ChangeTimeZoneInput {
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The organisation.' })
  readonly organizationId!: string;

  @Length(1, longestZone)
  @Field(() => String, {
    description: 'The name of the time zone in the tz database, such as `Asia/Baku`, in small or capital letters.',
  })
  readonly timeZone!: string;
}
