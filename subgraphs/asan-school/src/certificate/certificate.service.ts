import { newId } from '@birlik/kernel/identifier';
import type { programmeStages } from '../programme/programme-participation.entity.js';
import { serialNumber } from './serial-number.rule.js';

/** The row of a Master 1 certificate that the participation's own agency approves and issues on the day that it is for it. */
export function newCertificate(options: {
  participation: { id: string; organizationId: string; volunteerId: string };
  stage: typeof programmeStages.MASTER_1;
  certificateTypeId: string;
  issuedOn: string;
}) {
  const { participation, stage, certificateTypeId, issuedOn } = options;
  const id = newId();
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
