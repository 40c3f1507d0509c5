import { LocalizedField } from '@birlik/trust/localized-field';
import type { LocalizedText } from '@birlik/kernel/localized';
import { connectionType } from '@birlik/kernel/connection';
import { DateScalar, DateTimeScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Each read of a person is decided and logged by itself, so the gateway must not ask once for several operations. */
@Directive('@tag(name: "unshared")')
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person in the federation; each member adds what it holds about them.' })
export class Volunteer {
  @Field(() => ID, { description: 'The person’s id in the federation.' })
  readonly id!: string;
}

@ObjectType({ description: 'Who is called when something happens to a person.' })
export class EmergencyContact {
  @Field(() => String, { description: 'The name.' })
  readonly name!: string;

  @Field(() => String, { description: 'The telephone number in E.164 form.' })
  readonly phone!: string;
}

@ObjectType({ description: 'How to reach a person, how to deal with them, and where they live.' })
export class Contact {
  @Field(() => String, { description: 'The given name, or several, as the person writes it.' })
  readonly givenName!: string;

  @Field(() => String, { description: 'The family name, as the person writes it.' })
  readonly familyName!: string;

  @Field(() => String, { nullable: true, description: 'The father’s name; null if none.' })
  readonly patronymic!: string | null;

  @Field(() => String, { nullable: true, description: 'The e-mail address; null if none is known.' })
  readonly email!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the person confirmed the e-mail address; null for one that somebody else wrote down.',
  })
  readonly emailConfirmedAt!: Date | null;

  @Field(() => [String], { description: 'The languages that the person speaks, by codes of ISO 639, at most 20.' })
  readonly languages!: string[];

  @Field(() => String, { nullable: true, description: 'When the person has time, in their words; null if not said.' })
  readonly availability!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The time zone in which the person’s days are counted, such as `Asia/Baku`; null for that of the organisation that registered them.',
  })
  readonly timeZone!: string | null;

  @Field(() => String, { nullable: true, description: 'The telephone number in E.164 form; null if none is known.' })
  readonly phone!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day of birth; null if it is not known.' })
  readonly birthDate!: string | null;

  @LocalizedField({
    nullable: true,
    description: 'The town or district in the caller’s language; null if it is not known.',
  })
  readonly city!: LocalizedText | null;
}

export const VolunteerConnection = connectionType('Volunteer', () => Volunteer);
