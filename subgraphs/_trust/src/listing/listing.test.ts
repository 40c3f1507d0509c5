import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { stateRelation } from '../relation/relation.js';
import { stateListing, verifyListing, type Listing } from './listing.js';

const key = randomBytes(32);
const keys = { alumni: key, union: randomBytes(32), guest: randomBytes(32) };
const listing: Listing = { person: randomUUID(), organization: randomUUID(), viewer: 'officer', list: 'mentors' };
const alumni = { member: 'alumni', key };
const expected = { viewer: listing.viewer, organization: listing.organization, keys };

test('a person of a list comes back as the member stated it, with the category that it keeps', () => {
  const stated = verifyListing(stateListing(listing, alumni), expected);
  expect([stated?.listing, stated?.category.name]).toEqual([listing, 'ALUMNI']);
});

test.for([
  ['that is none', 'statement'],
  ['of a forger', stateListing(listing, { member: 'alumni', key: randomBytes(32) })],
  ['in another member’s name', stateListing(listing, { member: 'alumni', key: keys.union })],
  ['of a member that there is not', stateListing(listing, { member: 'constructor', key })],
  ['of a member that holds no category', stateListing(listing, { member: 'guest', key: keys.guest })],
  ['of nobody', stateListing({ ...listing, person: 'nobody' }, alumni)],
  [
    'that is a relation',
    stateRelation({ kind: 'mentorship', id: listing.person, person: listing.person, viewer: randomUUID() }, alumni),
  ],
] as const)('a statement %s states nothing', ([, statement]) => {
  expect(verifyListing(statement, expected)).toBeNull();
});

test('a statement is for one viewer and one organisation', () => {
  const statement = stateListing(listing, alumni);
  for (const change of [{ viewer: 'other' }, { viewer: null }, { organization: randomUUID() }, { organization: null }])
    expect(verifyListing(statement, { ...expected, ...change })).toBeNull();
});
