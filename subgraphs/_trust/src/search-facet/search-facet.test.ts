import { randomBytes } from 'node:crypto';
import { newId } from '@birlik/kernel/identifier';
import { afterEach, expect, test, vi } from 'vitest';
import {
  ageBands,
  bandOf,
  facetValue,
  hoursBands,
  stateFacets,
  verifyFacets,
  type StatedFacet,
} from './search-facet.js';

const key = randomBytes(32);
const keys = { university: key, union: key };
const person = newId();
const study: StatedFacet = {
  facet: 'field-of-study',
  value: 'law',
  label: { az: 'Hüquq', en: 'Law' },
  organizationId: newId(),
};
const state = (facets = [study], member = 'university') => stateFacets({ person, facets }, { member, key });

afterEach(() => void vi.useRealTimers());

test('a statement holds for its person and for the facets of the member that made it, for a quarter of an hour', () => {
  const stated = state();
  expect(verifyFacets(stated, { person, keys })).toMatchObject({ facets: [study], covers: ['field-of-study'] });
  expect(verifyFacets(stated, { person: newId(), keys })).toBeNull();
  expect(verifyFacets(stated, { person, keys: { university: randomBytes(32) } })).toBeNull();
  expect(verifyFacets(state([study], 'union'), { person, keys })).toBeNull();
  expect(
    verifyFacets(
      stated.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
      { person, keys },
    ),
  ).toBeNull();
  vi.useFakeTimers({ now: Date.now() + 901_000 });
  expect(verifyFacets(stated, { person, keys })).toBeNull();
});

test('a statement does not name the person, and two of them have nothing of the person in common', () => {
  const claims = (stated: string) =>
    JSON.parse(Buffer.from(stated.split('.')[1] ?? '', 'base64url').toString()) as { person: string };
  vi.useFakeTimers({ now: 1_000_000 });
  const first = claims(state());
  vi.setSystemTime(1_000_001);
  const second = claims(state());
  expect(JSON.stringify(first)).not.toContain(person);
  expect(first.person).not.toBe(second.person);
});

test('what is compared leaves out case, spaces and the form of characters, and numbers fall into bands', () => {
  expect(facetValue('  First \t AID ')).toBe(facetValue('first aid'));
  expect(facetValue('e\u0301')).toBe('\u00e9');
  expect([0, 17, 18, 50, 90].map((age) => bandOf(ageBands, age))).toEqual(['0-17', '0-17', '18-24', '50+', '50+']);
  expect([-1, 9, 10, 250].map((hours) => bandOf(hoursBands, hours))).toEqual(['0-9', '0-9', '10-49', '250+']);
});
