import { connectionType } from '@birlik/kernel/connection';
import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'By which identity provider, as which subject, a person signs in.' })
export class IdentityBinding {
  @Field(() => ID, { description: 'The binding’s id.' })
  readonly id!: string;

  @Field(() => String, { description: 'The identity provider, as the `iss` of its tokens has it.' })
  readonly issuer!: string;

  @Field(() => String, { description: 'The person’s subject there.' })
  readonly subject!: string;

  @Field(() => DateTimeScalar, { description: 'When the office bound it.' })
  readonly boundAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it lasts.' })
  readonly endedAt!: Date | null;
}

export const IdentityBindingConnection = connectionType('IdentityBinding', () => IdentityBinding);

export const IdentityBindingResult = resultType(
  'IdentityBindingResult',
  IdentityBinding,
  'The binding, or why nothing changed.',
);
