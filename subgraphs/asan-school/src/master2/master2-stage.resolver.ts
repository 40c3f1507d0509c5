import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Organization } from '../organization/organization.type.js';
import {
  master2Areas,
  stageStatuses,
  type Master2Area,
  type ProgrammeParticipationEntity,
  type StageStatus,
} from '../programme/programme-participation.entity.js';
import { Master2Stage } from './master2.type.js';

@Resolver(() => Master2Stage)
export class Master2StageResolver {
  // Whoever has this stage has an area and a status: the table lets neither stand alone.
  @FieldResolver(() => master2Areas, { description: 'The area that the person chose.' })
  area(@Root() participation: ProgrammeParticipationEntity): Master2Area | null | undefined {
    return participation.master2Area;
  }

  @FieldResolver(() => stageStatuses, { description: 'Where the person stands in Master 2.' })
  status(@Root() participation: ProgrammeParticipationEntity): StageStatus | null | undefined {
    return participation.master2Status;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'The score, 0 to 100; null unless completed.' })
  score(@Root() participation: ProgrammeParticipationEntity): number | null {
    return participation.master2Score ?? null;
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The institution of the placement; null before the placement, and while the registry is down.',
  })
  host(@Root() participation: ProgrammeParticipationEntity): Organization | null {
    return participation.master2HostId ? { id: participation.master2HostId } : null;
  }
}
