import { newId } from '@birlik/kernel/identifier';
import { defineStory } from '@birlik/test/testkit/story';

/** Azerbaijan as a member, since nobody knows when. */
export const memberCountry = defineStory('member_country', () => ({
  id: newId(),
  organization_id: newId(),
  country_code: 'AZ',
  joined_on: null,
}));

/** The first half of 2026. */
export const chairTerm = defineStory('chair_term', () => ({
  id: newId(),
  organization_id: newId(),
  starts_on: '2026-01-01',
  ends_on: '2026-06-30',
}));

/** A draft about Kazakhstan. */
export const countryReport = defineStory('country_report', () => ({
  id: newId(),
  organization_id: newId(),
  country_code: 'KZ',
  year: 2025,
  status: 'draft',
}));

/** An agreement of two parties about Kazakhstan, without an end. */
export const agreement = defineStory('agreement', () => ({
  id: newId(),
  organization_id: newId(),
  title: { az: 'Ad' },
  party_ids: [newId(), newId()],
  country_codes: ['KZ'],
  signed_on: '2026-01-15',
  expires_on: null,
  sdg_goals: [],
}));
