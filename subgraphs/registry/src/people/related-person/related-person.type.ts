import { RelationScalar } from '@birlik/trust/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Each read is decided and logged by itself, so the gateway must not ask once for several operations. */
@Directive('@tag(name: "unshared")')
@Directive('@key(fields: "statement")')
@ObjectType({ description: 'The other one of two people who have to do with each other, as far as that needs it.' })
export class RelatedPerson {
  @Directive('@inaccessible')
  @Field(() => RelationScalar, { description: 'What they are to each other, as the member states it that keeps it.' })
  readonly statement!: string;
}
