import type { SearchCardOrder, SearchFacet } from '../../../generated/codes.js';
import type { SearchFacetFilter } from '../../../generated/graphql.js';

/** The facets in the order in which they stand on the page, each with its name in the address. */
export const facetKeys = {
  SKILL: 'skill',
  PLACE: 'place',
  AGE_BAND: 'age',
  LANGUAGE: 'language',
  FIELD_OF_STUDY: 'study',
  CERTIFICATE: 'certificate',
  HOURS_BAND: 'hours',
  AVAILABILITY: 'time',
} as const satisfies Record<SearchFacet, string>;

/** The facets in the order in which they stand on the page. */
export const facets = Object.keys(facetKeys) as readonly SearchFacet[];

/** Every order of the list. */
export const searchOrders = ['NEWEST', 'HOURS', 'AGE', 'PLACE'] as const satisfies readonly SearchCardOrder[];

/** How many people a page shows. */
const pageLength = 50;

/** What the address wants, by facet; any value of a facet will do. */
export type WantedValues = Readonly<Partial<Record<SearchFacet, readonly string[]>>>;

/** What the address says of the people who are looked for. */
export interface Wanted {
  readonly values: WantedValues;
  readonly sort: SearchCardOrder;
}

/** Reads the filters and the order; what is unknown in an address is left out. */
export function wantedOf(search: Readonly<Record<string, string>>): Wanted {
  const values = facets.flatMap((facet) => {
    const texts = (search[facetKeys[facet]] ?? '').split(',').filter(Boolean).map(decodeValue);
    return texts.length === 0 ? [] : [[facet, texts] as const];
  });
  return {
    values: Object.fromEntries(values),
    sort: searchOrders.find((order) => order === search['sort']) ?? 'NEWEST',
  };
}

/** The address of what is wanted: its first page, since a page of another search means nothing here. */
export function addressOf({ values, sort }: Wanted): Record<string, string> {
  const entries = facets.flatMap((facet) => {
    const texts = values[facet] ?? [];
    return texts.length === 0 ? [] : [[facetKeys[facet], texts.map(encodeURIComponent).join(',')] as const];
  });
  return { ...Object.fromEntries(entries), ...(sort !== 'NEWEST' && { sort }) };
}

/** With a value more, or without it when it was there. */
export function toggleValue(values: WantedValues, facet: SearchFacet, value: string): WantedValues {
  const old = values[facet] ?? [];
  return { ...values, [facet]: old.includes(value) ? old.filter((other) => other !== value) : [...old, value] };
}

/** The variables of the operation. */
export function variablesOf(search: Readonly<Record<string, string>>) {
  const wanted = wantedOf(search);
  const { after, before } = search;
  const place = before === undefined ? { first: pageLength, after: after ?? null } : { last: pageLength, before };
  return { filter: filterOf(wanted), sort: wanted.sort, ...place };
}

/** What is wanted as an input has it. */
export function filterOf({ values }: Wanted): SearchFacetFilter[] {
  return facets.flatMap((facet) => {
    const texts = values[facet];
    return texts === undefined ? [] : [{ facet, values: [...texts] }];
  });
}

function decodeValue(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
