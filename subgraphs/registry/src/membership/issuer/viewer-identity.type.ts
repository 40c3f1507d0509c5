import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Who a viewer is in the federation, whatever the token says.' })
export class ViewerIdentity {
  @Field(() => ID, { nullable: true, description: 'The person’s id in the federation; null for whoever is none.' })
  readonly volunteerId!: string | null;

  @Directive('@tag(name: "public")')
  @Field(() => ID, {
    nullable: true,
    description: 'The organisation whose affairs the viewer sees to; null for whoever acts for none.',
  })
  readonly organizationId!: string | null;

  @Field(() => [String], { description: 'The roles, at most as many as the token has or 4.' })
  readonly roles!: string[];

  @Field(() => Boolean, {
    description:
      'Whether the viewer may act for the organisation now: it is accredited and not suspended. False for whoever acts for none.',
  })
  readonly mayAct!: boolean;
}
