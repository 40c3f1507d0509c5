import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { LockMode } from '@mikro-orm/core';
import { CertificateEntity } from '../certificate/certificate.entity.js';
import {
  ProgrammeParticipationEntity,
  programmeStages,
  stageStatuses,
  type Master2Area,
} from '../programme/programme-participation.entity.js';
import { explain } from '../messages.js';

/**
 * Admits a person to Master 2 in one area. The gate is the Master 1 certificate itself, which must be there and not be
 * revoked; its row is locked, so that it cannot be revoked in between.
 *
 * @throws DomainError NOT_FOUND (no participant), or CONFLICT (no valid certificate, admitted already, or in Master 1 of
 *   another intake now)
 */
export async function admitToMaster2(
  context: RequestContext,
  input: { volunteerId: string; area: Master2Area },
): Promise<ProgrammeParticipationEntity> {
  const organizationId = context.requireOrganization();
  const { volunteerId, area } = input;
  return context.em.transactional(async (em) => {
    if ((await em.count(ProgrammeParticipationEntity, { organizationId, volunteerId })) === 0) {
      throw new DomainError('NOT_FOUND', explain('no-participant'));
    }
    const certificate = await em.findOne(
      CertificateEntity,
      { organizationId, volunteerId, stage: programmeStages.MASTER_1, revokedAt: null },
      { lockMode: LockMode.PESSIMISTIC_READ },
    );
    if (!certificate) throw new DomainError('CONFLICT', explain('certificate-missing'));
    const participation = await em.findOne(
      ProgrammeParticipationEntity,
      { id: certificate.participationId, master2Status: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!participation) throw new DomainError('CONFLICT', explain('admitted-already'));
    const running = { organizationId, volunteerId, master1Status: stageStatuses.ACTIVE };
    if ((await em.count(ProgrammeParticipationEntity, running)) > 0) {
      throw new DomainError('CONFLICT', explain('in-another-intake'));
    }
    return em.assign(participation, { master2Area: area, master2Status: stageStatuses.ACTIVE });
  });
}
