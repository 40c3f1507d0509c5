import type { PersonalData } from '@birlik/trust/personal-data';

/** What this member holds about people, as an export shows it and an erasure takes it. */
export const personalData: PersonalData = {
  member: 'university',
  grantField: 'studyGrant',
  tables: [
    { name: 'nomination', erasure: 'delete' },
    {
      name: 'enrolment',
      publicIds: ['programme_id'],
      erasure: {
        reason: {
          az: 'Tələbə reyestri təhsil haqqında qanunvericiliyə görə saxlanılır.',
          en: 'The register of students is kept by the law on education.',
          ru: 'Реестр студентов хранится по закону об образовании.',
          tr: 'Öğrenci kaydı eğitim yasasına göre saklanır.',
        },
      },
    },
  ],
};
