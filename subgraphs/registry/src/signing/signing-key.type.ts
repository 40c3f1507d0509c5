import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A public key of the registry, with which its receipts and the heads of its log can be verified.',
})
export class SigningKey {
  @Field(() => String, { description: 'The name of the key, as the header of a statement has it.' })
  readonly kid!: string;

  @Field(() => DateTimeScalar, { description: 'From when on it signed.' })
  readonly since!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it was retired; null while it may sign. What it signed before stays valid, what is dated later is not.',
  })
  readonly retiredAt!: Date | null;
}
