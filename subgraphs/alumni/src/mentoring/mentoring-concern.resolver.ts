import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Allow, organization, volunteer, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { MentoringConcernEntity } from './mentoring-concern.entity.js';
import { closeConcern, raiseConcern } from './mentoring-concern.service.js';
import { MentoringConcern, MentoringConcernConnection, MentoringConcernResult } from './mentoring-concern.type.js';
import { RaiseMentoringConcernInput } from './mentorship.input.js';

@Resolver(() => MentoringConcern)
export class MentoringConcernResolver {
  @Allow(writeScope, volunteer)
  @Mutation(() => MentoringConcernResult, {
    description:
      'Tells the association’s safeguarding lead, and nobody else, what worries the mentor or the mentee about their mentorship.',
  })
  raiseMentoringConcern(
    @Ctx() context: RequestContext,
    @Arg('input', () => RaiseMentoringConcernInput, { description: 'The mentorship, and what happened.' })
    input: RaiseMentoringConcernInput,
  ): Promise<MentoringConcernEntity | Problem> {
    return asResult(() => raiseConcern(context, input));
  }

  @Allow(organization('safeguarding_lead'))
  @Query(() => MentoringConcernConnection, {
    nullable: true,
    description:
      'Concerns about mentorships of the viewer’s own association, the newest first; for its safeguarding leads. Null while the service is down.',
  })
  mentoringConcerns(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<MentoringConcernEntity>> {
    const where = { organizationId: context.requireOrganization() };
    return findConnection(context.em, MentoringConcernEntity, { args, where, orderBy: [{ id: 'desc' }] });
  }

  @Allow(writeScope, organization('safeguarding_lead'))
  @Mutation(() => MentoringConcernResult, { description: 'Closes a concern with what was done about it. It stays.' })
  closeMentoringConcern(
    @Ctx() context: RequestContext,
    @Arg('concernId', () => ID, { description: 'The concern’s id.' }) concernId: string,
    @Arg('outcome', () => String, { description: 'What was done about it, 1 to 4000 characters.' }) outcome: string,
  ): Promise<MentoringConcernEntity | Problem> {
    return asResult(() => closeConcern(context, { concernId, outcome }));
  }
}
