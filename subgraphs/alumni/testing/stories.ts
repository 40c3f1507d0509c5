import { newId } from '@birlik/kernel/identifier';
import { defineStory } from '@birlik/test/testkit/story';

/** Somebody who finished a study in the United Kingdom. */
export const alumnus = defineStory('alumnus', () => ({
  id: newId(),
  organization_id: newId(),
  volunteer_id: newId(),
  country_code: 'GB',
  university: 'University',
  level: 'master',
  field_code: '06',
  graduation_year: 2020,
  returned: true,
  last_confirmed_on: null,
  name: null,
  city: null,
  started_year: null,
  occupation: null,
  employer: null,
  languages: [],
  contact: null,
}));

/** Somebody who takes five mentees. */
export const mentorProfile = defineStory('mentor_profile', () => ({
  id: newId(),
  organization_id: newId(),
  volunteer_id: newId(),
  capacity: 5,
  paused: false,
  goals: ['career'],
  field_codes: ['06'],
  languages: ['az'],
}));

/** A mentorship that is over; the mentor has a profile already. */
export const mentorship = defineStory('mentorship', () => ({
  id: newId(),
  organization_id: newId(),
  volunteer_id: newId(),
  mentor_volunteer_id: newId(),
  status: 'ended',
  started_on: null,
  mentee_message: null,
}));
