import { Field, Int, ObjectType } from 'type-graphql';

/** So many of a kind are counted; a longer queue is told as this long. */
export const mostCounted = 1_000;

@ObjectType({
  description: `How much waits for the federation’s office, without whom it concerns: each number is at most ${mostCounted}.`,
})
export class OfficeQueues {
  @Field(() => Int, { description: 'Pairs of records on which the office has to decide.' })
  readonly linkageReviews!: number;

  @Field(() => Int, { description: 'Organisations that are suspended or were never accredited.' })
  readonly organizations!: number;

  @Field(() => Int, { description: 'Requests to be erased that some member has not answered.' })
  readonly erasures!: number;

  @Field(() => Int, { description: 'Of these, those whose deadline is over.' })
  readonly overdueErasures!: number;

  @Field(() => Int, { description: 'Recoveries of an account that take effect unless somebody refuses them.' })
  readonly recoveries!: number;

  @Field(() => Int, {
    description:
      'Tries of the last seven days to claim a record that was somebody else’s or not clear, or by one who tried too often.',
  })
  readonly doubtfulClaims!: number;

  @Field(() => Int, { description: 'Emergencies that are proposed or open.' })
  readonly emergencies!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Open safeguarding cases of all organisations; null for whoever may not list them: all but admins.',
  })
  readonly safeguardingCases!: number | null;

  @Field(() => Int, { description: 'Identity providers that may name any organisation.' })
  readonly unboundIssuers!: number;

  @Field(() => Int, { description: 'Mandates that end within thirty days.' })
  readonly endingMandates!: number;
}
