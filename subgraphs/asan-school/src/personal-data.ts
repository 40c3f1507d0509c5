import type { PersonalData } from '@birlik/trust/personal-data';

/** What this member holds about people, as an export shows it and an erasure takes it. */
export const personalData: PersonalData = {
  member: 'asan-school',
  grantField: 'programmeGrant',
  tables: [
    {
      name: 'certificate',
      erasure: {
        reason: {
          az: 'Verilmiş sertifikatların reyestri saxlanılır ki, hər seriya nömrəsi yoxlanıla bilsin.',
          en: 'The register of issued certificates is kept, so that each serial number can be verified.',
        },
      },
    },
    {
      name: 'programme_participation',
      erasure: {
        reason: {
          az: 'Verilmiş sertifikat bu iştiraka əsaslanır.',
          en: 'A certificate that was issued rests on this participation.',
        },
        where: 'exists (select from certificate where participation_id = programme_participation.id)',
      },
    },
  ],
};
