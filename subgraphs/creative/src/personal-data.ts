import type { PersonalData } from '@birlik/trust/personal-data';

/** What this member holds about people, as an export shows it and an erasure takes it. */
export const personalData: PersonalData = {
  member: 'creative',
  grantField: 'creativeGrant',
  tables: [
    { name: 'message', erasure: 'delete' },
    {
      name: 'review_score',
      through: { table: 'creative_application', column: 'application_id' },
      omit: ['reviewer_sub'],
      erasure: 'delete',
    },
    { name: 'file', omit: ['storage_key', 'put_by'], holdsFiles: true, erasure: 'delete' },
    { name: 'creative_application', publicIds: ['campaign_id', 'discipline_id'], erasure: 'delete' },
  ],
};
