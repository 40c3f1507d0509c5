import { resultType } from '@birlik/kernel/problem';
import { DateTimeScalar } from '@birlik/kernel/scalars';
import { Field, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'A public key of an organisation. What was signed while it was valid can be verified for ever.',
})
export class OrganizationKey {
  @Field(() => String, { description: 'The name of the key, as the header of a signature has it.' })
  readonly kid!: string;

  @Field(() => DateTimeScalar, { description: 'From when on it is valid.' })
  readonly validFrom!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ends by itself; null if it does not.' })
  readonly validUntil!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when on it was given up: what is dated later does not hold; null while it was not.',
  })
  readonly retiredAt!: Date | null;
}

export const OrganizationKeyResult = resultType(
  'OrganizationKeyResult',
  OrganizationKey,
  'The key, or why nothing changed.',
);
