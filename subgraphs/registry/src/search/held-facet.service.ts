import { DomainError } from '@birlik/kernel/errors';
import type { LocalizedText } from '@birlik/kernel/localized';
import type { RequestContext } from '@birlik/trust/context';
import { ageBands, bandOf, facetValue, searchFacets, verifyFacets, type SearchFacet } from '@birlik/trust/search-facet';
import type { SeenPerson } from '../decision/grant.loader.js';
import { memberKeys } from '../decision/grant.service.js';
import { explain } from '../messages.js';
import type { VolunteerEntity } from '../people/volunteer/volunteer.entity.js';
import { openContact } from '../people/volunteer/volunteer.service.js';
import { languageLabel } from './card-facet.rule.js';
import type { CardFacet } from './search-card.entity.js';

/** What members hold of a person, and which facets that is all of. */
export interface HeldFacets {
  readonly facets: readonly CardFacet[];
  readonly covers: ReadonlySet<SearchFacet>;
}

/** What the registry's own row of a person says. */
const ofRegistry = [searchFacets.LANGUAGE, searchFacets.PLACE, searchFacets.AGE_BAND, searchFacets.AVAILABILITY];

/**
 * What members hold of a person that may stand on a card: the registry by the viewer's own right, the others as they stated it.
 *
 * @throws DomainError BAD_USER_INPUT for a statement that does not hold
 */
export async function heldFacets(
  context: RequestContext,
  person: SeenPerson,
  statements: readonly string[],
): Promise<HeldFacets> {
  const stated = statements.map((statement) => openStatement(context, person.id, statement));
  const own = await openContact(context, person);
  return {
    facets: [...(own ? registryFacets(own, context.today()) : []), ...stated.flatMap(({ facets }) => facets)],
    covers: new Set([...(own ? ofRegistry : []), ...stated.flatMap(({ covers }) => covers)]),
  };
}

function openStatement(
  context: RequestContext,
  person: string,
  statement: string,
): { readonly facets: readonly CardFacet[]; readonly covers: readonly SearchFacet[] } {
  const opened = verifyFacets(statement, { person, keys: memberKeys.of(context.member) });
  if (!opened) throw new DomainError('BAD_USER_INPUT', explain('statement-does-not-hold'));
  const statedOn = opened.statedAt.toISOString().slice(0, 10);
  const facets = opened.facets.map((one) => ({ ...one, value: facetValue(one.value), statedOn }));
  return { facets, covers: opened.covers };
}

/** What the registry's own row of a person says. */
export function registryFacets(row: VolunteerEntity, today: string): CardFacet[] {
  const { organizationId, languages, city, birthDate, availability } = row;
  const say = (facet: SearchFacet, value: string, label: LocalizedText): CardFacet => ({
    facet,
    value: facetValue(value),
    label,
    organizationId,
    statedOn: today,
  });
  const facets = languages.map((code) => say(searchFacets.LANGUAGE, code, languageLabel(code)));
  if (city) facets.push(say(searchFacets.PLACE, city['en'] ?? city.az, city));
  if (birthDate) {
    const band = bandOf(ageBands, yearsBetween(birthDate, today));
    facets.push(say(searchFacets.AGE_BAND, band, { az: band }));
  }
  if (availability) facets.push(say(searchFacets.AVAILABILITY, availability, { az: availability }));
  return facets;
}

/** How many whole years lie between two days, given as `YYYY-MM-DD`. */
function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
