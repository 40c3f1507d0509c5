import type { Member } from '../testkit/stack.js';

export interface PersonalField {
  readonly category: string;
  readonly owner: Member;
  /** The name of the field of `Volunteer`. */
  readonly name: string;
  /** What to select below it, with its braces; empty for a scalar. */
  readonly selection: string;
}

/** Every field of `Volunteer` that needs a grant. A test asserts that the schema has no other. */
export const personalFields: readonly PersonalField[] = [
  { category: 'CONTACT', owner: 'registry', name: 'name', selection: '' },
  { category: 'CONTACT', owner: 'registry', name: 'contact', selection: '{ email }' },
  { category: 'CONTACT', owner: 'registry', name: 'affiliations', selection: '{ id }' },
  { category: 'ACCESS_NEEDS', owner: 'registry', name: 'accessNeeds', selection: '{ needs }' },
  { category: 'STUDY', owner: 'university', name: 'enrolments', selection: '{ id }' },
  { category: 'PROGRAMME', owner: 'asan-school', name: 'programmeRecord', selection: '{ id }' },
  { category: 'PROGRAMME', owner: 'asan-school', name: 'certificates', selection: '{ id }' },
  { category: 'SERVICE', owner: 'union', name: 'serviceRecord', selection: '{ minutes }' },
  { category: 'SERVICE', owner: 'union', name: 'applications', selection: '{ id }' },
  { category: 'ALUMNI', owner: 'alumni', name: 'alumniProfile', selection: '{ id }' },
  { category: 'ALUMNI', owner: 'alumni', name: 'mentorships', selection: '{ id }' },
  { category: 'CREATIVE', owner: 'creative', name: 'creativeRecord', selection: '{ applications { id } }' },
];

/**
 * Fields of `Volunteer` that no grant opens to others: the id, what the person alone sees, whether by a grant or without one, and what is
 * withheld.
 */
export const otherFields: readonly string[] = [
  'id',
  'consents',
  'consentRequests',
  'guardianships',
  'accountConfirmation',
  'accountRecoveries',
  'corrections',
  'formerNames',
  'identityBindings',
  'isOfAge',
  'whatWouldSee',
  'whoViewedMyData',
  'inquiries',
  'message',
  'messages',
  'messagePreferences',
  'messagesAtUnion',
  'messagesAtCreative',
  'messagesAtAlumni',
  'programmeFacets',
  'pushDevices',
  'recordOffers',
  'searchCardOffer',
  'searchCardPreview',
  'searchCards',
  'serviceFacets',
  'studyFacets',
  'unreadMessages',
  'withheld',
];
