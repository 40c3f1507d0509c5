import type { PersonalData } from '@birlik/trust/personal-data';

/** What this member holds about people, as an export shows it and an erasure takes it. */
export const personalData: PersonalData = {
  member: 'alumni',
  grantField: 'alumniGrant',
  tables: [
    { name: 'mentorship', erasure: 'delete' },
    { name: 'mentorship', person: 'mentor_volunteer_id', omit: ['mentee_message'], erasure: 'delete' },
    { name: 'mentor_profile', erasure: 'delete' },
    { name: 'alumnus', erasure: 'delete' },
  ],
};
