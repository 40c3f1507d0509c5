import { Allow, organization, writeScope } from '@birlik/trust/allow';
import type { RequestContext } from '@birlik/trust/context';
import { asResult, type Problem } from '@birlik/kernel/problem';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { ProgrammeParticipationEntity } from '../programme/programme-participation.entity.js';
import { Volunteer } from '../volunteer/volunteer.type.js';
import { AdmitToMaster2Input } from './master2.input.js';
import { admitToMaster2 } from './master2.service.js';
import { AdmitToMaster2Result, Master2Admission, Master2Stage } from './master2.type.js';

@Resolver(() => Master2Admission)
export class Master2AdmissionResolver {
  @Allow(writeScope, organization('officer', 'system', 'admin'))
  @Mutation(() => AdmitToMaster2Result, {
    description:
      'Admits a person with a valid Master 1 certificate to Master 2; for officers and systems of the agency.',
  })
  admitToMaster2(
    @Ctx() context: RequestContext,
    @Arg('input', () => AdmitToMaster2Input, { description: 'The person and the area.' })
    input: AdmitToMaster2Input,
  ): Promise<ProgrammeParticipationEntity | Problem> {
    return asResult(() => admitToMaster2(context, input));
  }

  @FieldResolver(() => Master2Stage, { description: 'The stage as it begins.' })
  master2(@Root() participation: ProgrammeParticipationEntity): ProgrammeParticipationEntity {
    return participation;
  }

  @FieldResolver(() => Volunteer, {
    nullable: true,
    description: 'The person; null while the registry is down.',
  })
  volunteer(@Root() participation: ProgrammeParticipationEntity): Volunteer {
    return { id: participation.volunteerId };
  }
}
