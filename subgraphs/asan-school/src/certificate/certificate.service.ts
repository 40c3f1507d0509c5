import { newId } from '@birlik/kernel/identifier';
import { programmeStages, type ProgrammeStage } from '../programme/programme-participation.entity.js';

const stageMarks = { [programmeStages.MASTER_1]: 'M1', [programmeStages.MASTER_2]: 'M2' } as const;
const randomDigits = 15;

/** The number that is printed on a certificate: its stage, its year, and the random end of its id. */
export function serialNumber(certificate: { id: string; stage: ProgrammeStage; issuedOn: string }): string {
  const { id, stage, issuedOn } = certificate;
  return `${stageMarks[stage]}-${issuedOn.slice(0, 4)}-${id.replaceAll('-', '').slice(-randomDigits).toUpperCase()}`;
}

/** The row of a Master 1 certificate that the participation's own agency approves and issues today, by UTC. */
export function newCertificate(options: {
  participation: { id: string; organizationId: string; volunteerId: string };
  stage: typeof programmeStages.MASTER_1;
  certificateTypeId: string;
}) {
  const { participation, stage, certificateTypeId } = options;
  const id = newId();
  const issuedOn = new Date().toISOString().slice(0, 10);
  return {
    id,
    organizationId: participation.organizationId,
    volunteerId: participation.volunteerId,
    participationId: participation.id,
    stage,
    certificateTypeId,
    serialNumber: serialNumber({ id, stage, issuedOn }),
    issuedOn,
    approvedByOrganizationId: participation.organizationId,
  };
}
