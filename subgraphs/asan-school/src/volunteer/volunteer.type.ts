import { GrantScalar } from '@birlik/trust/scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType({ description: 'A person in the federation; each member adds what it holds about them.' })
export class Volunteer {
  @Field(() => ID, { description: 'The person’s id in the federation.' })
  readonly id!: string;

  @Directive('@external')
  @Field(() => GrantScalar, {
    nullable: true,
    description: 'The registry’s decision on the category PROGRAMME; null when the viewer may not read it.',
  })
  readonly programmeGrant?: string | null;
}
