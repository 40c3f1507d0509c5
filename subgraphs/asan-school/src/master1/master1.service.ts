import type { RequestContext } from '@birlik/trust/context';
import { DomainError } from '@birlik/kernel/errors';
import { LockMode, type EntityManager } from '@mikro-orm/core';
import { CertificateEntity } from '../certificate/certificate.entity.js';
import { newCertificate } from '../certificate/certificate.service.js';
import { CertificateTypeEntity } from '../certificate-type/certificate-type.entity.js';
import { earnedType } from '../certificate-type/earned-type.rule.js';
import {
  ProgrammeParticipationEntity,
  programmeStages,
  stageStatuses,
} from '../programme/programme-participation.entity.js';
import { explain } from '../messages.js';

interface Participant {
  readonly organizationId: string;
  readonly volunteerId: string;
}

/** Locks the one participation of the person whose Master 1 is active, so that it is completed once. */
async function lockActive(em: EntityManager, participant: Participant): Promise<ProgrammeParticipationEntity> {
  const active = await em.findOne(
    ProgrammeParticipationEntity,
    { ...participant, master1Status: stageStatuses.ACTIVE },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (active) return active;
  if ((await em.count(ProgrammeParticipationEntity, { ...participant })) === 0) {
    throw new DomainError('NOT_FOUND', explain('no-participant'));
  }
  throw new DomainError('CONFLICT', explain('not-in-master-1'));
}

/**
 * Completes the active Master 1 of a person with a score and issues the certificate that the score earns by the rules
 * in force, both in one transaction. A score below the lowest type completes the stage without a certificate.
 *
 * @throws DomainError NOT_FOUND (no participant), or CONFLICT (not in Master 1 now, no rules in force, or a valid
 *   Master 1 certificate is there already)
 */
export async function completeMaster1(
  context: RequestContext,
  input: { volunteerId: string; score: number },
): Promise<ProgrammeParticipationEntity> {
  const organizationId = context.requireOrganization();
  const { volunteerId, score } = input;
  return context.em.transactional(async (em) => {
    const participation = await lockActive(em, { organizationId, volunteerId });
    const types = await em.find(CertificateTypeEntity, { organizationId });
    if (types.length === 0) throw new DomainError('CONFLICT', explain('no-evaluation-rules'));
    const stage = programmeStages.MASTER_1;
    if ((await em.count(CertificateEntity, { organizationId, volunteerId, stage, revokedAt: null })) > 0) {
      throw new DomainError('CONFLICT', explain('certificate-held'));
    }
    const type = earnedType(types, score);
    em.assign(participation, {
      master1Status: stageStatuses.COMPLETED,
      master1Score: score,
      master1CertificateTypeId: type?.id ?? null,
    });
    if (type) {
      const issuedOn = context.today();
      em.create(CertificateEntity, newCertificate({ participation, stage, certificateTypeId: type.id, issuedOn }));
    }
    return participation;
  });
}
