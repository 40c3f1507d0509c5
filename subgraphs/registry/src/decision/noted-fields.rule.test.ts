import { expect, test } from 'vitest';
import { notedFields } from './noted-fields.rule.js';

test('fields are noted by the category of the grant that they need, the registry’s own by themselves', () => {
  expect(
    notedFields({
      studyGrant: ['enrolments.status', 'enrolments.programme.name'],
      alumniGrant: ['mentorships.mentor'],
      '': ['name', 'contact.email', 'accessNeeds.needs', 'withheld.category', 'consents.id'],
    }),
  ).toEqual(
    new Map([
      ['study', ['enrolments.status', 'enrolments.programme.name']],
      ['alumni', ['mentorships.mentor']],
      ['contact', ['name', 'contact.email']],
      ['access_needs', ['accessNeeds.needs']],
    ]),
  );
});

test('what no category opens is not noted', () => {
  expect(notedFields({})).toEqual(new Map());
  expect(notedFields({ otherGrant: ['a'], __proto__: ['b'] })).toEqual(new Map());
});
