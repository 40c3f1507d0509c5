import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Organization } from '@birlik/trust/organization';
import type { ProgrammeParticipationEntity } from '../programme/programme-participation.entity.js';
import { Master2Stage } from './master2.type.js';

@Resolver(() => Master2Stage)
export class Master2StageResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The institution of the placement; null before the placement, and while the registry is down.',
  })
  host(@Root() participation: ProgrammeParticipationEntity): Organization | null {
    return participation.master2HostId ? { id: participation.master2HostId } : null;
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: 'The institution that gave the score; null before the evaluation, and while the registry is down.',
  })
  evaluatedBy(@Root() { master2HostId, master2Score }: ProgrammeParticipationEntity): Organization | null {
    return master2HostId && master2Score != null ? { id: master2HostId } : null;
  }
}
