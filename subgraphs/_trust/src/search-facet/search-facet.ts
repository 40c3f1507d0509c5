import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { defineStatement } from '../statement/statement.js';

/** By what a search card lets a person be found, by its names in the graph. */
export const searchFacets = {
  SKILL: 'skill',
  LANGUAGE: 'language',
  PLACE: 'place',
  AGE_BAND: 'age-band',
  FIELD_OF_STUDY: 'field-of-study',
  CERTIFICATE: 'certificate',
  HOURS_BAND: 'hours-band',
  AVAILABILITY: 'availability',
} as const;
export type SearchFacet = (typeof searchFacets)[keyof typeof searchFacets];

/** Which facets a member states of whom it holds something; the registry itself states what it holds, by no statement. */
export const facetsOfMembers = {
  university: ['field-of-study'],
  'asan-school': ['certificate'],
  union: ['hours-band'],
} as const satisfies Readonly<Record<string, readonly SearchFacet[]>>;

/** The bands of hours that somebody served; a band is found by its first number. */
export const hoursBands = ['0-9', '10-49', '50-99', '100-249', '250+'] as const;

/** The bands of ages. */
export const ageBands = ['0-17', '18-24', '25-34', '35-49', '50+'] as const;

/** The band with the largest first number that is not above the number. */
export function bandOf<Band extends string>(bands: readonly [Band, ...Band[]], number: number): Band {
  return bands.findLast((band) => Number.parseInt(band, 10) <= number) ?? bands[0];
}

/** The longest value, and the longest label in one language. */
export const mostLetters = 100;

/** A text as a value by which one searches: what differs in case, spaces or the form of its characters alone is the same. */
export function facetValue(text: string): string {
  return text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase().slice(0, mostLetters);
}

const label = z.object({ az: z.string().min(1) }).catchall(z.string());

const statedFacet = z.object({
  facet: z.enum(Object.values(searchFacets) as [SearchFacet, ...SearchFacet[]]),
  value: z.string().min(1).max(mostLetters),
  label,
  organizationId: z.uuid(),
});

/**
 * What an organisation holds on a person that a card may show.
 *
 * `value` is compared, `label` is shown, `organizationId` is the organisation whose row says it.
 */
export type StatedFacet = z.infer<typeof statedFacet>;

const statement = defineStatement(
  'search-facets',
  z.object({ person: z.string().min(1), statedAt: z.number(), facets: z.array(statedFacet).max(50) }),
  { lifeSeconds: 900 },
);

/** Who it is about, for the registry alone: the statement passes through the person's own hands, whose ids are others there. */
const markOf = (person: string, statedAt: number, key: Uint8Array) =>
  createHmac('sha256', key).update(`birlik search-facets ${person.toLowerCase()} ${statedAt}`).digest('base64url');

/** States what a member holds on a person, with the key that it shares with the registry. It holds for a quarter of an hour. */
export function stateFacets(
  { person, facets }: { readonly person: string; readonly facets: readonly StatedFacet[] },
  by: { readonly member: string; readonly key: Uint8Array },
): string {
  const statedAt = Date.now();
  return statement.sign({ person: markOf(person, statedAt, by.key), statedAt, facets: [...facets] }, by);
}

/**
 * What a member stated of the person, when, and which facets that is all of, or null for a statement that does not hold: forged, expired, about somebody else,
 * or with a facet that is not this member's to state.
 *
 * @param keys what the registry shares with each member, by its name
 */
export function verifyFacets(
  token: string,
  { person, keys }: { readonly person: string; readonly keys: Readonly<Record<string, Uint8Array>> },
): {
  readonly statedAt: Date;
  readonly facets: readonly StatedFacet[];
  readonly covers: readonly SearchFacet[];
} | null {
  const opened = statement.open(token, keys);
  const key = opened && keys[opened.member];
  if (!opened || !key) return null;
  const { statedAt, facets } = opened.claims;
  const own: readonly SearchFacet[] = Object.hasOwn(facetsOfMembers, opened.member)
    ? facetsOfMembers[opened.member as keyof typeof facetsOfMembers]
    : [];
  const holds =
    opened.claims.person === markOf(person, statedAt, key) && facets.every(({ facet }) => own.includes(facet));
  return holds ? { statedAt: new Date(statedAt), facets, covers: own } : null;
}
