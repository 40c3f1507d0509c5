import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, organization } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { ProgrammeEntity } from '../programme/programme.entity.js';
import { programmeById } from '../programme/programme.loader.js';
import { Programme } from '../programme/programme.type.js';
import { EnrolmentEntity, enrolmentStatuses } from './enrolment.entity.js';
import { EnrolledVolunteerConnection, Enrolment } from './enrolment.type.js';

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  @Allow(organization('officer', 'system', 'admin'))
  @Query(() => EnrolledVolunteerConnection, {
    nullable: true,
    description:
      'The people who study at the viewer’s own university now; for its officers and systems; null while the service is down.',
  })
  async enrolledVolunteers(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Connection<ListedVolunteer>> {
    const organizationId = context.requireOrganization();
    const page = await findConnection(context.em, EnrolmentEntity, {
      args,
      where: { organizationId, status: enrolmentStatuses.STUDYING },
      orderBy: [{ id: 'asc' }],
    });
    return listPeople(context, page, { list: 'enrolledVolunteers', personOf: (row) => row.volunteerId });
  }

  @FieldResolver(() => Programme, {
    nullable: true,
    description: 'What is studied; null if the programme was withdrawn.',
  })
  programme(@Root() enrolment: EnrolmentEntity, @Ctx() context: RequestContext): Promise<ProgrammeEntity | null> {
    return programmeById.load(context, enrolment.programmeId);
  }
}
