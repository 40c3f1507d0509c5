import { listPeople, type ListedVolunteer } from '@birlik/trust/listed';
import { ConnectionArgs, type Connection, findConnection } from '@birlik/kernel/connection';
import { Allow, organization } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { IntakeEntity } from '../intake/intake.entity.js';
import { intakeById } from '../intake/intake.loader.js';
import { Intake } from '../intake/intake.type.js';
import { Master1Stage } from '../master1/master1.type.js';
import { Master2Stage } from '../master2/master2.type.js';
import { ProgrammeParticipationEntity } from './programme-participation.entity.js';
import { ProgrammeRecord, ProgrammeVolunteerConnection } from './programme-record.type.js';

@Resolver(() => ProgrammeRecord)
export class ProgrammeRecordResolver {
  @Allow(organization('officer', 'system', 'admin'))
  @Query(() => ProgrammeVolunteerConnection, {
    nullable: true,
    description:
      'The people of the viewer’s own agency’s programme, once for each intake that they joined; for its officers and systems; null while the service is down.',
  })
  async programmeVolunteers(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Directive('@tag(name: "public")')
    @Arg('intakeId', () => ID, { nullable: true, description: 'Only those of this intake; all if unset.' })
    intakeId: string | null,
  ): Promise<Connection<ListedVolunteer>> {
    const organizationId = context.requireOrganization();
    const page = await findConnection(context.em, ProgrammeParticipationEntity, {
      args,
      where: intakeId == null ? { organizationId } : { organizationId, intakeId },
      orderBy: [{ id: 'asc' }],
    });
    return listPeople(context, page, { list: 'programmeVolunteers', personOf: (row) => row.volunteerId });
  }

  @FieldResolver(() => Intake, {
    nullable: true,
    description: 'The intake with which the person began; null if it was withdrawn.',
  })
  intake(
    @Root() participation: ProgrammeParticipationEntity,
    @Ctx() context: RequestContext,
  ): Promise<IntakeEntity | null> {
    return intakeById.load(context, participation.intakeId);
  }

  @FieldResolver(() => Master1Stage, { description: 'The first stage.' })
  master1(@Root() participation: ProgrammeParticipationEntity): ProgrammeParticipationEntity {
    return participation;
  }

  @FieldResolver(() => Master2Stage, {
    nullable: true,
    description: 'The second stage; null until the person is admitted to it.',
  })
  master2(@Root() participation: ProgrammeParticipationEntity): ProgrammeParticipationEntity | null {
    return participation.master2Status === null ? null : participation;
  }
}
