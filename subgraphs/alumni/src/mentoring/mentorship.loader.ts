import { defineGrantLoader, type GrantLoader } from '@birlik/trust/grant-loader';
import { MentorshipEntity } from './mentorship.entity.js';

/** How many mentorships of one person are shown at the most. */
export const mostMentorships = 50;

/** A person's mentorships as a mentee that the grant opens, newest first. */
export const mentorshipsByGrant: GrantLoader<MentorshipEntity> = defineGrantLoader(MentorshipEntity, {
  orderBy: [{ id: 'desc' }],
  most: mostMentorships,
});
