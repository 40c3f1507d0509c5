import type { PersonalData } from '@birlik/trust/personal-data';

/** What this member holds about people, as an export shows it and an erasure takes it. */
export const personalData: PersonalData = {
  member: 'alumni',
  grantField: 'alumniGrant',
  tables: [
    { name: 'message', erasure: 'delete' },
    { name: 'mentorship_meeting', erasure: 'delete' },
    { name: 'mentorship_goal', erasure: 'delete' },
    // What two people tell each other in confidence is no guardian's.
    { name: 'mentorship_note', secret: 'true', erasure: 'delete' },
    { name: 'mentorship_feedback', secret: 'true', erasure: 'delete' },
    { name: 'mentorship_survey', erasure: 'delete' },
    // A mentorship is of two: who stays keeps it, and it says that the other one has left.
    { name: 'mentorship', erasure: { overwrite: { volunteer_id: null, mentee_message: null, status: 'ended' } } },
    {
      name: 'mentorship',
      person: 'mentor_volunteer_id',
      omit: ['mentee_message'],
      erasure: { overwrite: { mentor_volunteer_id: null, status: 'ended' } },
    },
    { name: 'mentor_profile', erasure: 'delete' },
    // Who has to protect people keeps what they were told.
    { name: 'mentoring_concern', erasure: { overwrite: { volunteer_id: null } } },
    { name: 'alert_subscription', erasure: 'delete' },
    { name: 'emergency_delivery', erasure: 'delete' },
    { name: 'emergency_person', erasure: 'delete' },
    { name: 'check_in_report', erasure: 'delete' },
    { name: 'check_in', erasure: 'delete' },
    { name: 'directory_listing', erasure: 'delete' },
    { name: 'event_answer', erasure: 'delete' },
    // With it go the pairs and rulings that it is in.
    { name: 'matching_entry', erasure: 'delete' },
    // The history of a case, its place in a cluster and on an agenda go with it.
    { name: 'support_case_entry', omit: ['agenda_item_id'], erasure: 'delete' },
    { name: 'support_case', omit: ['owner'], publicIds: ['mission_id'], erasure: 'delete' },
    // With a mandate go its presence, proxies and votes; the results that were counted stay.
    { name: 'governance_vote', through: { table: 'governance_mandate', column: 'mandate_id' }, erasure: 'delete' },
    { name: 'governance_proxy', through: { table: 'governance_mandate', column: 'giver_id' }, erasure: 'delete' },
    { name: 'governance_presence', through: { table: 'governance_mandate', column: 'mandate_id' }, erasure: 'delete' },
    { name: 'governance_mandate', publicIds: ['body_id'], erasure: 'delete' },
    { name: 'alumnus', erasure: 'delete' },
  ],
};
