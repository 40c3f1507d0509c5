import { RelationScalar } from '@birlik/trust/scalars';
import { Directive, Field, ObjectType } from 'type-graphql';

/** Each read is decided and logged by itself, so the gateway must not ask once for several operations. */
@Directive('@tag(name: "unshared")')
@Directive('@key(fields: "statement")')
@ObjectType({ description: 'Somebody in a list of an organisation’s own, once the registry has entered the read.' })
export class ListedVolunteer {
  @Directive('@inaccessible')
  @Field(() => RelationScalar, {
    description: 'That the person stands in the list, as the member states it that keeps it.',
  })
  readonly statement!: string;
}
