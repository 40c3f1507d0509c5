import type { PersonalData } from '@birlik/trust/personal-data';

/** What this member holds about people, as an export shows it and an erasure takes it. */
export const personalData: PersonalData = {
  member: 'asan-school',
  grantField: 'programmeGrant',
  tables: [
    {
      name: 'certificate',
      publicIds: ['certificate_type_id'],
      erasure: {
        reason: {
          az: 'Verilmiş sertifikatların reyestri saxlanılır ki, hər seriya nömrəsi yoxlanıla bilsin.',
          en: 'The register of issued certificates is kept, so that each serial number can be verified.',
          ru: 'Реестр выданных сертификатов хранится, чтобы каждый серийный номер можно было проверить.',
          tr: 'Verilmiş sertifikaların kaydı, her seri numarası doğrulanabilsin diye saklanır.',
        },
      },
    },
    {
      name: 'programme_participation',
      publicIds: ['intake_id', 'master1_certificate_type_id', 'master2_host_id'],
      erasure: {
        reason: {
          az: 'Verilmiş sertifikat bu iştiraka əsaslanır.',
          en: 'A certificate that was issued rests on this participation.',
          ru: 'На этом участии основан выданный сертификат.',
          tr: 'Verilmiş bir sertifika bu katılıma dayanır.',
        },
        where: 'exists (select from certificate where participation_id = programme_participation.id)',
      },
    },
  ],
};
