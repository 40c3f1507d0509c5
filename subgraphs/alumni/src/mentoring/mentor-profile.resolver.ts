import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, organization } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { MentorProfileEntity } from './mentor-profile.entity.js';
import { MentorProfile, MentorVolunteerConnection } from './mentor-profile.type.js';

@Resolver(() => MentorProfile)
export class MentorProfileResolver {
  @Allow(organization('officer', 'coordinator', 'system', 'admin'))
  @Query(() => MentorVolunteerConnection, {
    nullable: true,
    description:
      'The mentors of the viewer’s own association with a free place; for its officers, coordinators and systems; null while the service is down.',
  })
  async mentors(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ListedVolunteer>> {
    const organizationId = context.requireOrganization();
    const page = await findConnection(context.em, MentorProfileEntity, {
      args,
      where: { organizationId, paused: false, freePlaces: { $gt: 0 } },
      orderBy: [{ id: 'asc' }],
    });
    return listPeople(context, page, { list: 'mentors', personOf: (row) => row.volunteerId });
  }
}
