import type { PersonalData } from '@birlik/trust/personal-data';

/** The center holds nothing about people; it takes orders of erasure all the same, for the day on which it does. */
export const personalData: PersonalData = {
  member: 'center',
  grantField: null,
  tables: [],
};
