import { defineGrantLoader, type GrantLoader } from '@birlik/trust/grant-loader';
import { ProgrammeParticipationEntity } from './programme-participation.entity.js';

/** A person's newest participation that the grant opens, alone in its list; an empty list when there is none. */
export const newestParticipationByGrant: GrantLoader<ProgrammeParticipationEntity> = defineGrantLoader(
  ProgrammeParticipationEntity,
  { orderBy: [{ joinedOn: 'desc' }, { id: 'desc' }], most: 1 },
);
