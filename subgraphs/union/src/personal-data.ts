import type { PersonalData } from '@birlik/trust/personal-data';

/** What this member holds about people, as an export shows it and an erasure takes it. */
export const personalData: PersonalData = {
  member: 'union',
  grantField: 'serviceGrant',
  tables: [
    { name: 'message', erasure: 'delete' },
    { name: 'service_entry', publicIds: ['opportunity_id'], erasure: 'delete' },
    { name: 'opportunity_application', publicIds: ['opportunity_id'], erasure: 'delete' },
    {
      name: 'volunteer_agreement',
      erasure: {
        reason: {
          az: 'Könüllü müqavilələri başa çatdıqdan sonra iddia müddəti bitənədək saxlanılır.',
          en: 'Volunteer agreements are kept after their end for as long as claims can be made from them.',
          ru: 'Волонтёрские договоры после окончания хранятся, пока по ним можно предъявить требования.',
          tr: 'Gönüllü sözleşmeleri bittikten sonra, onlardan talepte bulunulabildiği sürece saklanır.',
        },
        until: { since: 'coalesce(ends_on, app_today())', years: 10 },
      },
    },
  ],
};
