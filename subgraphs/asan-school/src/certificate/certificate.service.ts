import { newId } from '@birlik/kernel/identifier';
import type { programmeStages } from '../programme/programme-participation.entity.js';
import { serialNumber } from './serial-number.rule.js';

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
