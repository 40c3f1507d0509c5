import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signGrant } from '../grant/grant.js';
import { stateRelation, verifyRelation, type Relation } from './relation.js';

const key = randomBytes(32);
const keys = { alumni: key, union: randomBytes(32) };
const relation: Relation = { kind: 'mentorship', id: randomUUID(), person: randomUUID(), viewer: randomUUID() };
const alumni = { member: 'alumni', key };
const expected = { viewer: relation.viewer, keys };

test('a relation comes back as its member stated it', () => {
  expect(verifyRelation(stateRelation(relation, alumni), expected)).toEqual(relation);
});

test.for([
  ['that is none', 'statement'],
  ['of a forger', stateRelation(relation, { member: 'alumni', key: randomBytes(32) })],
  ['of a member that does not keep such relations', stateRelation(relation, { member: 'union', key: keys.union })],
  ['in another member’s name', stateRelation(relation, { member: 'alumni', key: keys.union })],
  ['of a member that there is not', stateRelation(relation, { member: 'constructor', key })],
  ['to oneself', stateRelation({ ...relation, person: relation.viewer }, alumni)],
  ['of an unknown kind', stateRelation({ ...relation, kind: 'friendship' as never }, alumni)],
  [
    'that is a grant',
    signGrant(
      { sub: relation.person, viewer: relation.viewer, basis: 'self', tenants: '*', log: relation.id },
      { audience: 'alumni', key },
    ),
  ],
] as const)('a statement %s states nothing', ([, statement]) => {
  expect(verifyRelation(statement, expected)).toBeNull();
});

test('a statement is for one viewer, and for nobody who is none', () => {
  const statement = stateRelation(relation, alumni);
  for (const viewer of [null, randomUUID(), relation.person])
    expect(verifyRelation(statement, { viewer, keys })).toBeNull();
});

test('a statement holds for a minute', ({ onTestFinished }) => {
  const real = Date.now;
  onTestFinished(() => {
    Date.now = real;
  });
  const statement = stateRelation(relation, alumni);
  Date.now = () => real() + 58_000;
  expect(verifyRelation(statement, expected)).toEqual(relation);
  Date.now = () => real() + 61_000;
  expect(verifyRelation(statement, expected)).toBeNull();
});
