import { LocalizedField } from '@birlik/trust/localized-field';
import type { LocalizedText } from '@birlik/kernel/localized';
import { connectionType } from '@birlik/kernel/connection';
import { DateScalar } from '@birlik/kernel/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Each read of a person is decided and logged by itself, so the gateway must not ask once for several operations. */
@Directive('@tag(name: "unshared")')
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person in the federation; each member adds what it holds about them.' })
export class Volunteer {
  @Field(() => ID, { description: 'The person’s id in the federation.' })
  readonly id!: string;
}

@ObjectType({ description: 'How to reach a person, and where they live.' })
export class Contact {
  @Field(() => String, { nullable: true, description: 'The e-mail address; null if none is known.' })
  readonly email!: string | null;

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
