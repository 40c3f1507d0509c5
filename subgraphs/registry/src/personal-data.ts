import type { PersonalData } from '@birlik/kernel/personal-data';

/** What the registry holds about people: it is opened by the registry itself, and erased when the request is made. */
export const personalData: PersonalData = {
  member: 'registry',
  grantField: null,
  tables: [
    { name: 'affiliation', erasure: 'delete' },
    {
      name: 'consent',
      erasure: {
        reason: {
          az: 'Razılıqlar əvvəlki oxunuşların qanuni olduğunu sübut edir.',
          en: 'Consents prove that what was read before was read by right.',
        },
      },
    },
    { name: 'inquiry', omit: ['answered_by'], erasure: 'delete' },
    {
      name: 'access_log',
      omit: ['viewer', 'request'],
      erasure: {
        reason: {
          az: 'Oxunuşlar jurnalı kimin nəyi oxuduğunu sübut edir; orada şəxsi məlumatın özü yoxdur.',
          en: 'The access log proves who read what; it holds no personal value.',
        },
      },
    },
    {
      name: 'erasure_request',
      erasure: {
        reason: {
          az: 'Silinmə tələbi onun yerinə yetirildiyini sübut edir.',
          en: 'The request for erasure proves that it was carried out.',
        },
      },
    },
    {
      name: 'volunteer',
      person: 'id',
      erasure: {
        overwrite: {
          given_name: '',
          family_name: '',
          patronymic: null,
          birth_date: null,
          email: null,
          phone: null,
          city: null,
          home_country: null,
        },
      },
    },
  ],
};
