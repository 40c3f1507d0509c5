import { newId } from '@birlik/kernel/identifier';
import { defineStory } from '@birlik/test/testkit/story';

export const faculty = defineStory('faculty', () => ({
  id: newId(),
  organization_id: newId(),
  name: { az: 'Ad' },
}));

/** A programme of a faculty that is there already. */
export const programme = defineStory('programme', () => ({
  id: newId(),
  organization_id: newId(),
  faculty_id: newId(),
  name: { az: 'Ad' },
  field_code: '06',
}));

/** Somebody who studies for a bachelor; the programme is there already. */
export const enrolment = defineStory('enrolment', () => ({
  id: newId(),
  organization_id: newId(),
  volunteer_id: newId(),
  programme_id: newId(),
  level: 'bachelor',
  status: 'studying',
  start_year: 2025,
}));

/** What a university lets another organisation have of its students. */
export const contingent = defineStory('contingent', () => ({
  id: newId(),
  organization_id: newId(),
  target_organization_id: newId(),
  name: { az: 'Ad' },
  capacity: 1,
}));

/** A meeting that takes place now, and that nobody has counted. */
export const recruitmentMeeting = defineStory('recruitment_meeting', () => ({
  id: newId(),
  organization_id: newId(),
  guest_organization_id: newId(),
  title: { az: 'Görüş' },
  held_at: new Date(),
  attendance: null,
}));
