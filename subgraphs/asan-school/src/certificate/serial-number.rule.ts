import { programmeStages, type ProgrammeStage } from '../programme/programme-participation.entity.js';

const stageMarks = { [programmeStages.MASTER_1]: 'M1', [programmeStages.MASTER_2]: 'M2' } as const;
const randomDigits = 15;

/** The number that is printed on a certificate: its stage, its year, and the random end of its id. */
export function serialNumber(certificate: { id: string; stage: ProgrammeStage; issuedOn: string }): string {
  const { id, stage, issuedOn } = certificate;
  return `${stageMarks[stage]}-${issuedOn.slice(0, 4)}-${id.replaceAll('-', '').slice(-randomDigits).toUpperCase()}`;
}
