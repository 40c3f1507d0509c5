import type { LocalizedText } from '@birlik/kernel/localized';
import type { RequestContext } from '../context/context.js';
import { standsForPerson, type Grant } from '../grant/grant.js';
import { facetValue, stateFacets, type SearchFacet } from '../search-facet/search-facet.js';

/** One thing that a row of an organisation says of a person. */
export interface HeldFacet {
  readonly facet: SearchFacet;
  readonly label: LocalizedText;
  /** What is compared; the label in English, or in Azerbaijani where it has none, if unset. */
  readonly value?: string;
  readonly organizationId: string;
}

/**
 * What a member holds on a person that may stand on their search card, as its statement to the registry.
 *
 * @returns null for whoever is neither the person nor the guardian of a minor
 */
export function stateHeldFacets(
  context: RequestContext,
  grant: Grant | null,
  held: readonly HeldFacet[],
): string | null {
  const { name: member, grantKey: key } = context.member;
  if (!grant || !key || !standsForPerson(grant)) return null;
  const facets = held.map(({ value, label, ...one }) => ({
    ...one,
    label: { ...label },
    value: facetValue(value ?? label['en'] ?? label.az),
  }));
  return stateFacets({ person: grant.sub, facets }, { member, key });
}
