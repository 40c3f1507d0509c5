import { CountryCodeScalar } from '@birlik/kernel/scalars';
import { IsOptional, IsUUID, Length } from 'class-validator';
import { Directive, Field, ID, InputType } from 'type-graphql';
import { troubles, type Trouble } from './support-case.entity.js';

@InputType({ description: 'What troubles somebody abroad.' })
export class RaiseSupportCaseInput {
  @Field(() => troubles, { description: 'What it is about.' })
  readonly trouble!: Trouble;

  @Field(() => CountryCodeScalar, { description: 'Where it is: the country’s ISO 3166-1 alpha-2 code.' })
  readonly countryCode!: string;

  @Length(1, 4000)
  @Field(() => String, { description: 'What happened, 1 to 4000 characters; only who handles the case reads it.' })
  readonly text!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it is grave and can’t wait.' })
  readonly isGrave!: boolean;

  @IsOptional()
  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, {
    nullable: true,
    description: 'The association that is to help; the viewer’s own if unset, the platform for who has none.',
  })
  readonly organizationId?: string | null;
}

@InputType({ description: 'What an officer finds a case to be.' })
export class TriageSupportCaseInput {
  @IsUUID()
  @Field(() => ID, { description: 'The case’s id.' })
  readonly caseId!: string;

  @Field(() => troubles, { description: 'What it is about.' })
  readonly trouble!: Trouble;

  @Field(() => Boolean, { description: 'Whether it is grave.' })
  readonly isGrave!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the viewer handles it from now on, and alone reads it; nobody in particular otherwise.',
  })
  readonly takes!: boolean;
}

@InputType({ description: 'To which mission a case is referred.' })
export class ReferSupportCaseInput {
  @IsUUID()
  @Field(() => ID, { description: 'The case’s id.' })
  readonly caseId!: string;

  @IsUUID()
  @Directive('@tag(name: "public")')
  @Field(() => ID, { description: 'The mission’s id.' })
  readonly missionId!: string;
}
